import { meetsTarget } from '../goals/goal.rules.ts';
import type { IndicatorDirection } from '../goals/goal.ts';
import type { ProjectStatus } from '../projects/project.ts';
import type { ElementMark } from './fidelity.ts';
import { forbiddenEffectWord } from '../measures/effect-claims.ts';
import {
  type Attainment,
  type EvaluationGap,
  type EvaluationStatus,
  type EvaluationText,
  evaluationTexts,
  type Recommendation,
} from './evaluation.ts';

/** An evaluation is written once a project has ended: closed, or stopped early. */
export const evaluableStatuses: readonly ProjectStatus[] = ['closed', 'stopped'];

/** Who moves an evaluation: the owner who writes, or the body that approves. */
export type EvaluationMoveBy = 'owner' | 'body';

/** Every move of an evaluation: from which status, to which, by whom. Nothing leads out of `approved`. */
export const evaluationMoves: readonly {
  from: EvaluationStatus;
  to: EvaluationStatus;
  by: EvaluationMoveBy;
  needsComment: boolean;
}[] = [
  { from: 'draft', to: 'submitted', by: 'owner', needsComment: false },
  { from: 'returned', to: 'submitted', by: 'owner', needsComment: false },
  { from: 'submitted', to: 'returned', by: 'body', needsComment: true },
  { from: 'submitted', to: 'approved', by: 'body', needsComment: false },
];

/** Whether an evaluation may move so. */
export function mayMoveEvaluation(from: EvaluationStatus, to: EvaluationStatus): boolean {
  return evaluationMoves.some((move) => move.from === from && move.to === to);
}

/** The statuses in which its owner may write an evaluation; null is one nobody has begun. */
export function isWritable(status: EvaluationStatus | null): boolean {
  return status === null || status === 'draft' || status === 'returned';
}

/** What the proposal of an attainment rests on. */
export interface AttainmentFacts {
  direction: IndicatorDirection | null;
  baselineValue: number | null;
  targetValue: number | null;
  latestValue: number | null;
}

/**
 * The attainment the numbers propose: too early without a reading or a target; achieved on or past the target; partly
 * when at least half of the way from the baseline has been gone (without a baseline: half of a target to reach); else
 * not achieved. A bound to stay below has no half-way without a baseline.
 */
export function proposeAttainment({ direction, baselineValue, targetValue, latestValue }: AttainmentFacts): Attainment {
  if (direction === null || targetValue === null || latestValue === null) return 'tooEarly';
  if (meetsTarget(direction, latestValue, targetValue)) return 'achieved';
  const isFloor = direction === 'atLeast' || direction === 'up';
  if (baselineValue === null && !isFloor) return 'notAchieved';
  const from = baselineValue ?? 0;
  const way = targetValue - from;
  // Already past the target at the start: there is no way to have gone part of.
  if (way === 0 || way > 0 !== isFloor) return 'notAchieved';
  // Halfway is halfway: 0.7 between 0.6 and 0.8 must not fail by the last bit of a fraction.
  return (latestValue - from) / way >= 0.5 - 1e-9 ? 'partly' : 'notAchieved';
}

/** An evaluation as it is asked whether it is complete. */
export interface EvaluationFacts extends Partial<Record<EvaluationText, string>> {
  recommendation: Recommendation | null;
  outcomes: readonly {
    goalId: string;
    title: string;
    proposed: Attainment;
    attainment: Attainment;
    comment: string;
    level: number | null;
  }[];
  unregisteredCount: number;
  /** The recipe's core elements with the owner's marks; none where the project has no recipe. */
  elements: readonly Pick<ElementMark, 'mark'>[];
  /** Surveys that have begun and are not closed. */
  openSurveyCount?: number;
  /** What the body has said that the owner has not settled. */
  openComments?: readonly { paragraph: string; by: string }[];
}

/** The texts an evaluation cannot be submitted without; the others may be empty. */
export const requiredTexts = ['worked', 'didNotWork', 'forWhom'] as const satisfies readonly EvaluationText[];

/** The highest level of evidence among some goals; null when nothing was measured. */
export function highestLevel(goals: readonly { level: number | null }[]): number | null {
  return goals.reduce<number | null>((best, { level }) => (level === null ? best : Math.max(best ?? 0, level)), null);
}

/**
 * What an evaluation lacks, in the order of the page. A judgement that differs from what the numbers propose needs a
 * comment. A text may speak of an effect when some goal has reached level 3, a goal's comment when that goal has.
 * A comment of the body must be settled. Unregistered sessions, core elements without a mark, and an adapted one that
 * nobody has told about, and surveys that are still open are pointed at but do not stop anybody.
 */
export function evaluationGaps(evaluation: EvaluationFacts): EvaluationGap[] {
  const gaps: EvaluationGap[] = [];
  const add = (path: string, code: string, params: EvaluationGap['params'] = {}, isBlocking = true) =>
    gaps.push({ path, code: `evaluation.${code}`, params, isBlocking });
  if (evaluation.unregisteredCount > 0) add('process', 'unregistered', { count: evaluation.unregisteredCount }, false);
  const marks = evaluation.elements.map(({ mark }) => mark);
  const unmarkedCount = marks.filter((mark) => mark === null).length;
  if (unmarkedCount > 0) add('elements', 'elementsUnmarked', { count: unmarkedCount }, false);
  if (marks.some((mark) => mark === 'adapted' || mark === 'notDone') && !evaluation.adaptations?.trim())
    add('adaptations', 'adaptationsUntold', {}, false);
  const { openSurveyCount = 0 } = evaluation;
  if (openSurveyCount > 0) add('surveys', 'surveysOpen', { count: openSurveyCount }, false);
  for (const outcome of evaluation.outcomes)
    if (outcome.attainment !== outcome.proposed && outcome.comment.trim() === '')
      add(`outcomes.${outcome.goalId}`, 'judgementNeedsComment', { title: outcome.title });
  for (const { goalId, comment, level } of evaluation.outcomes) {
    const word = forbiddenEffectWord(comment, level);
    if (word !== null) add(`outcomes.${goalId}`, 'causeClaimed', { word });
  }
  for (const { paragraph, by } of evaluation.openComments ?? []) add(paragraph, 'commentOpen', { by });
  const level = highestLevel(evaluation.outcomes);
  for (const name of evaluationTexts) {
    const word = forbiddenEffectWord(evaluation[name] ?? '', level);
    if (word !== null) add(name, 'causeClaimed', { word });
  }
  for (const name of requiredTexts) if (!evaluation[name]?.trim()) add(name, `${name}Missing`);
  if (evaluation.recommendation === null) add('recommendation', 'recommendationMissing');
  if (!evaluation.recommendationReason?.trim()) add('recommendationReason', 'recommendationReasonMissing');
  return gaps;
}

/** The paragraphs of an evaluation that are not texts of their own. */
const otherParagraphs = ['process', 'elements', 'recommendation'];

/** Whether a name is that of a paragraph: a text, the process figures, the core elements, the recommendation, or `outcomes.` and the id of one of these goals. */
export function isParagraph(name: string, goalIds: readonly string[]): boolean {
  if (name.startsWith('outcomes.')) return goalIds.includes(name.slice('outcomes.'.length));
  return [...evaluationTexts, ...otherParagraphs].includes(name);
}
