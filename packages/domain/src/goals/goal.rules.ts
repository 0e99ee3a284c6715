import type { Tier } from '../interventions/intervention.ts';
import { type Day, daysBetween } from '../measures/day.ts';
import { claimsEffect } from '../measures/effect-claims.ts';
import type { FieldProblem } from '../measures/problem.ts';
import type { ClaimDesign, GoalGap, IndicatorDirection, IndicatorUnit, MissingKind } from './goal.ts';

/** A goal as its rules see it. */
export interface GoalFacts {
  indicatorId: string | null;
  title: string;
  tier: Tier;
  baselineValue: number | null;
  baselineMissing: MissingKind | null;
  baselineOn: string | null;
  targetValue: number | null;
  deadlineOn: string | null;
  responsible: string;
  assumption: string;
  baselineBaseCount: number | null;
  baselineSpread: number | null;
  design: ClaimDesign;
  comparison: string;
  comparisonUnitCount: number | null;
  isChosenByBaseline: boolean;
}

/** A reading as the rules see it; exactly one of `value` and `missing` is set. */
export interface Reading {
  id: string;
  measuredOn: string;
  value: number | null;
  missing: MissingKind | null;
  /** ISO instant or Date of the recording, which decides between readings of one day. */
  recordedAt: string | Date;
}

/**
 * What a goal lacks before its plan can be submitted, in the order of the form; empty when it is complete. A baseline
 * is a value with its day, or the reason why there is none (zero is a value). A title may promise an effect only where
 * the goal is compared with something.
 */
export function goalGaps(
  goal: Omit<GoalFacts, 'baselineBaseCount' | 'baselineSpread' | 'comparisonUnitCount' | 'isChosenByBaseline'>,
): GoalGap[] {
  const gaps: GoalGap[] = [];
  // The title is printed in every report, and nobody can change it once the project has ended.
  if (goal.design === 'none' && claimsEffect(goal.title)) gaps.push('title');
  if (goal.indicatorId === null) gaps.push('indicator');
  if (goal.baselineValue === null && goal.baselineMissing === null) gaps.push('baseline');
  if (goal.baselineValue !== null && goal.baselineOn === null) gaps.push('baselineOn');
  if (goal.design !== 'none' && goal.comparison.trim() === '') gaps.push('comparison');
  if (goal.targetValue === null) gaps.push('target');
  if (goal.deadlineOn === null) gaps.push('deadline');
  if (goal.responsible.trim() === '') gaps.push('responsible');
  if (goal.assumption.trim() === '') gaps.push('assumption');
  return gaps;
}

/** Whether a value reaches the target in the indicator's direction; on the target is reached. */
export function meetsTarget(direction: IndicatorDirection, value: number, target: number): boolean {
  return direction === 'atLeast' || direction === 'up' ? value >= target : value <= target;
}

/** The reading that counts: the latest by day, and of one day the one recorded last; null when there is none. */
export function latestReading<R extends Pick<Reading, 'id' | 'measuredOn' | 'recordedAt'>>(
  readings: readonly R[],
): R | null {
  return readings.toSorted(compareReadings).at(-1) ?? null;
}

/** Readings from the earliest to the latest. */
export function compareReadings(a: Pick<Reading, 'id' | 'measuredOn' | 'recordedAt'>, b: typeof a): number {
  if (a.measuredOn !== b.measuredOn) return a.measuredOn < b.measuredOn ? -1 : 1;
  const [first, second] = [new Date(a.recordedAt).getTime(), new Date(b.recordedAt).getTime()];
  return first - second || (a.id < b.id ? -1 : 1);
}

/** Whether the latest reading meets the target; null without a value, a target or an indicator: not measured is not "not met". */
export function isGoalMet(
  goal: { targetValue: number | null; direction: IndicatorDirection | null },
  latest: { value: number | null } | null,
): boolean | null {
  if (latest === null || latest.value === null || goal.targetValue === null || goal.direction === null) return null;
  return meetsTarget(goal.direction, latest.value, goal.targetValue);
}

/** What one goal adds to its project's figures: counted once; measured when its latest reading has a value; met when that reaches the target. */
export function goalFigures(
  goal: { targetValue: number | null; direction: IndicatorDirection | null },
  latest: { value: number | null } | null,
): { goalCount: 1; goalMeasuredCount: 0 | 1; goalMetCount: 0 | 1 } {
  return {
    goalCount: 1,
    goalMeasuredCount: latest !== null && latest.value !== null ? 1 : 0,
    goalMetCount: isGoalMet(goal, latest) === true ? 1 : 0,
  };
}

/**
 * Where a goal should stand on a day if it goes evenly from its baseline to its target by the deadline; before the
 * baseline the baseline, after the deadline the target. Null without a baseline, a target or both their days.
 */
