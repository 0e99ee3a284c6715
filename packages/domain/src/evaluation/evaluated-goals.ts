import type {
  IndicatorDirection,
  IndicatorUnit,
  MeasurementMethod,
  MeasurementMode,
  MissingKind,
} from '../goals/goal.ts';
import type { MeasurementPart } from '../goals/part.ts';
import { compareReadings, type GoalFacts as PlannedGoal, latestReading } from '../goals/goal.rules.ts';
import type { groupMixes } from '../projects/project.ts';
import type { Attainment } from './evaluation.ts';
import { proposeAttainment } from './evaluation.rules.ts';
import type { FrozenGoal } from './frozen-evaluation.ts';
import { type Estimators, goalClaim, readingLimits, type SeenReading } from './goal-claim.ts';

/** A judgement as it is stored or about to be. */
export interface Judgement {
  goalId: string;
  attainment: Attainment;
  comment: string;
}

/** The goals of one project as they are stored, each with the card of its indicator, their readings in any order, and what was changed after approval. */
export interface GoalFacts {
  goals: readonly (Omit<PlannedGoal, 'indicatorId'> & {
    id: string;
    key: string | null;
    indicatorVersion: number | null;
    titleDa: string | null;
    titleEn: string | null;
    unit: IndicatorUnit | null;
    direction: IndicatorDirection | null;
    source: string | null;
    numerator: string | null;
    denominator: string | null;
    sourceEn: string | null;
    numeratorEn: string | null;
    denominatorEn: string | null;
    /** Who the project gathers, as its plan says. */
    groupMix: (typeof groupMixes)[number] | null;
  })[];
  readings: readonly {
    id: string;
    goalId: string;
    measuredOn: string;
    recordedAt: Date | string;
    value: number | null;
    missing: MissingKind | null;
    numeratorCount: number | null;
    baseCount: number | null;
    spread: number | null;
    fromOn: string | null;
    method: MeasurementMethod;
    mode: MeasurementMode | null;
    parts: readonly MeasurementPart[];
    note: string;
    version: number;
  }[];
  comparisonReadings: readonly {
    goalId: string;
    measuredOn: string;
    value: number;
    numeratorCount: number | null;
    baseCount: number | null;
    spread: number | null;
    note: string;
  }[];
  changes: readonly {
    id: string;
    subjectKind: string;
    subjectId: string;
    field: string;
    fromText: string;
    toText: string;
    reason: string;
    by: string;
    at: Date | string;
  }[];
}

/** Every goal as an evaluation keeps it: definition, readings, proposal and judgement, level and sentence, and what was changed after approval. Numbers are the project's own; the gate comes after. */
export function evaluatedGoals(
  { goals, readings, comparisonReadings, changes }: GoalFacts,
  judgements: readonly Judgement[],
  estimators: Estimators,
): FrozenGoal[] {
  return goals.map((goal) => {
    const own = readings.filter((reading) => reading.goalId === goal.id).toSorted(compareReadings);
    const latest = latestReading(own);
    const indicator = indicatorOf(goal);
    const unit = indicator?.unit ?? 'count';
    const compared = comparisonReadings
      .filter((reading) => reading.goalId === goal.id)
      .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
      .map(({ measuredOn, value, numeratorCount, baseCount, spread, note }) => ({
        measuredOn,
        value,
        missing: null,
        numeratorCount,
        baseCount,
        spread,
        note,
      }));
    const isRiskGroup = goal.groupMix === 'onlyAtRisk';
    const proposed = proposeAttainment({
      direction: goal.direction,
      baselineValue: goal.baselineValue,
      targetValue: goal.targetValue,
      latestValue: latest?.value ?? null,
    });
    const judgement = judgements.find((one) => one.goalId === goal.id);
    return {
      id: goal.id,
      title: goal.title,
      tier: goal.tier,
      indicator,
      baselineValue: goal.baselineValue,
      baselineMissing: goal.baselineMissing,
      baselineOn: goal.baselineOn,
      targetValue: goal.targetValue,
      deadlineOn: goal.deadlineOn,
      responsible: goal.responsible,
      assumption: goal.assumption,
      baselineBaseCount: goal.baselineBaseCount,
      baselineSpread: goal.baselineSpread,
      design: goal.design,
      comparison: goal.comparison,
      comparisonUnitCount: goal.comparisonUnitCount,
      isChosenByBaseline: goal.isChosenByBaseline,
      isRiskGroup,
      measurements: own.map((reading) => measurementOf(reading, unit, estimators)),
      comparisonReadings: compared,
      proposed,
      attainment: judgement?.attainment ?? proposed,
      isJudged: judgement !== undefined && judgement.attainment !== proposed,
      comment: judgement?.comment ?? '',
      ...goalClaim(
        { ...goal, indicator, isRiskGroup, baseline: baselineOf(goal), latest, comparisonReadings: compared },
        estimators,
      ),
      lockedChanges: changesOf(changes, 'goal', goal.id),
    };
  });
}

