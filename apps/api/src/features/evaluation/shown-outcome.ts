import type { ProcessFigures, ShownOutcome } from '@forspring/domain/evaluation/evaluation';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { type Cell, notMeasured, valueCell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { costPerOutcome } from '@forspring/statistics/cost';
import { seenChanges } from '../../kernel/gate-reading.ts';
import { type GoalAudience, seenGoal } from '../../kernel/seen-goal.ts';

/** One goal's outcome for one audience: what the gate withholds is withheld in the sentence too. */
export function shownOutcomeOf(
  goal: FrozenGoal,
  to: GoalAudience & { process: Pick<ProcessFigures, 'reach' | 'spentCashOere' | 'spentInKindOere'> },
): ShownOutcome {
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
    costPerReached: costPerReached(goal, to),
    targetDa: seen.targetDa,
    targetEn: seen.targetEn,
    divided: seen.divided,
    lockedChanges: seenChanges(to.gate, goal.lockedChanges),
  };
}

/** So large a part of those reached must have answered before what they say is taken to hold for all of them. */
const leastAnsweredShare = 0.5;

/**
 * What one young person who reached the goal cost: the cost over everybody reached times the share that answered so,
 * with Wilson's limits turned over. Asked of what the young people of a specific project say of themselves only; not
 * measured where nobody counted who was reached, or where fewer than half of them answered. It says nothing of what
 * would have happened anyway, so it is never a saving.
 */
function costPerReached(
  goal: FrozenGoal,
  { gate, process }: GoalAudience & { process: Pick<ProcessFigures, 'reach' | 'spentCashOere' | 'spentInKindOere'> },
): ShownOutcome['costPerReached'] {
  const latest = goal.measurements.at(-1) ?? null;
  if (goal.indicator?.unit !== 'share' || goal.tier !== 'specific' || latest?.method !== 'survey') return null;
  const { reach, spentCashOere, spentInKindOere } = process;
  const cellFor = (costOere: number): Cell<Interval> => {
    const { numeratorCount: x, baseCount: n } = latest;
    if (x === null || n === null || reach === null || !reach.isCounted) return notMeasured;
    for (const cell of [gate.share({ x, n }), gate.persons(reach.lower)]) if (cell.kind === 'withheld') return cell;
    if (reach.lower === 0 || n / reach.lower < leastAnsweredShare) return notMeasured;
    const { estimate, lower, upper } = costPerOutcome({
      cost: (costOere * n) / reach.lower,
      positives: x,
      n,
      conf: 0.95,
    });
    const whole = (oere: number | null) => (oere === null ? null : Math.round(oere));
    return valueCell({ estimate: whole(estimate), lower: whole(lower), upper: whole(upper), n });
  };
  return { cashOere: cellFor(spentCashOere), totalOere: cellFor(spentCashOere + spentInKindOere) };
}
