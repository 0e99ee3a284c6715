import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Reader } from '@forspring/database/tables';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import {
  type HeldFiguresReason,
  isSameRelease,
  mayRelease,
  type ReleasedFigureName,
  type ReleasedFigures,
  releasedFigureNames,
  whyHeld,
} from '@forspring/domain/trust/release.rules';
import type { Context } from './context.ts';
import { readThresholds } from './gate-thresholds.ts';

/** Whether somebody outside is not shown a project's figures yet: until its evaluation is approved they can change. */
export function isUnfrozen(status: ProjectStatus): boolean {
  return status !== 'evaluated' && status !== 'archived';
}

/** A project with its figures as they are now. */
export interface Releasable extends ReleasedFigures {
  projectId: string;
  municipalityId: string;
}

/**
 * The same projects with the figures that somebody outside their municipality is shown: those last published. What has
 * changed since is published when it differs by nothing or by enough from everything published before, and until then
 * the earlier figures stand (docs/disclosure.md, 6.3). Publishing is writing it in the register, so a look at figures
 * nobody has seen before leaves a row. What an approval froze counts as the first release, because reports are made from it.
 * Only for projects that are frozen ({@link isUnfrozen}).
 */
export async function asReleased<Row extends Releasable>(
  { em, clock }: Pick<Context, 'em' | 'clock'>,
  audience: Audience,
  rows: readonly Row[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const db = reader(em);
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const atApproval = await readApproved(db, ids);
  const thresholds = await readThresholds(em);
  let register = await readRegister(db, ids);
  const due = rows.flatMap((row) => {
    const earlier = register.get(row.projectId) ?? [];
    const now = figuresOf(row);
    const last = earlier.at(-1);
    if (last && isSameRelease(last.figures, now)) return [];
    const thresholdCount = largestOutside(thresholds(row.municipalityId));
    const before = publishedBefore(now, atApproval.get(row.projectId), earlier);
    const isNew = mayRelease(now, before, thresholdCount);
    const figures = isNew ? now : last ? null : before[0];
    if (!figures) return [];
    return [{ projectId: row.projectId, number: (last?.number ?? 0) + 1, thresholdCount, figures }];
  });
  if (due.length > 0) {
    const about = { audience, releasedAt: clock.now() };
    await db
      .insertInto('figuresRelease')
      .values(
        due.map(({ figures, ...one }) => ({
          id: randomUUID(),
          ...one,
          ...about,
          figures: sql<ReleasedFigures>`${JSON.stringify(figures)}::jsonb`,
        })),
      )
      // Somebody looked at the same moment: what they published stands.
      .onConflict((conflict) => conflict.columns(['projectId', 'number']).doNothing())
      .execute();
    register = await readRegister(db, ids);
  }
  return rows.map((row) => ({ ...row, ...register.get(row.projectId)?.at(-1)?.figures }));
}

/** One page of the register of a municipality's projects, latest first; `smallestStep` is the threshold it was compared by. */
export async function readReleases(
  em: EntityManager,
  municipalityId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const own = reader(em)
    .selectFrom('figuresRelease')
    .innerJoin('project', 'project.id', 'figuresRelease.projectId')
    .where('project.municipalityId', '=', municipalityId);
  const { count } = await own.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const rows = await own
    .orderBy('figuresRelease.releasedAt', 'desc')
    .orderBy('project.sortKey')
    .orderBy('figuresRelease.number', 'desc')
    .orderBy('figuresRelease.id')
    .limit(limit)
    .offset(offset)
    .select([
      'figuresRelease.id',
      'figuresRelease.projectId',
      'figuresRelease.number',
      'figuresRelease.audience',
      'figuresRelease.thresholdCount as smallestStep',
      'figuresRelease.figures',
      'figuresRelease.releasedAt',
      'project.title',
      'project.year',
      'project.tier',
      sql<boolean>`not exists (
        select from figures_release as later
        where later.project_id = figures_release.project_id and later.number > figures_release.number
      )`.as('isCurrent'),
    ])
    .execute();
  return { rows, totalCount: count };
}

/** What has changed in a project since its last release and is not published, and why. */
export interface HeldFigures {
  names: ReleasedFigureName[];
  reason: HeldFiguresReason;
}

/** Of projects with figures as they are now, those whose last release stands although figures have changed since. */
export async function readHeldFigures(
  em: EntityManager,
  rows: readonly Releasable[],
): Promise<ReadonlyMap<string, HeldFigures>> {
  if (rows.length === 0) return new Map();
  const db = reader(em);
  const ids = rows.map(({ projectId }) => projectId);
  const [atApproval, register] = [await readApproved(db, ids), await readRegister(db, ids)];
  const thresholds = await readThresholds(em);
  return new Map(
    rows.flatMap((row): [string, HeldFigures][] => {
      const earlier = register.get(row.projectId) ?? [];
      const last = earlier.at(-1);
      const now = figuresOf(row);
      if (!last || isSameRelease(last.figures, now)) return [];
      const before = publishedBefore(now, atApproval.get(row.projectId), earlier);
      const reason = whyHeld(now, before, largestOutside(thresholds(row.municipalityId)));
      const names = releasedFigureNames.filter((name) => last.figures[name] !== now[name]);
      return reason === null ? [] : [[row.projectId, { names, reason }]];
    }),
  );
}

const largestOutside = ({ otherDistrict, funder, public: everybody }: Thresholds) =>
  Math.max(otherDistrict, funder, everybody);

/** Everything published of a project: what its approval froze, and its releases. */
function publishedBefore(
  now: ReleasedFigures,
  frozen: Partial<ReleasedFigures> | null | undefined,
  earlier: readonly { figures: ReleasedFigures }[],
): ReleasedFigures[] {
  return [...(frozen ? [figuresOf({ ...now, ...frozen })] : []), ...earlier.map((one) => one.figures)];
}

async function readRegister(db: Reader, ids: readonly string[]) {
  const releases = await db
    .selectFrom('figuresRelease')
    .where('projectId', 'in', [...ids])
    .orderBy('number')
    .select(['projectId', 'number', 'figures'])
    .execute();
  return Map.groupBy(releases, ({ projectId }) => projectId);
}

async function readApproved(db: Reader, ids: readonly string[]) {
  const approved = await db
    .selectFrom('evaluation')
    .where('projectId', 'in', [...ids])
    .where('status', '=', 'approved')
    .select(['projectId', sql<Partial<ReleasedFigures> | null>`evaluation.frozen -> 'figures'`.as('figures')])
    .execute();
  return new Map(approved.map(({ projectId, figures }) => [projectId, figures]));
}

function figuresOf(row: ReleasedFigures): ReleasedFigures {
  return Object.fromEntries(releasedFigureNames.map((name) => [name, row[name]])) as ReleasedFigures;
}
