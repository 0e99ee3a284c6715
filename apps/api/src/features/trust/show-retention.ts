import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { countDueLogs } from '@forspring/database/trust/dispose-logs';
import { readKeeping, readRetained } from '@forspring/database/trust/retained-project.view';
import { commonProblems } from '@forspring/domain/measures/problem';
import {
  disposalsOnPage,
  type ShownDue,
  type showRetentionInput,
  type ShownRetention,
} from '@forspring/domain/trust/retention';
import { heldBackBy, verdictOf } from '@forspring/domain/trust/retention.rules';
import { mayKeep } from '@forspring/domain/trust/trust.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

/** A municipality's retention: its basis and holds, what is due when, what is held back and why, and what was removed. */
export async function showRetention(
  { em, actor, clock }: SignedInContext,
  { municipalityId, page }: z.infer<typeof showRetentionInput>,
): Promise<ShownRetention> {
  if (!mayKeep(actor, municipalityId)) throw commonProblems.missing();
  const db = reader(em);
  const today = clock.today();
  const keeping = await readKeeping(db, municipalityId, today);
  const bases = await db
    .selectFrom('disposalBasis')
    .innerJoin('appUser', 'appUser.id', 'disposalBasis.setById')
    .where('municipalityId', '=', municipalityId)
    .orderBy('setAt', 'desc')
    .limit(50)
    .select(['disposalBasis.id', 'text', 'validFrom', 'setAt', 'appUser.name as setBy'])
    .execute();
  const holds = await db
    .selectFrom('archivalHold')
    .leftJoin('project', 'project.id', 'archivalHold.projectId')
    .innerJoin('appUser as setter', 'setter.id', 'archivalHold.setById')
    .leftJoin('appUser as lifter', 'lifter.id', 'archivalHold.liftedById')
    .where('archivalHold.municipalityId', '=', municipalityId)
    .orderBy(sql`archival_hold.lifted_at is not null`)
    .orderBy('archivalHold.setAt', 'desc')
    .limit(200)
    .select([
      'archivalHold.id',
      'archivalHold.version',
      'archivalHold.projectId',
      sql<string | null>`project.title || ' ' || project.year`.as('projectTitle'),
      'archivalHold.reason',
      'setter.name as setBy',
      'archivalHold.setAt',
      'archivalHold.liftReason',
      'lifter.name as liftedBy',
      'archivalHold.liftedAt',
    ])
    .execute();
  const retained = await readRetained(db, { municipalityId });
  const logs = await countDueLogs(db, municipalityId, today);
  const logHeldBack = heldBackBy({ ...keeping, isProjectHeld: false }, today);
  const due: ShownDue[] = [
    ...retained
      .filter((project) => project.rowCount > 0)
      .map((project): ShownDue => {
        const verdict = verdictOf(project, { ...keeping, isProjectHeld: project.holdCount > 0 }, today);
        const { id: projectId, title, year, status, rowCount } = project;
        return { projectId, title, year, status, kind: 'project', rowCount, ...verdict };
      })
      .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
    ...(['audit', 'securityAudit', 'emergencyLog'] as const).map((kind): ShownDue => ({
      projectId: null,
      title: '',
      year: null,
      status: null,
      kind,
      rowCount: logs[kind],
      dueOn: null,
      reason: kind === 'emergencyLog' ? 'yearAfterReview' : 'age',
      isDue: logs[kind] > 0,
      heldBack: logs[kind] > 0 ? logHeldBack : null,
    })),
  ];
  const log = db.selectFrom('disposal').where('disposal.municipalityId', '=', municipalityId);
  const { count } = await log.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const disposals = await log
    .innerJoin('disposalBasis', 'disposalBasis.id', 'disposal.basisId')
    .leftJoin('project', 'project.id', 'disposal.projectId')
    .orderBy('disposal.at', 'desc')
    .orderBy('project.sortKey')
    .orderBy('disposal.kind')
    .orderBy('disposal.id')
    .limit(disposalsOnPage)
    .offset((page - 1) * disposalsOnPage)
    .select([
      'disposal.id',
      'disposal.at',
      'disposal.projectId',
      sql<string | null>`project.title || ' ' || project.year`.as('projectTitle'),
      'disposal.kind',
      'disposal.rowCount',
      'disposal.reason',
      'disposalBasis.text as basisText',
    ])
    .execute();
  const shownBases = bases.map((one) => ({ ...one, setAt: one.setAt.toISOString() }));
  const current = shownBases.find((one) => one.id === keeping.basis?.id) ?? null;
  return {
    today,
    basis: current,
    earlierBases: shownBases.filter((one) => one.id !== current?.id).map(({ setAt: _setAt, ...one }) => one),
    holds: holds.map((hold) => ({
      ...hold,
      setAt: hold.setAt.toISOString(),
      liftedAt: hold.liftedAt?.toISOString() ?? null,
    })),
    due,
    projects: retained.filter((project) => project.holdCount === 0).map(({ id, title, year }) => ({ id, title, year })),
    disposals: disposals.map((one) => ({ ...one, at: one.at.toISOString() })),
    disposalCount: count,
    abilities: { edit: mayKeep(actor, municipalityId) },
  };
}
