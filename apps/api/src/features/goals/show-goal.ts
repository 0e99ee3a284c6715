import { claimLevel, type ClaimReading, claimSentence } from '@forspring/domain/evaluation/claim';
import type { ShownGoal, ShownIndicator, ShownMeasurement } from '@forspring/domain/goals/goal';
import { goalGaps, isGoalMet, isReadingOverdue, latestReading } from '@forspring/domain/goals/goal.rules';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { wilson } from '@forspring/statistics/proportions';
import type { Gate } from '../../kernel/gate.ts';
import { readingCell } from '../../kernel/gate-reading.ts';
import type { GoalChangeRow, GoalRow, MeasurementRow } from './goal.store.ts';

/** Who a goal is shown to, and on which day. */
export interface GoalReader {
  gate: Gate;
  visitCount: number | null;
  projectTier: Tier | null;
  today: string;
}

/** One goal as a reader may see it: readings through the gate, level and sentence from what is left. */
export function shownGoalOf(
  row: GoalRow,
  readings: MeasurementRow[],
  changes: GoalChangeRow[],
  to: GoalReader,
): ShownGoal {
  const tier = row.tier === 'individual' || to.projectTier === 'individual' ? 'individual' : row.tier;
  const indicator = indicatorOf(row);
  const measurements = readings.map((reading) => shownMeasurementOf(reading, indicator, tier, to));
  const latestShown = latestReading(measurements);
  const isClosed = tier === 'individual' && to.gate.audience !== 'project';
  const claim = {
    titleDa: indicator?.titleDa ?? row.title,
    titleEn: indicator?.titleEn ?? row.title,
    unit: indicator?.unit ?? ('count' as const),
    baseline: isClosed ? { on: null, value: null, missing: 'withheld' as const } : baselineReading(row),
    latest: latestShown && claimReadingOf(latestShown),
  };
  return {
    id: row.id,
    position: row.position,
    tier: row.tier,
    title: row.title,
    indicator,
    baselineValue: isClosed ? null : row.baselineValue,
    baselineMissing: isClosed && row.baselineValue !== null ? 'withheld' : row.baselineMissing,
    baselineOn: row.baselineOn,
    targetValue: row.targetValue,
    deadlineOn: row.deadlineOn,
    responsible: row.responsible,
    assumption: row.assumption,
    version: row.version,
    measurements,
    lockedChanges: changes.map((change) => ({
      id: change.id,
      field: change.field,
      fromText: change.fromText,
      toText: change.toText,
      reason: change.reason,
      by: change.by,
      at: new Date(change.at).toISOString(),
    })),
    gaps: goalGaps(row),
    // Whether a goal is met is about the work, not about people; of the individual tier not even that leaves the project.
    isMet: isClosed
      ? null
      : isGoalMet({ targetValue: row.targetValue, direction: row.indicatorDirection }, latestReading(readings)),
    isOverdue: isReadingOverdue(row, readings, to.today),
    level: claimLevel(claim),
    sentenceDa: claimSentence(claim, 'da'),
    sentenceEn: claimSentence(claim, 'en'),
  };
}

/** The baseline as a reading, or null where nothing is written. */
export function baselineReading(
  row: Pick<GoalRow, 'baselineValue' | 'baselineMissing' | 'baselineOn'>,
): ClaimReading | null {
  if (row.baselineValue === null && row.baselineMissing === null) return null;
  return { on: row.baselineOn, value: row.baselineValue, missing: row.baselineMissing };
}

/** A shown reading as the sentence needs it. */
export function claimReadingOf(reading: ShownMeasurement): ClaimReading {
  return {
    on: reading.measuredOn,
    value: reading.value,
    missing: reading.missing,
    lower: reading.lower,
    upper: reading.upper,
    n: reading.baseCount,
  };
}

/** The card of a goal's indicator; null where it has none. */
export function indicatorOf(row: GoalRow): ShownIndicator | null {
  if (
    row.indicatorId === null ||
    row.indicatorKey === null ||
    row.indicatorUnit === null ||
    row.indicatorDirection === null
  )
    return null;
  return {
    id: row.indicatorId,
    key: row.indicatorKey,
    version: row.indicatorVersion ?? 1,
    titleDa: row.indicatorTitleDa ?? '',
    titleEn: row.indicatorTitleEn ?? '',
    tier: row.indicatorTier,
    unit: row.indicatorUnit,
    direction: row.indicatorDirection,
    source: row.indicatorSource ?? '',
    numerator: row.indicatorNumerator ?? '',
    denominator: row.indicatorDenominator ?? '',
    isOwn: row.indicatorKey.startsWith('own/'),
  };
}

const nothing = { value: null, lower: null, upper: null, numeratorCount: null, baseCount: null };

/** A reading through the gate: what rests on too few is withheld with its counts, never a zero or a gap. */
function shownMeasurementOf(
  row: MeasurementRow,
  indicator: ShownIndicator | null,
  tier: Tier,
  { gate, visitCount }: GoalReader,
): ShownMeasurement {
  const { id, measuredOn, method, note, recordedBy, version } = row;
  const about = {
    id,
    measuredOn,
    method,
    note,
    recordedBy,
    recordedAt: new Date(row.recordedAt).toISOString(),
    version,
  };
  if (row.value === null) return { ...about, ...nothing, missing: row.missing ?? 'notMeasured' };
  if (readingCell(gate, row, { unit: indicator?.unit ?? null, tier, visitCount }).kind === 'withheld')
    return { ...about, ...nothing, missing: 'withheld' };
  const ends =
    indicator?.unit === 'share' && row.numeratorCount !== null && row.baseCount !== null
      ? wilson({ x: row.numeratorCount, n: row.baseCount, conf: 0.95 })
      : { lower: null, upper: null };
  return {
    ...about,
    value: row.value,
    missing: null,
    lower: ends.lower,
    upper: ends.upper,
    numeratorCount: row.numeratorCount,
    baseCount: row.baseCount,
  };
}