function indicatorOf(goal: GoalFacts['goals'][number]): FrozenGoal['indicator'] {
  if (goal.key === null || goal.unit === null || goal.direction === null) return null;
  return {
    key: goal.key,
    version: goal.indicatorVersion ?? 1,
    titleDa: goal.titleDa ?? '',
    titleEn: goal.titleEn ?? '',
    unit: goal.unit,
    direction: goal.direction,
    source: goal.source ?? '',
    numerator: goal.numerator ?? '',
    denominator: goal.denominator ?? '',
    // Left out where it is empty, so that what was frozen before cards had English texts gives the same hash.
    ...(goal.sourceEn ? { sourceEn: goal.sourceEn } : {}),
    ...(goal.numeratorEn ? { numeratorEn: goal.numeratorEn } : {}),
    ...(goal.denominatorEn ? { denominatorEn: goal.denominatorEn } : {}),
  };
}

function measurementOf(
  reading: GoalFacts['readings'][number],
  unit: IndicatorUnit,
  estimators: Estimators,
): FrozenGoal['measurements'][number] {
  const { measuredOn, value, missing, numeratorCount, baseCount, spread, fromOn, method, mode, parts, note, version } =
    reading;
  const { lower, upper } = readingLimits(reading, unit, estimators);
  return {
    measuredOn,
    value,
    missing,
    lower,
    upper,
    numeratorCount,
    baseCount,
    spread,
    fromOn,
    method,
    mode,
    parts: [...parts],
    note,
    version,
  };
}

/** A goal's baseline as a reading; null where neither a value nor a reason for none is written. */
export function baselineOf(
  goal: Pick<
    GoalFacts['goals'][number],
    'baselineValue' | 'baselineMissing' | 'baselineOn' | 'baselineBaseCount' | 'baselineSpread' | 'unit'
  >,
): SeenReading | null {
  const { baselineValue: value, baselineMissing: missing, baselineOn: measuredOn, baselineBaseCount: baseCount } = goal;
  if (value === null && missing === null) return null;
  const isCounted = goal.unit === 'share' && value !== null && baseCount !== null;
  return {
    measuredOn,
    value,
    missing,
    baseCount,
    spread: goal.baselineSpread,
    numeratorCount: isCounted ? Math.round(value * baseCount) : null,
  };
}

/** What was changed after approval, as it is kept and shown. */
export function changesOf(changes: GoalFacts['changes'], subjectKind: 'project' | 'goal', subjectId: string) {
  return changes
    .filter((change) => change.subjectKind === subjectKind && change.subjectId === subjectId)
    .map(({ id, field, fromText, toText, reason, by, at }) => ({
      id,
      field,
      fromText,
      toText,
      reason,
      by,
      at: new Date(at).toISOString(),
    }));
}
