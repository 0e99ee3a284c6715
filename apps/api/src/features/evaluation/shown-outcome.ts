import { type ClaimReading, claimLevel, claimSentence, targetSentence } from '@forspring/domain/evaluation/claim';
import type { ShownOutcome } from '@forspring/domain/evaluation/evaluation';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { isGoalMet } from '@forspring/domain/goals/goal.rules';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { Gate } from '../../kernel/gate.ts';
import { readingCell } from '../../kernel/gate-reading.ts';

/** One goal's outcome for one audience: what the gate withholds is withheld in the sentence too. */
export function shownOutcomeOf(
  goal: FrozenGoal,
  { gate, tier, visitCount }: { gate: Gate; tier: Tier | null; visitCount: number },
): ShownOutcome {
  const last = goal.measurements.at(-1) ?? null;
  const isIndividual = goal.tier === 'individual' || tier === 'individual';
  const isOwn = gate.audience === 'project';
  const unit = goal.indicator?.unit ?? 'count';
  const direction = goal.indicator?.direction ?? 'atLeast';
  const isSeen =
    last !== null &&
    readingCell(gate, last, {
      unit: goal.indicator?.unit ?? null,
      tier: isIndividual ? 'individual' : goal.tier,
      visitCount,
    }).kind !== 'withheld';
  const claim = {
    titleDa: goal.indicator?.titleDa ?? goal.title,
    titleEn: goal.indicator?.titleEn ?? goal.title,
    unit,
    baseline: baselineOf(goal, isIndividual && !isOwn),
    latest: last && (isSeen ? readingOf(last) : { on: last.measuredOn, value: null, missing: 'withheld' as const }),
  };
  const target = {
    targetValue: goal.targetValue,
    direction,
    unit,
    isMet: isIndividual && !isOwn ? null : isGoalMet({ targetValue: goal.targetValue, direction }, last),
  };
  return {
    goalId: goal.id,
    title: goal.title,
    tier: goal.tier,
    indicatorDa: claim.titleDa,
    indicatorEn: claim.titleEn,
    proposed: goal.proposed,
    attainment: goal.attainment,
    isJudged: goal.isJudged,
    comment: goal.comment,
    level: claimLevel(claim),
    sentenceDa: claimSentence(claim, 'da'),
    sentenceEn: claimSentence(claim, 'en'),
    targetDa: targetSentence(target, 'da'),
    targetEn: targetSentence(target, 'en'),
    lockedChanges: goal.lockedChanges,
  };
}

function readingOf(last: FrozenGoal['measurements'][number]): ClaimReading {
  return {
    on: last.measuredOn,
    value: last.value,
    missing: last.missing,
    lower: last.lower,
    upper: last.upper,
    n: last.baseCount,
  };
}

function baselineOf(goal: FrozenGoal, isWithheld: boolean): ClaimReading | null {
  if (goal.baselineValue === null && goal.baselineMissing === null) return null;
  if (isWithheld && goal.baselineValue !== null) return { on: goal.baselineOn, value: null, missing: 'withheld' };
  return { on: goal.baselineOn, value: goal.baselineValue, missing: goal.baselineMissing };
}
