import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { getSurveyLocked, leaveTrace, wavesOf } from './survey.store.ts';

/** Removes a survey nobody has answered. */
export async function removeSurvey(
  ctx: CommandContext & { project: ProjectPlace },
  { surveyId, baseVersion }: { surveyId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em } = ctx;
  const survey = await getSurveyLocked(em, surveyId);
  const waves = await wavesOf(em, [surveyId]).execute();
  if (waves.some(({ answerCount }) => (answerCount ?? 0) > 0)) throw surveyProblems.answered();
  await countUp(survey, baseVersion, () => ({ title: survey.title, version: survey.version }));
  await reader(em).deleteFrom('survey').where('id', '=', surveyId).execute();
  em.clear();
  leaveTrace(ctx, 'removeSurvey', 'survey', surveyId);
  return { id: surveyId };
}
