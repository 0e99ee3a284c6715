import { SurveyWave } from '@forspring/database/surveys/survey-wave.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { WaveInput } from '@forspring/domain/surveys/survey';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { checkWave } from './check-wave.ts';
import { getSurveyLocked, leaveTrace, mustSurvey, randomLetters } from './survey.store.ts';

/** Letters of a public address: 131 bits, which nobody guesses. */
const tokenLetters = 28;

/** Plans a round and draws its public address. */
export async function addWave(
  ctx: CommandContext & { project: ProjectPlace },
  { surveyId, id, kind, opensOn, closesOn, askedCount }: WaveInput,
): Promise<{ id: string; version: number }> {
  const { em, clock, project } = ctx;
  mustSurvey(project);
  const survey = await getSurveyLocked(em, surveyId);
  if (survey.closedOn) throw surveyProblems.isClosed();
  if (await em.findOne(SurveyWave, { id })) throw commonProblems.alreadyThere();
  const wave = { id, kind, opensOn, closesOn, endedOn: null };
  await checkWave(em, survey, wave, clock.today());
  em.create(SurveyWave, { ...wave, surveyId, askedCount, token: randomLetters(tokenLetters) }, { persist: true });
  await em.flush();
  leaveTrace(ctx, 'addSurveyWave', 'surveyWave', id);
  return { id, version: 1 };
}
