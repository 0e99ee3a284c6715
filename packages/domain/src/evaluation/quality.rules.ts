import { checkName } from '../measures/name-check.ts';
import type { PlanFields } from '../projects/plan.ts';
import { isHarmRisk } from '../projects/plan.rules.ts';
import type { EvaluationText, ProcessFigures, Recommendation } from './evaluation.ts';
import type { FrozenGoal } from './frozen-evaluation.ts';
import type { QualityAnswer, QualityCheck, QualityQuestion } from './quality.ts';

/** What the checks read: the plan as approved, the goals with their readings, the process figures, and what is written so far. */
export interface QualityFacts {
  plan: Pick<
    PlanFields,
    | 'title'
    | 'tier'
    | 'challenge'
    | 'targetGroup'
    | 'targetGroupCount'
    | 'adultsPresent'
    | 'structure'
    | 'groupMix'
    | 'harmAnswer'
    | 'usesCodes'
  > & { assumptions: readonly string[] };
  goals: readonly Pick<
    FrozenGoal,
    'indicator' | 'baselineValue' | 'baselineMissing' | 'targetValue' | 'deadlineOn' | 'level' | 'measurements'
  >[];
  process: Pick<
    ProcessFigures,
    | 'sessionCount'
    | 'heldCount'
    | 'unregisteredCount'
    | 'partnerAgreedCount'
    | 'partnerActiveCount'
    | 'budgetCashOere'
    | 'spentCashOere'
    | 'codeCount'
  >;
  /** Reach as its reader may see it; null where it is not measured or withheld. */
  reach: ProcessFigures['reach'];
  texts: Record<EvaluationText, string>;
  recommendation: Recommendation | null;
}

/** A challenge described in fewer characters than this is a heading. */
const leastDescription = 60;
/** So large a part of the planned sessions held counts as carried out as planned. */
const leastHeldShare = 0.8;
/** So large a part of the target group reached counts as reaching it. */
const leastReachShare = 0.5;

const yesNo = (isYes: boolean): QualityAnswer => (isYes ? 'yes' : 'no');
const written = (text: string): QualityAnswer => yesNo(text.trim() !== '');

/**
 * The quality check: about twenty questions answered from the plan and the data themselves, never asked of anybody and
 * never added up to a score. What does not concern a project is not relevant; what its data cannot tell is unknown.
 */
export function qualityChecks({
  plan,
  goals,
  process: delivery,
  reach,
  texts,
  recommendation,
}: QualityFacts): QualityCheck[] {
  const isIndividual = plan.tier === 'individual';
  const isRisky = isHarmRisk(plan);
  const isHarmAsked = plan.adultsPresent !== null && plan.structure !== null && plan.groupMix !== null;
  const hasGoals = goals.length > 0;
  const all = (test: (goal: QualityFacts['goals'][number]) => boolean) => yesNo(hasGoals && goals.every(test));
  const answers: Record<QualityQuestion, QualityAnswer> = {
    problemDescribed: yesNo(plan.challenge.trim().length >= leastDescription),
    targetGroupCounted: yesNo(plan.targetGroup.trim() !== '' && plan.targetGroupCount !== null),
    assumptionsWritten: yesNo(plan.assumptions.length > 0 && plan.assumptions.every((one) => one.trim() !== '')),
    baselines: all((goal) => goal.baselineValue !== null || goal.baselineMissing !== null),
    goalsMeasurable: all((goal) => goal.indicator !== null && goal.targetValue !== null && goal.deadlineOn !== null),
    harmConsidered: yesNo(isHarmAsked && (!isRisky || plan.harmAnswer.trim() !== '')),
    harmMeasured: isRisky ? yesNo(goals.some(isWarning)) : 'notRelevant',
    nameWithoutLabel: yesNo(checkName(plan.title).length === 0),
    partnersAgreed: yesNo(delivery.partnerAgreedCount > 0),
    sessionsHeld:
      delivery.sessionCount === 0 ? 'notRelevant' : yesNo(delivery.heldCount / delivery.sessionCount >= leastHeldShare),
    allRegistered: delivery.sessionCount === 0 ? 'notRelevant' : yesNo(delivery.unregisteredCount === 0),
    reachCounted: isIndividual ? 'notRelevant' : reach === null ? 'unknown' : yesNo(reach.isCounted),
    targetGroupReached: isIndividual ? 'notRelevant' : reachedOf(reach, plan.targetGroupCount),
    partnersActive:
      delivery.partnerAgreedCount === 0
        ? 'notRelevant'
        : yesNo(delivery.partnerActiveCount === delivery.partnerAgreedCount),
    dropOutKnown: plan.usesCodes ? yesNo(delivery.codeCount !== null) : 'notRelevant',
    adaptationsWritten: written(texts.adaptations),
    budgetKept:
      delivery.budgetCashOere === 0 ? 'notRelevant' : yesNo(delivery.spentCashOere <= delivery.budgetCashOere),
    goalsMeasured: all((goal) => goal.level !== null),
    beforeAndAfter: yesNo(goals.some((goal) => goal.level !== null && goal.level >= 2)),
    basesKnown: all((goal) => goal.indicator?.unit !== 'share' || goal.measurements.every(hasBase)),
    failuresTold: written(texts.didNotWork),
    forWhomTold: written(texts.forWhom),
    repeatable: written(texts.preconditions),
    recommendationReasoned: yesNo(recommendation !== null && texts.recommendationReason.trim() !== ''),
  };
  return (Object.keys(answers) as QualityQuestion[]).map((question) => ({ question, answer: answers[question] }));
}

/** The check as it was frozen, for a reader who may not see how many were reached: what follows from that number is unknown. */
export function qualitySeen(checks: readonly QualityCheck[], isReachShown: boolean): QualityCheck[] {
  if (isReachShown) return [...checks];
  return checks.map((check) =>
    (check.question === 'reachCounted' || check.question === 'targetGroupReached') && check.answer !== 'notRelevant'
      ? { ...check, answer: 'unknown' }
      : check,
  );
}

/** A goal that would show if things got worse: something that must stay low or fall. */
function isWarning({ indicator }: QualityFacts['goals'][number]): boolean {
  return indicator?.direction === 'atMost' || indicator?.direction === 'down';
}

function hasBase({ value, baseCount }: FrozenGoal['measurements'][number]): boolean {
  return value === null || baseCount !== null;
}

function reachedOf(reach: QualityFacts['reach'], targetGroupCount: number | null): QualityAnswer {
  if (reach === null || targetGroupCount === null || targetGroupCount === 0) return 'unknown';
  if (reach.lower / targetGroupCount >= leastReachShare) return 'yes';
  return reach.upper / targetGroupCount < leastReachShare ? 'no' : 'unknown';
}
