import { sql } from 'kysely';
import { waveKinds } from '@forspring/domain/surveys/survey';
import { tallyOf } from '@forspring/domain/surveys/survey-tally';
import type { Reader } from '../tables.ts';

/**
 * Keeps what the results of a project's closed surveys rest on and removes every single answer, in the caller's
 * transaction; answers how many were removed. Results before and after are the same.
 */
export async function sumSurveysOf(db: Reader, projectId: string, today: string): Promise<number> {
  const surveys = await db
    .selectFrom('survey')
    .where('projectId', '=', projectId)
    .where('closedOn', 'is not', null)
    .where('answersRemovedOn', 'is', null)
    .select(['id', 'items', 'isLinked'])
    .orderBy('id')
    .forUpdate()
    .execute();
  let removedCount = 0;
  for (const { id, items, isLinked } of surveys) {
    const rows = await db
      .selectFrom('surveyWave')
      .leftJoin('surveyAnswers', 'surveyAnswers.waveId', 'surveyWave.id')
      .where('surveyWave.surveyId', '=', id)
      .select(['surveyWave.id', 'surveyWave.kind', 'surveyAnswers.answers'])
      .execute();
    const rounds = rows
      .toSorted((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind))
      .map((wave) => ({ waveId: wave.id, answers: wave.answers ?? [] }));
    const tally = tallyOf(items, rounds, { isLinked });
    removedCount += rounds.reduce((sum, { answers }) => sum + answers.length, 0);
    await db
      .updateTable('survey')
      .set({ tally: sql`${JSON.stringify(tally)}::jsonb`, answersRemovedOn: today })
      .where('id', '=', id)
      .execute();
    if (rounds.length === 0) continue;
    await db
      .updateTable('surveyAnswers')
      .set({ answers: sql`'[]'::jsonb` })
      .where(
        'waveId',
        'in',
        rounds.map(({ waveId }) => waveId),
      )
      .execute();
  }
  return removedCount;
}
