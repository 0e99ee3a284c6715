import { claimLevel, claimSentence } from '@forspring/domain/evaluation/claim';
import type { Attainment } from '@forspring/domain/evaluation/evaluation';
import { proposeAttainment } from '@forspring/domain/evaluation/evaluation.rules';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { compareReadings, latestReading } from '@forspring/domain/goals/goal.rules';
import { wilson } from '@forspring/statistics/proportions';
import type { GoalsWithReadings } from './evaluation.store.ts';

/** A judgement as it is stored or about to be. */
interface Judgement {
  goalId: string;
  attainment: Attainment;
  comment: string;
}

/** Every goal as an evaluation keeps it: definition, readings, proposal and judgement, level and sentence, and what was changed after approval. Numbers are the project's own; the gate comes after. */
export function evaluatedGoals(
  { goals, readings, changes }: GoalsWithReadings,
  judgements: readonly Judgement[],
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
        ? wilson({ x: numeratorCount, n: baseCount, conf: 0.95 })
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
export function changesOf(changes: GoalsWithReadings['changes'], subjectKind: 'project' | 'goal', subjectId: string) {
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