export function plannedValueOn(
  goal: Pick<GoalFacts, 'baselineValue' | 'baselineOn' | 'targetValue' | 'deadlineOn'>,
  on: Day,
): number | null {
  const { baselineValue, baselineOn, targetValue, deadlineOn } = goal;
  if (baselineValue === null || baselineOn === null || targetValue === null || deadlineOn === null) return null;
  const length = daysBetween(baselineOn, deadlineOn);
  if (length <= 0) return null;
  const gone = Math.min(1, Math.max(0, daysBetween(baselineOn, on) / length));
  return baselineValue + gone * (targetValue - baselineValue);
}

/** Whether a goal's reading is over its deadline: the deadline has passed and nothing was read on the day or after. */
export function isReadingOverdue(
  goal: { deadlineOn: string | null },
  readings: readonly { measuredOn: string; value: number | null }[],
  today: string,
): boolean {
  const { deadlineOn } = goal;
  if (deadlineOn === null || deadlineOn >= today) return false;
  // A reading in the last month before the deadline is the one that was agreed; earlier ones are midway.
  const from = new Date(new Date(`${deadlineOn}T00:00:00Z`).getTime() - 31 * 86_400_000).toISOString().slice(0, 10);
  return !readings.some((reading) => reading.measuredOn >= from && reading.value !== null);
}

/** What is wrong with a value in a unit: shares lie between 0 and 1, counts and øre are whole, yes is 1 and no is 0. */
export function valueProblems(unit: IndicatorUnit, value: number | null, path: string): FieldProblem[] {
  if (value === null) return [];
  const isWrong =
    (unit === 'share' && (value < 0 || value > 1)) ||
    (unit === 'count' && (!Number.isInteger(value) || value < 0)) ||
    (unit === 'oere' && !Number.isInteger(value)) ||
    (unit === 'yesNo' && value !== 0 && value !== 1);
  return isWrong ? [{ path, code: `goal.valueNot.${unit}`, params: {} }] : [];
}

/** The fields of a reading that say how much. */
export interface ReadingInput {
  measuredOn: string;
  value: number | null;
  missing: MissingKind | null;
  numeratorCount: number | null;
  baseCount: number | null;
  /** The first day of what it covers, where that is more than a day. */
  fromOn?: string | null;
}

/**
 * What is wrong with a reading: it has a value or a reason for none, never both; of a share the two counts, the part
 * within the base; a day that has come.
 */
export function readingProblems(unit: IndicatorUnit, reading: ReadingInput, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (path: string, code: string) => problems.push({ path, code: `goal.${code}`, params: {} });
  if (reading.measuredOn > today) add('measuredOn', 'measuredInFuture');
  if (reading.fromOn && reading.fromOn > reading.measuredOn) add('fromOn', 'periodReversed');
  if (reading.missing !== null) {
    if (reading.value !== null || reading.numeratorCount !== null) add('missing', 'valueAndMissing');
    return problems;
  }
  if (unit === 'share') {
    if (reading.baseCount === null || reading.baseCount === 0) add('baseCount', 'baseNeeded');
    if (reading.numeratorCount === null) add('numeratorCount', 'numeratorNeeded');
    else if (reading.baseCount !== null && reading.numeratorCount > reading.baseCount)
      add('numeratorCount', 'partAboveBase');
    return problems;
  }
  if (reading.value === null) add('value', 'valueNeeded');
  return [...problems, ...valueProblems(unit, reading.value, 'value')];
}

/** The value of a reading: of a share the part divided by the base, else what was read; null when there is none. */
export function readingValue(unit: IndicatorUnit, reading: ReadingInput): number | null {
  if (reading.missing !== null) return null;
  if (unit !== 'share') return reading.value;
  return reading.numeratorCount === null || !reading.baseCount ? null : reading.numeratorCount / reading.baseCount;
}

/** The fields of a goal that approval locks; changing one afterwards asks for a reason. */
export const lockedGoalFields = [
  'title',
  'targetValue',
  'deadlineOn',
  'indicatorId',
  'tier',
  'baselineValue',
  'baselineMissing',
  'baselineOn',
  'baselineBaseCount',
  'baselineSpread',
  'design',
  'comparison',
  'comparisonUnitCount',
  'isChosenByBaseline',
] as const;
export type LockedGoalField = (typeof lockedGoalFields)[number];

/** Which locked fields differ between two states of a goal, in the order they are shown. */
export function lockedDifferences(
  before: Pick<GoalFacts, LockedGoalField>,
  after: Pick<GoalFacts, LockedGoalField>,
): LockedGoalField[] {
  return lockedGoalFields.filter((field) => before[field] !== after[field]);
}
