import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { Audience } from '@forspring/domain/measures/thresholds';
import {
  isSameRelease,
  mayRelease,
  type ReleasedFigures,
  releasedFigureNames,
} from '@forspring/domain/trust/release.rules';
import type { Context } from './context.ts';
import { readThresholds } from './gate-thresholds.ts';

/** A project with its figures as they are now. */
export interface Releasable extends ReleasedFigures {
  projectId: string;
  municipalityId: string;
}

/**
 * The same projects with the figures that somebody outside their municipality is shown: those last published. What has
 * changed since is published when it differs by nothing or by enough from everything published before, and until then
 * the earlier figures stand (docs/disclosure.md, 6.3). Publishing is writing it in the register, so a look at figures
 * nobody has seen before leaves a row. Only for projects whose year is over.
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
  const thresholds = await readThresholds(em);
  let register = await readRegister();
  const due = rows.flatMap((row) => {
    const earlier = register.get(row.projectId) ?? [];
    const figures = figuresOf(row);
    const last = earlier.at(-1);
    if (last && isSameRelease(last.figures, figures)) return [];
    const { otherDistrict, funder, public: everybody } = thresholds(row.municipalityId);
    const thresholdCount = Math.max(otherDistrict, funder, everybody);
    const before = earlier.map((one) => one.figures);
    if (!mayRelease(figures, before, thresholdCount)) return [];
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
