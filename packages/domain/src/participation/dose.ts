import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { doseBands } from './dose.rules.ts';

/** Dose per card and drop-out of one project, as one reader may see them: cells that have passed the gate. */
export const shownDose = z.object({
  bands: z.array(z.object({ band: z.enum(doseBands), cards: cellOf(z.number()) })),
  /** Cards shown at least once. */
  cards: cellOf(z.number()),
  /** Evenings attended by the card in the middle, with the cards behind it. */
  median: cellOf(z.object({ value: z.number(), n: z.number().int() })),
  /** The share of cards not seen in the last quarter of the period. */
  dropOut: cellOf(interval),
  /** The first day of that quarter; null when drop-out is not measured. */
  sinceOn: z.string().nullable(),
});
export type ShownDose = z.infer<typeof shownDose>;
