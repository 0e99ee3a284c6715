import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { Audience } from '@forspring/domain/measures/thresholds';
import {
  isSameRelease,
  mayRelease,
  type ReleasedFigures,
  releasedFigureNames,
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
  const readRegister = async () => {
    const releases = await db
      .selectFrom('figuresRelease')
      .where('projectId', 'in', ids)
      .orderBy('number')
      .select(['projectId', 'number', 'figures'])
      .execute();
    return Map.groupBy(releases, ({ projectId }) => projectId);
  };
  const approved = await db
    .selectFrom('evaluation')
    .where('projectId', 'in', ids)
    .where('status', '=', 'approved')
    .select(['projectId', sql<Partial<ReleasedFigures> | null>`evaluation.frozen -> 'figures'`.as('figures')])
    .execute();
  const atApproval = new Map(approved.map(({ projectId, figures }) => [projectId, figures]));
  const thresholds = await readThresholds(em);
  let register = await readRegister();
  const due = rows.flatMap((row) => {
    const earlier = register.get(row.projectId) ?? [];
    const now = figuresOf(row);
    const last = earlier.at(-1);
    if (last && isSameRelease(last.figures, now)) return [];
    const { otherDistrict, funder, public: everybody } = thresholds(row.municipalityId);
    const thresholdCount = Math.max(otherDistrict, funder, everybody);
    const frozen = atApproval.get(row.projectId);
    const before = [...(frozen ? [figuresOf({ ...now, ...frozen })] : []), ...earlier.map((one) => one.figures)];
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
    register = await readRegister();
  }
  return rows.map((row) => ({ ...row, ...register.get(row.projectId)?.at(-1)?.figures }));
}

function figuresOf(row: ReleasedFigures): ReleasedFigures {
  return Object.fromEntries(releasedFigureNames.map((name) => [name, row[name]])) as ReleasedFigures;
}
