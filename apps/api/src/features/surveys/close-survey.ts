import { closeOne } from '@forspring/database/surveys/close-surveys';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { getSurveyLocked, leaveTrace } from './survey.store.ts';

/** Closes a survey for good: no more answers, the salt destroyed, and nothing left in the answers that came from a card. */
export async function closeSurvey(
  ctx: CommandContext & { project: ProjectPlace },
  { surveyId, baseVersion }: { surveyId: string; baseVersion: number },
): Promise<{ closedOn: string }> {
  const { em, clock } = ctx;
  const survey = await getSurveyLocked(em, surveyId);
  if (survey.closedOn) throw surveyProblems.isClosed();
  await countUp(survey, baseVersion, () => ({ closedOn: survey.closedOn, version: survey.version }));
  await em.flush();
  await closeOne(reader(em), surveyId, clock.today());
  em.clear();
  leaveTrace(ctx, 'closeSurvey', 'survey', surveyId, ['salt']);
  return { closedOn: clock.today() };
}
