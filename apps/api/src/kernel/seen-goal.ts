import { baselineOf } from '@forspring/domain/evaluation/evaluated-goals';
import { targetSentence } from '@forspring/domain/evaluation/claim';
import { type GoalClaim, goalClaim, readingLimits, type SeenReading } from '@forspring/domain/evaluation/goal-claim';
import type {
  ClaimDesign,
  IndicatorDirection,
  IndicatorUnit,
  MissingKind,
  ShownDividedReading,
} from '@forspring/domain/goals/goal';
import { isGoalMet } from '@forspring/domain/goals/goal.rules';
import type { MeasurementPart, ShownDivision } from '@forspring/domain/goals/part';
import type { Tier } from '@forspring/domain/interventions/intervention';
import * as estimators from '@forspring/statistics/change';
import type { Gate } from './gate.ts';
import { dividedEnds, gatedDivisions } from './gate-parts.ts';
import { baselineCell, readingCell } from './gate-reading.ts';

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
  divisions: ShownDivision[];
}

/** What one audience sees of a goal: its readings, and what may be said of them. */
export interface SeenGoal<R, C> extends GoalClaim {
  baseline: SeenReading | null;
  readings: (R & GatedReadingLimits)[];
  comparisonReadings: C[];
  divided: ShownDividedReading[];
  /** Null where it is not measured, or not this reader's to know. */
  isMet: boolean | null;
  targetDa: string;
  targetEn: string;
}

/**
 * A goal for one audience: every reading through the gate, and level and sentences from what is left. Readings come
 * earliest first. Pages, the evaluation, the funder's page and the library all ask here, so that they say the same.
 */
export function seenGoal<R extends SeenReading & { parts: readonly MeasurementPart[] }, C extends SeenReading>(
  goal: StoredGoal,
  { readings, comparisonReadings }: { readings: readonly R[]; comparisonReadings: readonly C[] },
  to: GoalAudience,
): SeenGoal<R, C> {
  const unit = goal.indicator?.unit ?? null;
  const tier: Tier = goal.tier === 'individual' || to.projectTier === 'individual' ? 'individual' : goal.tier;
  const isClosed = tier === 'individual' && to.gate.audience !== 'project';
  const terms = { unit, tier, visitCount: to.visitCount };
  const seeIf = <T extends SeenReading>(isWithheld: boolean, reading: T): T =>
    isWithheld
      ? { ...reading, value: null, missing: 'withheld', numeratorCount: null, baseCount: null, spread: null }
      : reading;
  const see = <T extends SeenReading>(reading: T): T =>
    reading.value === null
      ? { ...reading, missing: reading.missing ?? 'notMeasured' }
      : seeIf(readingCell(to.gate, reading, terms).kind === 'withheld', reading);
  const baseline = baselineOf({ ...goal, unit });
  const start = baselineCell(to.gate, { ...goal, unit }, tier);
  const seen = {
    baseline: baseline && seeIf(start.kind === 'withheld', baseline),
    readings: readings.map((reading) => {
      const shown = see(reading);
      const limits = readingLimits(shown, unit ?? 'count', estimators);
      // The parts as they are stay behind; what the reader may see of them is in the divisions.
      return { ...shown, ...limits, parts: [], divisions: gatedDivisions(to.gate, reading, terms) };
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
    divided: dividedEnds(seen.readings, unit),
    isMet,
    targetDa: targetSentence(target, 'da'),
    targetEn: targetSentence(target, 'en'),
  };
}
