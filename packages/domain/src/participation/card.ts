import { z } from 'zod';
import { id } from '../measures/ids.ts';
import { maxIssuedCodes } from './participant-code.ts';

/** The languages a card can be printed in. */
export const cardLanguages = ['da', 'en'] as const;
export type CardLanguage = (typeof cardLanguages)[number];

/** Cards by the ids their issuer made for them; each once. */
export const cardIds = z
  .array(id)
  .min(1)
  .max(maxIssuedCodes)
  .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'participation.cardTwice' } });

/** How many cards a project has, and those of today that may still be printed: issued today, never shown, not lost. */
export const shownCards = z.object({
  issuedCount: z.number().int(),
  /** Shown at least once. */
  shownCount: z.number().int(),
  lostCount: z.number().int(),
  printableIds: z.array(id),
});
export type ShownCards = z.infer<typeof shownCards>;

/** A sheet of cards as a PDF, its bytes in base64. */
export const cardSheet = z.object({ base64: z.string() });
export type CardSheet = z.infer<typeof cardSheet>;
