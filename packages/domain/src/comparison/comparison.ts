import { z } from 'zod';
import { shownLockedChange } from '../goals/goal.ts';
import { tiers } from '../interventions/intervention.ts';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { reachRange } from '../measures/reach.ts';
import { projectStatuses } from '../projects/project.ts';

/** What can be compared, one at a time; the first is what a new visitor sees. */
export const comparedMeasures = [
  'visitsPerThousand',
  'visits',
  'reach',
  'heldShare',
  'goalShare',
  'costPerVisitHour',
] as const;
export type ComparedMeasure = (typeof comparedMeasures)[number];

/** A span of ages, both included. */
export const ageSpan = z.object({ minAge: z.number().int().min(0).max(30), maxAge: z.number().int().min(0).max(30) });
export type AgeSpan = z.infer<typeof ageSpan>;

/**
 * The sentence a person edits: one measure of one tier's projects for one span of ages in one year, by district; or,
 * with an intervention, of its runs in every district and year. Null leaves a part open.
 */
export const comparisonSentence = z.object({
  measure: z.enum(comparedMeasures),
  interventionId: z.uuid().nullable(),
  tier: z.enum(tiers).nullable(),
  ages: ageSpan.nullable(),
  year: z.number().int().min(2000).max(2100).nullable(),
});
export type ComparisonSentence = z.infer<typeof comparisonSentence>;

/** Why a row's number stands beside the others without being compared with them, in the order in which they are told. */
export const incomparableReasons = [
  'otherTier',
  'otherAges',
  'otherUnit',
  'otherMode',
  'otherPeriod',
  'otherIndicator',
  'noPopulation',
  'notMeasured',
  'withheld',
] as const;
export type IncomparableReason = (typeof incomparableReasons)[number];

/** Every number of one row, as cells that have passed the gate. Money is øre, lengths of time are minutes. */
export const comparisonCells = z.object({
  visits: cellOf(z.number()),
  contacts: cellOf(z.number()),
  reach: cellOf(reachRange),
  visitMinutes: cellOf(z.number()),
  staffMinutes: cellOf(z.number()),
  /** Sessions held, and sessions the plan had, cancelled and not yet held among them. */
  held: cellOf(z.number()),
  planned: cellOf(z.number()),
  heldShare: cellOf(interval),
  spentCash: cellOf(z.number()),
  spentTotal: cellOf(z.number()),
  /** Cash alone, and with in-kind, for each hour a visitor spent there. */
  cashPerVisitHour: cellOf(z.number()),
  totalPerVisitHour: cellOf(z.number()),
  /** Goals met of goals measured. */
  goalShare: cellOf(interval),
  visitsPerThousand: cellOf(interval),
  /** Young people who began in the individual tier: a municipality's total only. */
  started: cellOf(z.number()),
});
export type ComparisonCells = z.infer<typeof comparisonCells>;

/** One district's projects of one tier in a year, or one run of an intervention. */
export const comparisonRow = z.object({
  key: z.string(),
  municipalityName: z.string(),
  /** Null for the whole municipality. */
  districtName: z.string().nullable(),
  isOwnMunicipality: z.boolean(),
  year: z.number().int(),
  tier: z.enum(tiers),
  /** The run; null for a district's sum. */
  project: z
    .object({ id: z.uuid(), title: z.string(), status: z.enum(projectStatuses), isStopped: z.boolean() })
    .nullable(),
  projectCount: z.number().int(),
  ages: ageSpan.nullable(),
  population: z.number().int().nullable(),
  cells: comparisonCells,
  /** Empty: the compared measure may be compared. */
  incomparable: z.array(z.enum(incomparableReasons)),
});
export type ComparisonRow = z.infer<typeof comparisonRow>;

/** What can be said with care about the compared numbers; the words are the interface's. */
export const comparisonFinding = z.discriminatedUnion('kind', [
  /** Fewer than two rows can be compared. */
  z.object({ kind: z.literal('tooFew'), comparedCount: z.number().int(), rowCount: z.number().int() }),
  /** Each row measures something of its own, or the tiers differ, so numbers are shown and not compared. */
  z.object({ kind: z.literal('sideBySide'), why: z.enum(['tiers', 'indicators']), rowCount: z.number().int() }),
  /** How many rows cannot be told from the common level. */
  z.object({
    kind: z.literal('alike'),
    alikeCount: z.number().int(),
    comparedCount: z.number().int(),
    level: z.number(),
  }),
  /** From the smallest to the largest, where no interval can be given. */
  z.object({ kind: z.literal('span'), lowest: z.number(), highest: z.number(), comparedCount: z.number().int() }),
]);
export type ComparisonFinding = z.infer<typeof comparisonFinding>;

/** A comparison as it is shown: rows in the order of the Danish alphabet, what may be said of them, and what else may be chosen. */
export const shownComparison = z.object({
  sentence: comparisonSentence,
  by: z.enum(['district', 'run']),
  rows: z.array(comparisonRow),
  finding: comparisonFinding,
  /** Goals behind the rows that were changed after approval: whose, when and why. */
  changedGoals: z.array(
    z.object({
      goalId: z.uuid(),
      title: z.string(),
      projectTitle: z.string(),
      year: z.number().int(),
      placeName: z.string(),
      changes: z.array(shownLockedChange.omit({ by: true })).min(1),
    }),
  ),
  /** The level all compared rows have together; null where it makes no sense. */
  level: z.number().nullable(),
  choices: z.object({
    interventions: z.array(z.object({ id: z.uuid(), title: z.string() })),
    ages: z.array(ageSpan),
    years: z.array(z.number().int()),
  }),
  /** Whether population numbers are made up for the sample story. */
  isExamplePopulation: z.boolean(),
});
export type ShownComparison = z.infer<typeof shownComparison>;
