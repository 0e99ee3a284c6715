import type { IndicatorDirection, IndicatorUnit, MeasurementMethod, MissingKind } from '../goals/goal.ts';
import { compareReadings, latestReading } from '../goals/goal.rules.ts';
import type { Tier } from '../interventions/intervention.ts';
import { claimLevel, claimSentence } from './claim.ts';
import type { Attainment } from './evaluation.ts';
import { proposeAttainment } from './evaluation.rules.ts';
import type { FrozenGoal } from './frozen-evaluation.ts';

/** A judgement as it is stored or about to be. */
export interface Judgement {
  goalId: string;
  attainment: Attainment;
  comment: string;
}

/** The interval of the part x of n. */
export type IntervalOf = (part: { x: number; n: number; conf: number }) => {
  lower: number | null;
  upper: number | null;
};

/** The goals of one project as they are stored, each with the card of its indicator, their readings in any order, and what was changed after approval. */
export interface GoalFacts {
  goals: readonly {
    id: string;
    title: string;
    tier: Tier;
    key: string | null;
    indicatorVersion: number | null;
    titleDa: string | null;
    titleEn: string | null;
    unit: IndicatorUnit | null;
    direction: IndicatorDirection | null;
    source: string | null;
    numerator: string | null;
    denominator: string | null;
    baselineValue: number | null;
    baselineMissing: MissingKind | null;
    baselineOn: string | null;
    targetValue: number | null;
    deadlineOn: string | null;
    responsible: string;
    assumption: string;
  }[];
  readings: readonly {
    id: string;
    goalId: string;
    measuredOn: string;
    recordedAt: Date | string;
    value: number | null;
    missing: MissingKind | null;
    numeratorCount: number | null;
    baseCount: number | null;
    method: MeasurementMethod;
    note: string;
    version: number;
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

/** Every goal as an evaluation keeps it: definition, readings, proposal and judgement, level and sentence, and what was changed after approval. Numbers are the project's own; the gate comes after. `intervalOf` is Wilson's for a share. */
export function evaluatedGoals(
  { goals, readings, changes }: GoalFacts,
  judgements: readonly Judgement[],
  intervalOf: IntervalOf,
): FrozenGoal[] {
  return goals.map((goal) => {
    const own = readings.filter((reading) => reading.goalId === goal.id).toSorted(compareReadings);
    const latest = latestReading(own);
    const indicator =
      goal.key === null || goal.unit === null || goal.direction === null
        ? null
        : {
            key: goal.key,
            version: goal.indicatorVersion ?? 1,
            titleDa: goal.titleDa ?? '',
            titleEn: goal.titleEn ?? '',
            unit: goal.unit,
            direction: goal.direction,
            source: goal.source ?? '',
            numerator: goal.numerator ?? '',
            denominator: goal.denominator ?? '',
          };
    const measurements = own.map(({ measuredOn, value, missing, numeratorCount, baseCount, method, note, version }) => {
      const isShare = indicator?.unit === 'share' && numeratorCount !== null && baseCount !== null;
      const { lower, upper } = isShare
        ? intervalOf({ x: numeratorCount, n: baseCount, conf: 0.95 })
        : { lower: null, upper: null };
      return { measuredOn, value, missing, lower, upper, numeratorCount, baseCount, method, note, version };
    });
    const last = measurements.at(-1) ?? null;
    const claim = {
      titleDa: indicator?.titleDa ?? goal.title,
      titleEn: indicator?.titleEn ?? goal.title,
      unit: indicator?.unit ?? ('count' as const),
      baseline:
        goal.baselineValue === null && goal.baselineMissing === null
          ? null
          : { on: goal.baselineOn, value: goal.baselineValue, missing: goal.baselineMissing },
      latest: last && {
        on: last.measuredOn,
        value: last.value,
        missing: last.missing,
        lower: last.lower,
        upper: last.upper,
        n: last.baseCount,
      },
    };
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
      measurements,
      proposed,
      attainment: judgement?.attainment ?? proposed,
      isJudged: judgement !== undefined && judgement.attainment !== proposed,
      comment: judgement?.comment ?? '',
      level: claimLevel(claim),
      sentenceDa: claimSentence(claim, 'da'),
      sentenceEn: claimSentence(claim, 'en'),
      lockedChanges: changesOf(changes, 'goal', goal.id),
    };
  });
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
