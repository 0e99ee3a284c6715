import type { z } from 'zod';
import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { type listTracesInput, type tracePage, tracesOnPage } from '@forspring/domain/trust/audit';
import { maySeeTrail } from '@forspring/domain/trust/trust.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

const cap = 1000;

/** One page of a municipality's trail, newest first; counting stops at a thousand. */
export async function listTraces(
  { em, actor }: SignedInContext,
  { municipalityId, action, page }: z.infer<typeof listTracesInput>,
): Promise<z.infer<typeof tracePage>> {
  if (!maySeeTrail(actor, municipalityId)) throw commonProblems.missing();
  const db = reader(em);
  const reachable = db
    .selectFrom('auditEntry')
    .leftJoin('project', 'project.id', 'auditEntry.projectId')
    .where((one) =>
      one.or([
        one('auditEntry.municipalityId', '=', municipalityId),
        one('project.municipalityId', '=', municipalityId),
      ]),
    );
  const matching = action ? reachable.where('auditEntry.action', '=', action) : reachable;
  const [traces, counted, actions] = await Promise.all([
    matching
      .leftJoin('appUser', 'appUser.id', 'auditEntry.actorId')
      .orderBy('auditEntry.at', 'desc')
      .orderBy('auditEntry.id')
      .limit(tracesOnPage)
      .offset((page - 1) * tracesOnPage)
      .select([
        'auditEntry.id',
        'auditEntry.at',
        sql<string>`coalesce(app_user.name, '–')`.as('actorName'),
        'auditEntry.action',
        'auditEntry.subjectKind',
        'auditEntry.projectId',
        'project.title as projectTitle',
        'auditEntry.changed',
      ])
      .execute(),
    db
      .selectFrom(
        matching
          .select('auditEntry.id')
          .limit(cap + 1)
          .as('some'),
      )
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow(),
    reachable.select('auditEntry.action').distinct().orderBy('auditEntry.action').limit(100).execute(),
  ]);
  return {
    traces: traces.map((trace) => ({ ...trace, at: trace.at.toISOString() })),
    totalCount: Math.min(counted.count, cap),
    isCapped: counted.count > cap,
    actions: actions.map((one) => one.action),
  };
}
