import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { freeText } from '../measures/text.ts';
import type { ElementDelivery } from '../participation/element-delivery.ts';

/** How a core element of the recipe was carried out: as described, in another way, or not at all. */
export const elementMarks = ['asDescribed', 'adapted', 'notDone'] as const;
export type ElementMarkWord = (typeof elementMarks)[number];

/** One core element with the owner's mark; null where nothing is said. An adaptation is information, not failure. */
export const elementMark = z.object({
  element: freeText({ max: 300 }),
  mark: z.enum(elementMarks).nullable(),
});
export type ElementMark = z.infer<typeof elementMark>;

/** A core element as it is frozen: the owner's mark beside what was registered. */
export const evaluatedElement = z.object({
  element: z.string(),
  mark: z.enum(elementMarks).nullable(),
  deliveredCount: z.number().int(),
  askedCount: z.number().int(),
});
export type EvaluatedElement = z.infer<typeof evaluatedElement>;

/** A core element as one reader may see it; not measured where nobody registered which were delivered. */
export const shownElement = z.object({
  element: z.string(),
  mark: z.enum(elementMarks).nullable(),
  /** The share of the evenings that were asked about on which it was delivered, with how many they were. */
  registered: cellOf(interval),
});
export type ShownElement = z.infer<typeof shownElement>;

/** The recipe's core elements in its order, each with its mark and what was registered; marks of elements it no longer has are left out. */
export function evaluatedElements(
  coreElements: readonly string[],
  marks: readonly ElementMark[],
  delivered: readonly ElementDelivery[],
): EvaluatedElement[] {
  return coreElements.map((element, place) => {
    const { deliveredCount = 0, askedCount = 0 } = delivered.find((one) => one.place === place) ?? {};
    return { element, mark: marks.find((one) => one.element === element)?.mark ?? null, deliveredCount, askedCount };
  });
}

/** The marks of the recipe's core elements in its order, as they are stored and compared. */
export function marksOf(coreElements: readonly string[], marks: readonly ElementMark[]): ElementMark[] {
  return evaluatedElements(coreElements, marks, []).map(({ element, mark }) => ({ element, mark }));
}
