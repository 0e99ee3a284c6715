import { z } from 'zod';
import { attainments, recommendations } from '../evaluation/evaluation.ts';
import { indicatorUnits, shownDividedReading, shownLockedChange } from '../goals/goal.ts';
import { projectThemes, tiers } from '../interventions/intervention.ts';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { reachRange } from '../measures/reach.ts';
import { freeText } from '../measures/text.ts';
import { projectStatuses } from '../projects/project.ts';

/** Cards on one page of the library. */
export const learningPageSize = 24;

const count = z.number().int();

/** What somebody looks for in the library; empty lists and nulls leave a filter open. */
export const learningSearch = z.object({
  search: z.string().trim().max(200),
  tiers: z.array(z.enum(tiers)).max(3),
  themes: z.array(z.enum(projectThemes)).max(projectThemes.length),
  /** An age the project must have been for. */
  age: count.min(0).max(30).nullable(),
  /** The most a visit hour may have cost, cash and in-kind together; leaves out those whose cost is not shown. */
  maxCostOere: count.min(0).max(100_000_00).nullable(),
  minEvidence: count.min(1).max(5).nullable(),
  districtIds: z.array(z.uuid()).max(100),
  recommendations: z.array(z.enum(recommendations)).max(4),
  /** Only projects stopped early, only those that ran to their end, or all. */
  ending: z.enum(['all', 'stopped', 'completed']),
  page: count.min(1).max(10_000),
});
export type LearningSearch = z.infer<typeof learningSearch>;

/** One card of the library. */
export const shownLearningCard = z.object({
  projectId: z.uuid(),
  title: z.string(),
  year: count,
  municipalityName: z.string(),
  /** Null for the whole municipality. */
  districtName: z.string().nullable(),
  tier: z.enum(tiers),
  themes: z.array(z.enum(projectThemes)),
  minAge: count,
  maxAge: count,
  isStopped: z.boolean(),
  recommendation: z.enum(recommendations).nullable(),
  evidenceLevel: count.nullable(),
  /** Øre, cash and in-kind together. */
  costPerVisitHour: cellOf(z.number()),
  summary: z.string(),
  worked: z.string(),
  didNotWork: z.string(),
  forWhom: z.string(),
  /** Districts and municipalities in which the same intervention has run, in the order of the alphabet. */
  usedIn: z.array(z.string()),
});
export type ShownLearningCard = z.infer<typeof shownLearningCard>;

/** A page of the library. */
export const shownLearningCards = z.object({
  cards: z.array(shownLearningCard),
  totalCount: count,
  /** Whether nothing matched the words as written, so that cards with words like them are shown. */
  isForgiving: z.boolean(),
  districts: z.array(z.object({ id: z.uuid(), name: z.string(), municipalityName: z.string() })),
});
export type ShownLearningCards = z.infer<typeof shownLearningCards>;

/** A goal of an evaluated project: what was aimed at, what came of it and how sure anyone can be. */
export const learningGoal = z.object({
  id: z.uuid(),
  title: z.string(),
  indicatorDa: z.string(),
  indicatorEn: z.string(),
  unit: z.enum(indicatorUnits).nullable(),
  /** Where it began, by the rule for readings. */
  baseline: cellOf(interval),
  targetValue: z.number().nullable(),
  /** The last reading, with its interval and n where it is a share. */
  result: cellOf(interval),
  /** The first and the latest reading that were divided into groups, earliest first; none where none is shown. */
  divided: z.array(shownDividedReading).max(2),
  /** What was changed after approval: when and why. */
  lockedChanges: z.array(shownLockedChange.omit({ by: true })),
  attainment: z.enum(attainments).nullable(),
  evidenceLevel: count.nullable(),
  comment: z.string(),
});
export type LearningGoal = z.infer<typeof learningGoal>;

/** The columns of a project in which a copy can differ from its original. */
export const adaptedColumns = [
  'title',
  'summary',
  'tier',
  'track',
  'themes',
  'minAge',
  'maxAge',
  'challenge',
  'targetGroup',
  'targetGroupCount',
  'effects',
  'results',
  'activities',
  'resources',
  'assumptions',
  'adultsPresent',
  'structure',
  'groupMix',
  'usesCodes',
] as const;

