import { z } from 'zod';
import { costKinds } from '../budgets/budget.ts';
import {
  claimDesigns,
  indicatorDirections,
  indicatorUnits,
  measurementMethods,
  measurementModes,
  missingKinds,
} from '../goals/goal.ts';
import { measurementPart } from '../goals/part.ts';
import { projectThemes, tiers, tracks } from '../interventions/intervention.ts';
import { projectStatuses } from '../projects/project.ts';
import { pulseSum } from '../participation/kiosk.ts';
import { shownSurveyResults } from '../surveys/survey-results.ts';
import { attainments, processFigures, recommendations } from './evaluation.ts';
import { evaluatedElement } from './fidelity.ts';
import { qualityCheck } from './quality.ts';

/** One reading as frozen. */
const frozenMeasurement = z.object({
  measuredOn: z.string(),
  value: z.number().nullable(),
  missing: z.enum(missingKinds).nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  numeratorCount: z.number().nullable(),
  baseCount: z.number().nullable(),
  spread: z.number().nullable().default(null),
  fromOn: z.string().nullable().default(null),
  method: z.enum(measurementMethods),
  mode: z.enum(measurementModes).nullable().default(null),
  parts: z.array(measurementPart).default([]),
  note: z.string(),
  version: z.number().int(),
});

/** One reading of the compared group as frozen. */
const frozenComparisonReading = z.object({
  measuredOn: z.string(),
  value: z.number().nullable(),
  missing: z.enum(missingKinds).nullable(),
  numeratorCount: z.number().nullable(),
  baseCount: z.number().nullable(),
  spread: z.number().nullable(),
  note: z.string(),
});

const frozenLockedChange = z.object({
  id: z.string(),
  field: z.string(),
  fromText: z.string(),
  toText: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

/** One goal as frozen: its definition, every reading, the judgement and what could be said of it. */
const frozenGoal = z.object({
  id: z.string(),
  title: z.string(),
  tier: z.enum(tiers),
  indicator: z
    .object({
      key: z.string(),
      version: z.number().int(),
      titleDa: z.string(),
      titleEn: z.string(),
      unit: z.enum(indicatorUnits),
      direction: z.enum(indicatorDirections),
      source: z.string(),
      numerator: z.string(),
      denominator: z.string(),
      /** Not there where the card says it in Danish only. */
      sourceEn: z.string().optional(),
      numeratorEn: z.string().optional(),
      denominatorEn: z.string().optional(),
    })
    .nullable(),
  baselineValue: z.number().nullable(),
  baselineMissing: z.enum(missingKinds).nullable(),
  baselineOn: z.string().nullable(),
  targetValue: z.number().nullable(),
  deadlineOn: z.string().nullable(),
  responsible: z.string(),
  assumption: z.string(),
  baselineBaseCount: z.number().nullable().default(null),
  baselineSpread: z.number().nullable().default(null),
  design: z.enum(claimDesigns).default('none'),
  comparison: z.string().default(''),
  comparisonUnitCount: z.number().nullable().default(null),
  isChosenByBaseline: z.boolean().default(false),
  isRiskGroup: z.boolean().default(false),
  measurements: z.array(frozenMeasurement),
  comparisonReadings: z.array(frozenComparisonReading).default([]),
  proposed: z.enum(attainments),
  attainment: z.enum(attainments),
  isJudged: z.boolean(),
  comment: z.string(),
  level: z.number().int().nullable(),
  sentenceDa: z.string(),
  sentenceEn: z.string(),
  lockedChanges: z.array(frozenLockedChange),
});
export type FrozenGoal = z.infer<typeof frozenGoal>;

/** What a frozen evaluation says of its project; places by name, as they were called then. */
const frozenProject = z.object({
  id: z.string(),
  title: z.string(),
  year: z.number().int(),
  status: z.enum(projectStatuses),
  track: z.enum(tracks),
  tier: z.enum(tiers).nullable(),
  tierReason: z.string(),
  themes: z.array(z.enum(projectThemes)),
  minAge: z.number().int().nullable(),
  maxAge: z.number().int().nullable(),
  municipality: z.string(),
  district: z.string().nullable(),
  body: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  targetGroup: z.string(),
  targetGroupCount: z.number().int().nullable(),
  stopReason: z.string(),
});
export type FrozenProject = z.infer<typeof frozenProject>;

/** The budget against the accounts as frozen: every line with who pays how much of it, and each expense by its amount alone. */
const frozenBudget = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(costKinds),
      amountOere: z.number().int(),
      shares: z.array(z.object({ sourceId: z.string(), amountOere: z.number().int() })),
      expensesOere: z.array(z.number().int()),
    }),
  ),
  sources: z.array(z.object({ id: z.string(), name: z.string(), amountOere: z.number().int() })),
});
export type FrozenBudget = z.infer<typeof frozenBudget>;

/** The names of the numbers each audience was not shown, so that a later reader knows what was hidden and from whom. */
export const withheldNames = z.record(z.string(), z.array(z.string()));
export type WithheldNames = z.infer<typeof withheldNames>;

/** Readers a survey's results are frozen for; a project's own people read those of their municipality. */
export const frozenSurveyAudiences = ['municipality', 'otherDistrict', 'funder', 'public'] as const;
export type FrozenSurveyAudience = (typeof frozenSurveyAudiences)[number];

/**
 * A closed survey as each audience was shown it. Answers themselves are in no frozen content, so what was withheld from
 * whom cannot be decided again from it and is kept as it was.
 */
const frozenSurvey = z.object({
  id: z.string(),
  title: z.object({ da: z.string(), en: z.string().nullable() }),
  closedOn: z.string(),
  results: z.record(z.enum(frozenSurveyAudiences), shownSurveyResults),
});
export type FrozenSurvey = z.infer<typeof frozenSurvey>;

/**
 * Everything an approved evaluation rested on, kept as one JSON value whose canonical text is hashed: texts,
 * definitions, figures, goals, readings, locked changes, the thresholds of disclosure then in force, and the version
 * of the data (when it was read and by which definitions).
 */
export const frozenEvaluation = z.object({
  format: z.literal(1),
  project: frozenProject,
  worked: z.string(),
  didNotWork: z.string(),
  forWhom: z.string(),
  adaptations: z.string(),
  costText: z.string(),
  preconditions: z.string(),
  recommendation: z.enum(recommendations),
  recommendationReason: z.string(),
  figures: z.record(z.string(), z.number()),
  process: processFigures,
  goals: z.array(frozenGoal),
  projectLockedChanges: z.array(frozenLockedChange),
  /** Not there in what was frozen before they were kept: {@link laterParts}. */
  budget: frozenBudget.optional(),
  withheld: withheldNames.optional(),
  elements: z.array(evaluatedElement).optional(),
  pulse: z.array(pulseSum).optional(),
  quality: z.array(qualityCheck).optional(),
  surveys: z.array(frozenSurvey).optional(),
  suppression: z.record(z.string(), z.number().int()),
  dataVersion: z.object({ readAt: z.string(), processDefinition: z.number().int(), claimLadder: z.number().int() }),
  submittedBy: z.string(),
  submittedAt: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
});
export type FrozenEvaluation = z.infer<typeof frozenEvaluation>;

/** Parts that older frozen content may lack; what it lacks is no difference when it is built again. */
export const laterParts = ['budget', 'withheld', 'elements', 'pulse', 'quality', 'surveys'] as const;

/** The versions of the definitions behind the numbers; count one up when its rules page changes what a number means. */
export const definitionVersions = { processDefinition: 1, claimLadder: 2 } as const;
