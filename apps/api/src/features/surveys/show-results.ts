import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { ShownSurveyResults } from '@forspring/domain/surveys/survey-results';
import type { SignedInContext } from '../../kernel/context.ts';
import { readSurveyResults } from '../../kernel/survey-results.ts';

/** The results of a survey's rounds that are over for good. */
export async function showResults(
  { em, actor, clock, project }: SignedInContext & { project: ProjectPlace },
  { surveyId }: { surveyId: string },
): Promise<ShownSurveyResults> {
  const results = await readSurveyResults(em, { actor, project, today: clock.today() }, surveyId);
  if (results === null) throw commonProblems.missing();
  return results;
}