/** The parts of a plan in which a copy can differ from its original. */
export const adaptationFields = [...adaptedColumns, 'goals', 'series', 'budgetCash', 'budgetInKind'] as const;
export type AdaptationField = (typeof adaptationFields)[number];

/** What a copy does differently, and why. Texts are as the plan has them; words from lists are codes. */
export const shownAdaptation = z.object({
  /** One of {@link adaptationFields}, or the owner's own word for something beside the plan. */
  field: z.string(),
  fromText: z.string(),
  toText: z.string(),
  reason: z.string(),
  /** Whether the part has changed again since the reason was given. */
  isOutdated: z.boolean(),
});
export type ShownAdaptation = z.infer<typeof shownAdaptation>;

/** What a copy differs in, the open ones first, and where it came from. */
export const shownAdaptations = z.object({
  original: z.object({
    projectId: z.uuid(),
    title: z.string(),
    year: count,
    placeName: z.string(),
    hasCard: z.boolean(),
  }),
  adaptations: z.array(shownAdaptation),
  abilities: z.object({ setReason: z.boolean() }),
});
export type ShownAdaptations = z.infer<typeof shownAdaptations>;

/** The reason for one difference. */
export const adaptationReasonInput = z.object({ field: z.enum(adaptationFields), reason: freeText({ max: 600 }) });

/** A run of the same intervention somewhere. */
export const relatedRun = z.object({
  projectId: z.uuid(),
  title: z.string(),
  year: count,
  placeName: z.string(),
  status: z.enum(projectStatuses),
  hasCard: z.boolean(),
});

/** A municipality in which the reader may start a copy, with its districts and bodies. */
export const repeatPlace = z.object({
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  districts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  bodies: z.array(z.object({ id: z.uuid(), name: z.string(), districtId: z.uuid().nullable() })),
});

/** Everything one evaluated or stopped project teaches. */
export const shownLearning = z.object({
  card: shownLearningCard,
  didNotWork: z.string(),
  adaptations: z.string(),
  preconditions: z.string(),
  costText: z.string(),
  recommendationReason: z.string(),
  stopReason: z.string(),
  plan: z.object({
    challenge: z.string(),
    targetGroup: z.string(),
    effects: z.string(),
    results: z.string(),
    activities: z.string(),
    resources: z.string(),
    assumptions: z.array(z.string()),
    harmAnswer: z.string(),
  }),
  figures: z.object({
    held: count,
    planned: count,
    visits: cellOf(z.number()),
    reach: cellOf(reachRange),
    visitMinutes: cellOf(z.number()),
    spentCashOere: count,
    spentInKindOere: count,
    cashPerVisitHour: cellOf(z.number()),
    totalPerVisitHour: cellOf(z.number()),
  }),
  goals: z.array(learningGoal),
  original: relatedRun.nullable(),
  /** Copies that have been approved, with what they do differently. */
  copies: z.array(relatedRun.extend({ adaptations: z.array(shownAdaptation) })),
  /** Other runs of the same intervention. */
  runs: z.array(relatedRun),
  repeat: z.object({ places: z.array(repeatPlace), firstYear: count, lastYear: count }),
});
export type ShownLearning = z.infer<typeof shownLearning>;

/** Where and when a project is to be repeated. */
export const repeatInput = z.object({
  /** The project whose card is repeated. */
  projectId: z.uuid(),
  /** The copy's own id. */
  id: z.uuid(),
  municipalityId: z.uuid(),
  /** Null for the whole municipality. */
  districtId: z.uuid().nullable(),
  bodyId: z.uuid(),
  year: count.min(2000).max(2100),
});
export type RepeatInput = z.infer<typeof repeatInput>;

/** The draft made, and what was brought along. */
export const repeatedProject = z.object({
  projectId: z.uuid(),
  goalCount: count,
  sessionCount: count,
  lineCount: count,
});
export type RepeatedProject = z.infer<typeof repeatedProject>;
