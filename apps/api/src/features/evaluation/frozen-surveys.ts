import type { Reader } from '@forspring/database/tables';
import type { FrozenSurvey, FrozenSurveyAudience } from '@forspring/domain/evaluation/frozen-evaluation';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { Thresholds } from '@forspring/domain/measures/thresholds';
import { readRounds, resultsOf, surveyGate } from '../../kernel/survey-results.ts';

/** What a survey's results are frozen under: thresholds, tier, and which surveys; all closed ones where none are named. */
export interface SurveyTerms {
  projectId: string;
  tier: Tier | null;
  thresholds: Thresholds;
  surveyIds: readonly string[] | null;
}

/**
 * A project's closed surveys as each audience may see them. Only closed ones: while a round can still take answers, or
 * answers are still linked to cards, what is said of them can change.
 */
export async function surveysToFreeze(
  db: Reader,
  { projectId, tier, thresholds, surveyIds }: SurveyTerms,
): Promise<FrozenSurvey[]> {
  const surveys = await db
    .selectFrom('survey')
    .where('projectId', '=', projectId)
    .where('closedOn', 'is not', null)
    .orderBy('addedOn')
    .orderBy('id')
    .selectAll()
    .execute();
  const asked = surveys.filter(({ id }) => surveyIds === null || surveyIds.includes(id));
  return Promise.all(
    asked.map(async (survey): Promise<FrozenSurvey> => {
      const closedOn = survey.closedOn ?? '';
      const read = await readRounds(db, survey, closedOn);
      const of = (audience: FrozenSurveyAudience) => resultsOf(read, surveyGate(audience, tier, thresholds));
      return {
        id: survey.id,
        title: survey.title,
        closedOn,
        results: {
          municipality: of('municipality'),
          otherDistrict: of('otherDistrict'),
          funder: of('funder'),
          public: of('public'),
        },
      };
    }),
  );
}
