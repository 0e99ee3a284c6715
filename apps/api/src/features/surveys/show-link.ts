import { reader } from '@forspring/database/reader';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { OpenedLink } from '@forspring/domain/surveys/answer';
import { questionsOf, secondsOf } from '@forspring/domain/surveys/survey-item';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { waveState } from '@forspring/domain/surveys/survey.rules';
import type { Context } from '../../kernel/context.ts';
import { hasRoom } from './crowd.ts';
import { newTicket } from './ticket.ts';

/** What lies behind a public link today: the questions with a ticket for one answer, or why there is nothing to answer. */
export async function showLink({ em, clock, seal }: Context, { token }: { token: string }): Promise<OpenedLink> {
  const row = await reader(em)
    .selectFrom('surveyWave')
    .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
    .innerJoin('project', 'project.id', 'survey.projectId')
    .where('surveyWave.token', '=', token)
    .select([
      'surveyWave.id as waveId',
      'surveyWave.kind',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'surveyWave.endedOn',
      'survey.title',
      'survey.items',
      'survey.salt',
      'survey.unlinkOn',
      'survey.closedOn',
      'project.status',
    ])
    .executeTakeFirst();
  if (!row) return { state: 'unknown' };
  if (!hasRoom(row.waveId)) throw surveyProblems.tooMany();
  const today = clock.today();
  const state = row.closedOn === null ? waveState(row, today) : 'over';
  if (state === 'waiting') return { state, opensOn: row.opensOn };
  if (state === 'over' || !recordingStatuses.includes(row.status)) return { state: 'over' };
  const { waveId, title, items, salt, unlinkOn } = row;
  return {
    state: 'open',
    survey: {
      waveId,
      title,
      questions: questionsOf(items),
      seconds: secondsOf(items),
      link: salt === null || unlinkOn === null ? null : { salt, until: unlinkOn },
      ticket: newTicket(seal, waveId, { today, now: clock.now() }),
    },
  };
}
