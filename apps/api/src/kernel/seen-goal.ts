import { baselineOf } from '@forspring/domain/evaluation/evaluated-goals';
import { targetSentence } from '@forspring/domain/evaluation/claim';
import { type GoalClaim, goalClaim, readingLimits, type SeenReading } from '@forspring/domain/evaluation/goal-claim';
import type { ClaimDesign, IndicatorDirection, IndicatorUnit, MissingKind } from '@forspring/domain/goals/goal';
import { isGoalMet } from '@forspring/domain/goals/goal.rules';
import type { Tier } from '@forspring/domain/interventions/intervention';
import * as estimators from '@forspring/statistics/change';
import type { Gate } from './gate.ts';
import { readingCell } from './gate-reading.ts';

/** A goal as it is stored or frozen. */
export interface StoredGoal {
  title: string;
  tier: Tier;
  indicator: { titleDa: string; titleEn: string; unit: IndicatorUnit; direction: IndicatorDirection } | null;
  baselineValue: number | null;
  baselineMissing: MissingKind | null;
  baselineOn: string | null;
  baselineBaseCount: number | null;
  baselineSpread: number | null;
  targetValue: number | null;
  design: ClaimDesign;
  comparisonUnitCount: number | null;
  isChosenByBaseline: boolean;
  isRiskGroup: boolean;
}

/** Who a goal is shown to, and what its numbers rest on. */
export interface GoalAudience {
  gate: Gate;
  visitCount: number | null;
  projectTier: Tier | null;
}

/** A reading past the gate with its interval; without a value it says why. */
export interface GatedReadingLimits extends SeenReading {
  lower: number | null;
  upper: number | null;
}

/** What one audience sees of a goal: its readings, and what may be said of them. */
export interface SeenGoal<R, C> extends GoalClaim {
  baseline: SeenReading | null;
  readings: (R & GatedReadingLimits)[];
  comparisonReadings: C[];
  /** Null where it is not measured, or not this reader's to know. */
  isMet: boolean | null;
  targetDa: string;
  targetEn: string;
}

/**
 * A goal for one audience: every reading through the gate, and level and sentences from what is left. Readings come
 * earliest first. Pages, the evaluation, the funder's page and the library all ask here, so that they say the same.
 */
export function seenGoal<R extends SeenReading, C extends SeenReading>(
  goal: StoredGoal,
  { readings, comparisonReadings }: { readings: readonly R[]; comparisonReadings: readonly C[] },
  to: GoalAudience,
): SeenGoal<R, C> {
  const unit = goal.indicator?.unit ?? null;
  const tier = goal.tier === 'individual' || to.projectTier === 'individual' ? 'individual' : goal.tier;
  const isClosed = tier === 'individual' && to.gate.audience !== 'project';
  const see = <T extends SeenReading>(reading: T): T => {
    if (reading.value === null) return { ...reading, missing: reading.missing ?? 'notMeasured' };
    const cell = readingCell(to.gate, reading, { unit, tier, visitCount: to.visitCount });
    if (cell.kind !== 'withheld') return reading;
    return { ...reading, value: null, missing: 'withheld', numeratorCount: null, baseCount: null, spread: null };
  };
  const baseline = baselineOf({ ...goal, unit });
  const seen = {
    baseline: baseline && see(baseline),
    readings: readings.map((reading) => {
      const shown = see(reading);
      return { ...shown, ...readingLimits(shown, unit ?? 'count', estimators) };
    }),
    comparisonReadings: comparisonReadings.map((reading) => see(reading)),
  };
  const direction = goal.indicator?.direction ?? null;
  // Whether a goal is met is about the work, not about people; of the individual tier not even that leaves the project.
  const isMet = isClosed ? null : isGoalMet({ targetValue: goal.targetValue, direction }, readings.at(-1) ?? null);
  const target = { targetValue: goal.targetValue, direction: direction ?? 'atLeast', unit: unit ?? 'count', isMet };
  return {
    ...seen,
    ...goalClaim({ ...goal, ...seen, latest: seen.readings.at(-1) ?? null }, estimators),
    isMet,
    targetDa: targetSentence(target, 'da'),
    targetEn: targetSentence(target, 'en'),
  };
}
