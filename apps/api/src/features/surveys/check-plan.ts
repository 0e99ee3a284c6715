import type { SurveyInput } from '@forspring/domain/surveys/survey';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { hasCards, mustSurvey } from './survey.store.ts';

/** Refuses a plan its project cannot have: no survey at all, no cards to link by, or a salt without a day it ends on. */
export async function checkPlan(
  { em, clock, project }: CommandContext & { project: ProjectPlace },
  { isLinked, unlinkOn }: Pick<SurveyInput, 'isLinked' | 'unlinkOn'>,
): Promise<void> {
  mustSurvey(project);
  if (!isLinked) return;
  if (!(await hasCards(em, project))) throw surveyProblems.noCards();
  if (unlinkOn === null) throw surveyProblems.unlinkNeeded();
  if (unlinkOn <= clock.today()) throw surveyProblems.unlinkPassed();
}
