import type { EvaluatedElement, ShownElement } from '@forspring/domain/evaluation/fidelity';
import { pulseQuestions, type PulseSum, type ShownPulseShare } from '@forspring/domain/participation/kiosk';
import type { Gate } from '../../kernel/gate.ts';

/** Core elements for one reader. How many evenings is about the work; only the individual tier is closed. */
export function shownElementsOf(elements: readonly EvaluatedElement[], gate: Gate): ShownElement[] {
  return elements.map(({ element, mark, deliveredCount, askedCount }) => ({
    element,
    mark,
    registered: gate.workShare(askedCount === 0 ? null : { x: deliveredCount, n: askedCount }),
  }));
}

/** The exit pulses of a project for one reader: every question, those nobody answered too. */
export function shownPulseOf(pulse: readonly PulseSum[], gate: Gate): ShownPulseShare[] {
  return pulseQuestions.map((question) => {
    const sum = pulse.find((one) => one.question === question);
    return { question, yes: gate.share(sum === undefined ? null : { x: sum.yesCount, n: sum.answerCount }) };
  });
}
