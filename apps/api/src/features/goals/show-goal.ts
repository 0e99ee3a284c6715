import type { MissingKind, ShownGoal, ShownIndicator } from '@forspring/domain/goals/goal';
import { goalGaps, isReadingOverdue } from '@forspring/domain/goals/goal.rules';
import { seenChanges } from '../../kernel/gate-reading.ts';
import { type GoalAudience, seenGoal } from '../../kernel/seen-goal.ts';
import type { ComparisonReadingRow, GoalChangeRow, GoalRow, MeasurementRow } from './goal.store.ts';

/** Everything stored about one goal, readings earliest first. */
export interface GoalRecords {
  readings: MeasurementRow[];
  comparisonReadings: ComparisonReadingRow[];
  changes: GoalChangeRow[];
}

/** One goal as a reader may see it: readings through the gate, level and sentences from what is left. */
export function shownGoalOf(row: GoalRow, records: GoalRecords, to: GoalAudience & { today: string }): ShownGoal {
  const indicator = indicatorOf(row);
  const seen = seenGoal(
    { ...row, indicator, isRiskGroup: row.groupMix === 'onlyAtRisk' },
    {
      readings: records.readings,
      comparisonReadings: records.comparisonReadings.map((reading) => ({
        ...reading,
        missing: null as MissingKind | null,
      })),
    },
    to,
  );
  return {
    id: row.id,
    position: row.position,
    tier: row.tier,
    title: row.title,
    indicator,
    baselineValue: seen.baseline?.value ?? null,
    baselineMissing: seen.baseline?.missing ?? null,
    baselineOn: row.baselineOn,
    baselineBaseCount: seen.baseline?.baseCount ?? null,
    baselineSpread: seen.baseline?.spread ?? null,
    targetValue: row.targetValue,
    deadlineOn: row.deadlineOn,
    responsible: row.responsible,
    assumption: row.assumption,
    design: row.design,
    comparison: row.comparison,
    comparisonUnitCount: row.comparisonUnitCount,
    isChosenByBaseline: row.isChosenByBaseline,
    version: row.version,
    measurements: seen.readings.map((reading) => ({
      ...reading,
      recordedAt: new Date(reading.recordedAt).toISOString(),
    })),
    comparisonReadings: seen.comparisonReadings,
    lockedChanges: seenChanges(to.gate, records.changes).map(({ id, field, fromText, toText, reason, by, at }) => ({
      id,
      field,
      fromText,
      toText,
      reason,
      by,
      at: new Date(at).toISOString(),
    })),
    gaps: goalGaps(row),
    isMet: seen.isMet,
    isOverdue: isReadingOverdue(row, records.readings, to.today),
    level: seen.level,
    sentenceDa: seen.sentenceDa,
    sentenceEn: seen.sentenceEn,
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
    sourceEn: row.indicatorSourceEn ?? '',
    numeratorEn: row.indicatorNumeratorEn ?? '',
    denominatorEn: row.indicatorDenominatorEn ?? '',
    disaggregations: row.indicatorDisaggregations ?? [],
    isOwn: row.indicatorKey.startsWith('own/'),
  };
}
