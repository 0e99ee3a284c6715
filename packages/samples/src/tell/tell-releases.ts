import type { Reader } from '@forspring/database/tables';
import { type ReleasedFigures, releasedFigureNames } from '@forspring/domain/trust/release.rules';
import { sql } from 'kysely';
import { storyId } from '../story-id.ts';
import type { Telling } from './telling.ts';

/** Writes every other evaluated project into the register of releases: somebody outside looked at its figures in the spring. */
export async function tellReleases(db: Reader, tellings: readonly Telling[]): Promise<void> {
  const evaluated = tellings.filter(({ status }) => status === 'evaluated').filter((_, index) => index % 2 === 0);
  for (const [index, { projectId, name, days, year }] of evaluated.entries()) {
    const row = await db
      .selectFrom('projectFigures')
      .where('projectId', '=', projectId)
      .select([...releasedFigureNames])
      .executeTakeFirstOrThrow();
    const figures: ReleasedFigures = { ...row, visitMinutes: Number(row.visitMinutes) };
    const on = days.passed(`${year + 1}-03-${String(2 + index * 3).padStart(2, '0')}`, 1);
    await db
      .insertInto('figuresRelease')
      .values({
        id: storyId(`release/${name}`),
        projectId,
        number: 1,
        audience: index % 3 === 1 ? 'funder' : 'otherDistrict',
        thresholdCount: 10,
        figures: sql<ReleasedFigures>`${JSON.stringify(figures)}::jsonb`,
        releasedAt: days.at(on, 600 + index * 17),
      })
      .execute();
  }
}
