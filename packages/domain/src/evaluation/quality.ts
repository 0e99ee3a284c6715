import { z } from 'zod';

/** The questions of the quality check, in the order of a project's life. */
export const qualityQuestions = [
  'problemDescribed',
  'targetGroupCounted',
  'assumptionsWritten',
  'baselines',
  'goalsMeasurable',
  'harmConsidered',
  'harmMeasured',
  'nameWithoutLabel',
  'partnersAgreed',
  'sessionsHeld',
  'allRegistered',
  'reachCounted',
  'targetGroupReached',
  'partnersActive',
  'dropOutKnown',
  'adaptationsWritten',
  'budgetKept',
  'goalsMeasured',
  'beforeAndAfter',
  'basesKnown',
  'failuresTold',
  'forWhomTold',
  'repeatable',
  'recommendationReasoned',
] as const;
export type QualityQuestion = (typeof qualityQuestions)[number];

export const qualityAnswers = ['yes', 'no', 'notRelevant', 'unknown'] as const;
export type QualityAnswer = (typeof qualityAnswers)[number];

/** One question with the answer the plan and the data give. */
export const qualityCheck = z.object({ question: z.enum(qualityQuestions), answer: z.enum(qualityAnswers) });
export type QualityCheck = z.infer<typeof qualityCheck>;

/** Where each question belongs in a project's life. */
export const qualityGroups = ['need', 'plan', 'delivery', 'results', 'sharing'] as const;
export type QualityGroup = (typeof qualityGroups)[number];

/** The standard a question is taken from, as a note of its source. */
export type QualitySource =
  | 'Beccaria 1'
  | 'Beccaria 2'
  | 'Beccaria 3'
  | 'Beccaria 6'
  | 'Beccaria 7'
  | 'EDPQS 1'
  | 'EDPQS 2'
  | 'EDPQS 5'
  | 'EDPQS 6'
  | 'EDPQS 8'
  | 'EDPQS, ethics'
  | 'RE-AIM, reach'
  | 'RE-AIM, effectiveness'
  | 'RE-AIM, adoption'
  | 'RE-AIM, implementation'
  | 'EUCPN QualiPrev';

/** A question's group, its source, and the tab of the project where what it asks for is mended. */
export const qualityAbout: Record<
  QualityQuestion,
  {
    group: QualityGroup;
    source: QualitySource;
    tab: 'plan' | 'goals' | 'activities' | 'partners' | 'budget' | 'evaluation';
  }
> = {
  problemDescribed: { group: 'need', source: 'Beccaria 1', tab: 'plan' },
  targetGroupCounted: { group: 'need', source: 'EDPQS 1', tab: 'plan' },
  assumptionsWritten: { group: 'plan', source: 'Beccaria 2', tab: 'plan' },
  baselines: { group: 'need', source: 'EDPQS 1', tab: 'goals' },
  goalsMeasurable: { group: 'plan', source: 'Beccaria 3', tab: 'goals' },
  harmConsidered: { group: 'plan', source: 'EDPQS, ethics', tab: 'plan' },
  harmMeasured: { group: 'plan', source: 'EDPQS, ethics', tab: 'goals' },
  nameWithoutLabel: { group: 'plan', source: 'EDPQS, ethics', tab: 'plan' },
  partnersAgreed: { group: 'plan', source: 'EDPQS 2', tab: 'partners' },
  sessionsHeld: { group: 'delivery', source: 'RE-AIM, implementation', tab: 'activities' },
  allRegistered: { group: 'delivery', source: 'EDPQS 6', tab: 'activities' },
  reachCounted: { group: 'delivery', source: 'RE-AIM, reach', tab: 'activities' },
  targetGroupReached: { group: 'delivery', source: 'RE-AIM, reach', tab: 'activities' },
  partnersActive: { group: 'delivery', source: 'RE-AIM, adoption', tab: 'partners' },
  dropOutKnown: { group: 'delivery', source: 'RE-AIM, implementation', tab: 'activities' },
  adaptationsWritten: { group: 'delivery', source: 'RE-AIM, implementation', tab: 'evaluation' },
  budgetKept: { group: 'delivery', source: 'EDPQS 5', tab: 'budget' },
  goalsMeasured: { group: 'results', source: 'Beccaria 6', tab: 'goals' },
  beforeAndAfter: { group: 'results', source: 'RE-AIM, effectiveness', tab: 'goals' },
  basesKnown: { group: 'results', source: 'Beccaria 6', tab: 'goals' },
  failuresTold: { group: 'sharing', source: 'EDPQS 8', tab: 'evaluation' },
  forWhomTold: { group: 'sharing', source: 'EUCPN QualiPrev', tab: 'evaluation' },
  repeatable: { group: 'sharing', source: 'EUCPN QualiPrev', tab: 'evaluation' },
  recommendationReasoned: { group: 'sharing', source: 'Beccaria 7', tab: 'evaluation' },
};
