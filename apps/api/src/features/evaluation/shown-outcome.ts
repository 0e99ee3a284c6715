import type { ShownOutcome } from '@forspring/domain/evaluation/evaluation';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { type GoalAudience, seenGoal } from '../../kernel/seen-goal.ts';

/** One goal's outcome for one audience: what the gate withholds is withheld in the sentence too. */
export function shownOutcomeOf(goal: FrozenGoal, to: GoalAudience): ShownOutcome {
  const seen = seenGoal(goal, { readings: goal.measurements, comparisonReadings: goal.comparisonReadings }, to);
  return {
    goalId: goal.id,
    title: goal.title,
    tier: goal.tier,
    indicatorDa: goal.indicator?.titleDa ?? goal.title,
    indicatorEn: goal.indicator?.titleEn ?? goal.title,
    proposed: goal.proposed,
    attainment: goal.attainment,
    isJudged: goal.isJudged,
    comment: goal.comment,
    level: seen.level,
    sentenceDa: seen.sentenceDa,
    sentenceEn: seen.sentenceEn,
    targetDa: seen.targetDa,
    targetEn: seen.targetEn,
    lockedChanges: goal.lockedChanges,
  };
}
