import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { AnswerInput } from '@forspring/domain/surveys/answer';
import { minAnswerSeconds } from '@forspring/domain/surveys/answering';
import { isWholeAnswer, questionsOf } from '@forspring/domain/surveys/survey-item';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { maxWaveAnswers, takesAnswer, withAnswer } from '@forspring/domain/surveys/survey.rules';
import type { Context } from '../../kernel/context.ts';
import { hasRoom } from './crowd.ts';
import { inLetters, readTicket } from './ticket.ts';

/**
 * Takes one answer. Its id follows from the ticket, so that it counts once however often it is sent; what a robot fills in
 * is thanked for and dropped; a card that has answered already is answered like any other, so that nobody learns of it.
 */
export async function addAnswer(
  { em, clock, seal }: Context,
  { token, ticket: sent, values: given, code, website }: AnswerInput,
): Promise<{ isKept: boolean }> {
  const db = reader(em);
  const wave = await db
    .selectFrom('surveyWave')
    .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
    .innerJoin('project', 'project.id', 'survey.projectId')
    .where('surveyWave.token', '=', token)
    .select([
      'surveyWave.id',
      'surveyWave.surveyId',
      'surveyWave.kind',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'surveyWave.endedOn',
      'survey.items',
      'survey.salt',
      'survey.closedOn',
      'project.status',
    ])
    // Ending a round and closing the survey wait for an answer under way, and it for them.
    .forShare('surveyWave')
    .executeTakeFirst();
  if (!wave) throw surveyProblems.notAnswerable();
  if (!hasRoom(wave.id)) throw surveyProblems.tooMany();
  const ticket = readTicket(seal, wave.id, sent);
  if (!ticket) throw surveyProblems.badTicket();
  const days = { openedOn: ticket.openedOn, today: clock.today() };
  if (wave.closedOn !== null || !takesAnswer(wave, days) || !recordingStatuses.includes(wave.status))
    throw surveyProblems.notAnswerable();

  const questions = questionsOf(wave.items);
  const values = Object.fromEntries(questions.map(({ id }, place) => [id, given[place] ?? null]));
  if (given.length !== questions.length || !isWholeAnswer(questions, values)) throw surveyProblems.badAnswer();
  const seconds = (clock.now().getTime() - ticket.openedAtMillis) / 1000;
  if (website !== '' || seconds < minAnswerSeconds(questions.length)) return { isKept: true };

  await sql`
    insert into survey_answers (wave_id, answers, answer_count, double_count) values (${wave.id}, '[]', 0, 0)
    on conflict do nothing
  `.execute(db);
  const kept = await db
    .selectFrom('surveyAnswers')
    .where('waveId', '=', wave.id)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (kept.answerCount >= maxWaveAnswers) throw surveyProblems.tooMany();
  const { answers, outcome } = withAnswer(kept.answers, {
    id: inLetters(seal('survey answer', `${wave.id} ${ticket.name}`)).slice(0, 32),
    link: code === null || wave.salt === null ? null : inLetters(seal('survey link', `${wave.surveyId} ${code}`)),
    values,
  });
  if (outcome !== 'repeated')
    await db
      .updateTable('surveyAnswers')
      .set({
        answers: sql`${JSON.stringify(answers)}::jsonb`,
        answerCount: answers.length,
        doubleCount: kept.doubleCount + (outcome === 'double' ? 1 : 0),
      })
      .where('waveId', '=', wave.id)
      .execute();
  return { isKept: true };
}
