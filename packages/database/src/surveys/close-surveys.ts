import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { unlinked } from '@forspring/domain/surveys/survey.rules';
import type { Reader } from '../tables.ts';

/**
 * Closes a survey for good, in the caller's transaction and with its row held: the salt is gone, every link that came from a
 * card is replaced by a random name shared by a pair, and every answer has a new random id in a new order.
 */
export async function closeOne(db: Reader, surveyId: string, today: string): Promise<void> {
  // Rounds before answers, as whoever answers does: neither waits for the other for ever.
  await db
    .updateTable('surveyWave')
    .set({ endedOn: today })
    .where('surveyId', '=', surveyId)
    .where('endedOn', 'is', null)
    .where('closesOn', '>=', today)
    .execute();
  const rounds = await db
    .selectFrom('surveyAnswers')
    .innerJoin('surveyWave', 'surveyWave.id', 'surveyAnswers.waveId')
    .where('surveyWave.surveyId', '=', surveyId)
    .select(['surveyAnswers.waveId', 'surveyAnswers.answers'])
    .forUpdate()
    .execute();
  const bare = unlinked(
    rounds.map(({ answers }) => answers),
    () => randomUUID(),
  );
  for (const [index, { waveId }] of rounds.entries())
    await db
      .updateTable('surveyAnswers')
      .set({ answers: sql`${JSON.stringify(bare[index] ?? [])}::jsonb` })
      .where('waveId', '=', waveId)
      .execute();
  await db.updateTable('survey').set({ salt: null, closedOn: today }).where('id', '=', surveyId).execute();
}

/** The surveys whose salt is to be destroyed by today. */
export async function dueSurveys(db: Reader, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('survey')
    .where('closedOn', 'is', null)
    .where('unlinkOn', '<=', today)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Closes a project's surveys that are still open, where its rows of single cards go. */
export async function closeSurveysOf(db: Reader, projectId: string, today: string): Promise<void> {
  const open = await db
    .selectFrom('survey')
    .where('projectId', '=', projectId)
    .where('closedOn', 'is', null)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id } of open) await closeOne(db, id, today);
}
