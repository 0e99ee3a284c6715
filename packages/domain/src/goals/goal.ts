import { z } from 'zod';
import { tiers } from '../interventions/intervention.ts';
import { day } from '../measures/day.ts';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { freeText } from '../measures/text.ts';
import { disaggregations, measurementPart, mostParts, shownDivision } from './part.ts';

/** The unit an indicator is measured in; rates and shares are never summed. */
export const indicatorUnits = ['count', 'share', 'mean', 'oere', 'yesNo'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** Which way is the right way: a bound to keep (at least, at most) or a change to bring about (up, down). */
export const indicatorDirections = ['atLeast', 'atMost', 'up', 'down'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];

export const measurementMethods = ['registration', 'survey', 'interview', 'register', 'observation', 'count'] as const;
export type MeasurementMethod = (typeof measurementMethods)[number];

/** How the answers or counts were collected; two readings compare only when it was done alike. */
export const measurementModes = [
  'headcount',
  'cards',
  'paper',
  'screen',
  'link',
  'phone',
  'conversation',
  'records',
] as const;
export type MeasurementMode = (typeof measurementModes)[number];

/** What the project's readings are compared with: nothing, a like group, many units with other factors held, or a draw. */
export const claimDesigns = ['none', 'comparisonGroup', 'controlled', 'randomised'] as const;
export type ClaimDesign = (typeof claimDesigns)[number];

/** Why there is no value; zero is a value and is not here. */
export const missingKinds = ['notMeasured', 'notApplicable', 'withheld'] as const;
export type MissingKind = (typeof missingKinds)[number];

/** The reasons a person may give for having no value; *withheld* is the gate's word alone. */
export const givenMissingKinds = ['notMeasured', 'notApplicable'] as const;

/** What a goal may be missing when its plan is submitted: a goal is specific, measurable and timed by its structure. */
export const goalGapKinds = [
  'title',
  'indicator',
  'baseline',
  'baselineOn',
  'comparison',
  'target',
  'deadline',
  'responsible',
  'assumption',
] as const;
export type GoalGap = (typeof goalGapKinds)[number];

/** An indicator's card: what is counted, out of what, from which source, in which version. */
export const shownIndicator = z.object({
  id: z.uuid(),
  key: z.string(),
  version: z.number().int(),
  titleDa: z.string(),
  titleEn: z.string(),
  tier: z.enum(tiers).nullable(),
  unit: z.enum(indicatorUnits),
  direction: z.enum(indicatorDirections),
  source: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  /** The same in English; empty where the card is written in Danish only ({@link cardText}). */
  sourceEn: z.string(),
  numeratorEn: z.string(),
  denominatorEn: z.string(),
  /** What its readings may be divided by. */
  disaggregations: z.array(z.enum(disaggregations)),
  /** Whether this project wrote the card itself. */
  isOwn: z.boolean(),
});
export type ShownIndicator = z.infer<typeof shownIndicator>;

/** The form of an indicator of one's own. A share says what is counted and out of what. */
export const indicatorInput = z
  .object({
    id: z.uuid(),
    title: freeText({ max: 160 }),
    unit: z.enum(indicatorUnits),
    direction: z.enum(indicatorDirections),
    source: freeText({ max: 200 }),
    numerator: freeText({ max: 200, optional: true }),
    denominator: freeText({ max: 200, optional: true }),
    disaggregations: z.array(z.enum(disaggregations)).max(disaggregations.length).default([]),
  })
  .superRefine((card, context) => {
    if (card.unit !== 'share') return;
    for (const name of ['numerator', 'denominator'] as const)
      if (!card[name]) context.addIssue({ code: 'custom', path: [name], params: { code: 'goal.shareNeedsParts' } });
  });
export type IndicatorInput = z.infer<typeof indicatorInput>;

/** Values lie within what a number field can hold; what fits the indicator's unit is asked by `valueProblems`. */
const value = z.number().min(-1e12).max(1e12);

const goalFields = {
  indicatorId: z.uuid().nullable(),
  tier: z.enum(tiers),
  title: freeText({ max: 200 }),
  baselineValue: value.nullable(),
  baselineMissing: z.enum(givenMissingKinds).nullable(),
  baselineOn: day.nullable(),
  targetValue: value.nullable(),
  deadlineOn: day.nullable(),
  responsible: freeText({ max: 120, optional: true }),
  assumption: freeText({ max: 600, optional: true }),
  /** How many the baseline was found among, where it is a share or a mean. */
  baselineBaseCount: z.number().int().min(1).max(1_000_000).nullable().default(null),
  /** The standard deviation of a baseline that is a mean. */
  baselineSpread: z.number().min(0).max(1e9).nullable().default(null),
  design: z.enum(claimDesigns).default('none'),
  /** Who or what it is compared with, and why they are alike; asked for with every design but none. */
  comparison: freeText({ max: 600, optional: true }).default(null),
  /** Of a controlled design: how many units (schools, districts) there are on each side, at least. */
  comparisonUnitCount: z.number().int().min(1).max(1000).nullable().default(null),
  /** Whether group, place or time was chosen because the figure was unusually high or low. */
  isChosenByBaseline: z.boolean().default(false),
};

/** A new goal: a draft may leave out anything but its title and tier. */
export const goalInput = z.object({ id: z.uuid(), ...goalFields });
export type GoalInput = z.output<typeof goalInput>;

/** A goal changed; after approval the reason is asked for. */
export const goalChangeInput = z.object({
  goalId: z.uuid(),
  baseVersion: z.number().int().min(1),
  ...goalFields,
  reason: freeText({ max: 600, optional: true }),
});
export type GoalChangeInput = z.output<typeof goalChangeInput>;

/** What was found on a day among how many: of a share the two counts, of a mean its standard deviation where it is known. */
const foundFields = {
  measuredOn: day,
  value: value.nullable(),
  numeratorCount: z.number().int().min(0).max(1_000_000).nullable(),
  baseCount: z.number().int().min(0).max(1_000_000).nullable(),
  spread: z.number().min(0).max(1e9).nullable().default(null),
  note: freeText({ max: 600, optional: true }),
};

const measurementFields = {
  ...foundFields,
  /** The first day of what it covers; null where it is of one day. */
  fromOn: day.nullable().default(null),
  missing: z.enum(givenMissingKinds).nullable(),
  method: z.enum(measurementMethods),
  mode: z.enum(measurementModes).nullable().default(null),
  /** What was found in each group, where the reading was divided as its card says; {@link partProblems} asks the rest. */
  parts: z
    .array(measurementPart)
    .max(mostParts * disaggregations.length)
    .default([]),
};

/** One reading of a goal: of a share the two counts, else the value with its n; or why there is none. */
export const measurementInput = z.object({ goalId: z.uuid(), id: z.uuid(), ...measurementFields });
export type MeasurementInput = z.infer<typeof measurementInput>;

/** A reading corrected. */
export const measurementChangeInput = z.object({
  measurementId: z.uuid(),
  baseVersion: z.number().int().min(1),
  ...measurementFields,
});
export type MeasurementChangeInput = z.infer<typeof measurementChangeInput>;

/** A reading of the group a goal is compared with. */
export const comparisonReadingInput = z.object({ goalId: z.uuid(), id: z.uuid(), ...foundFields });
export type ComparisonReadingInput = z.infer<typeof comparisonReadingInput>;

/** A reading of the compared group as shown. */
export const shownComparisonReading = z.object({
  id: z.uuid(),
  measuredOn: z.string(),
  value: z.number().nullable(),
  missing: z.enum(missingKinds).nullable(),
  numeratorCount: z.number().nullable(),
  baseCount: z.number().nullable(),
  spread: z.number().nullable(),
  note: z.string(),
});
export type ShownComparisonReading = z.infer<typeof shownComparisonReading>;

/** A reading as shown: the value or why there is none, with its interval where it is a share of a counted base. */
export const shownMeasurement = z.object({
  id: z.uuid(),
  measuredOn: z.string(),
  value: z.number().nullable(),
  missing: z.enum(missingKinds).nullable(),
  /** The ends of the 95 % interval; null where none can be made. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  numeratorCount: z.number().nullable(),
  baseCount: z.number().nullable(),
  spread: z.number().nullable(),
  fromOn: z.string().nullable(),
  method: z.enum(measurementMethods),
  mode: z.enum(measurementModes).nullable(),
  note: z.string(),
  /** What was found in each group, past the gate; empty where it was not divided, or is not shown itself. */
  divisions: z.array(shownDivision),
  recordedBy: z.string(),
  recordedAt: z.string(),
  version: z.number().int(),
});
export type ShownMeasurement = z.infer<typeof shownMeasurement>;

/** A reading that was divided, with its whole and its groups past the gate. */
export const shownDividedReading = z.object({
  measuredOn: z.string(),
  unit: z.enum(indicatorUnits),
  whole: cellOf(interval),
  divisions: z.array(shownDivision).min(1),
});
export type ShownDividedReading = z.infer<typeof shownDividedReading>;

/** A change made after approval to something approval locked. */
export const shownLockedChange = z.object({
  id: z.uuid(),
  field: z.string(),
  fromText: z.string(),
  toText: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ShownLockedChange = z.infer<typeof shownLockedChange>;

/** A goal with its readings, its locked changes, what its numbers allow anyone to say, and what the reader may do with it. */
export const shownGoal = z.object({
  id: z.uuid(),
  position: z.number().int(),
  tier: z.enum(tiers),
  title: z.string(),
  indicator: shownIndicator.nullable(),
  baselineValue: z.number().nullable(),
  baselineMissing: z.enum(missingKinds).nullable(),
  baselineOn: z.string().nullable(),
  targetValue: z.number().nullable(),
  deadlineOn: z.string().nullable(),
  responsible: z.string(),
  assumption: z.string(),
  baselineBaseCount: z.number().nullable(),
  baselineSpread: z.number().nullable(),
  design: z.enum(claimDesigns),
  comparison: z.string(),
  comparisonUnitCount: z.number().nullable(),
  isChosenByBaseline: z.boolean(),
  version: z.number().int(),
  measurements: z.array(shownMeasurement),
  comparisonReadings: z.array(shownComparisonReading),
  lockedChanges: z.array(shownLockedChange),
  gaps: z.array(z.enum(goalGapKinds)),
  /** Whether the latest reading meets the target; null while there is none. */
  isMet: z.boolean().nullable(),
  /** Whether the deadline has passed without a reading on or after it. */
  isOverdue: z.boolean(),
  /** Level of evidence, 1–5; null before anything has been measured. */
  level: z.number().int().nullable(),
  sentenceDa: z.string(),
  sentenceEn: z.string(),
});
export type ShownGoal = z.infer<typeof shownGoal>;

/** The goals of a project for one reader. */
export const shownGoals = z.object({
  goals: z.array(shownGoal),
  /** Whether numbers are as the project's own people see them, or have passed the gate. */
  isGated: z.boolean(),
  abilities: z.object({
    /** Goals may be added, changed and removed freely. */
    edit: z.boolean(),
    /** Goals may be changed, with a reason. */
    editLocked: z.boolean(),
    measure: z.boolean(),
  }),
});
export type ShownGoals = z.infer<typeof shownGoals>;
