import { z } from 'zod';

import { screenText } from './personal-number.ts';

type Bounds = { max: number; min?: number };

/**
 * A text people write themselves: trimmed and between `min` (default 1) and `max` characters. With `optional: true` it may be left out, and an empty text becomes null.
 * Marked `freeText` in the schema's meta. It does not screen: the kernel of the API screens the whole input of every procedure in one place with {@link screenTexts},
 * so that no field can be forgotten and one confirmation ("this is not a personal number") serves the whole form. A form calls {@link screenTexts} too, to ask before it sends.
 */
export function freeText(bounds: Bounds & { optional: true }): z.ZodType<string | null, string | null | undefined>;
export function freeText(bounds: Bounds & { optional?: false }): z.ZodType<string, string>;
export function freeText({ max, min = 1, optional = false }: Bounds & { optional?: boolean }): z.ZodType {
  const bounded = z.string().trim().max(max);
  if (!optional) return bounded.min(min).meta({ freeText: true, max });
  return bounded
    .nullish()
    .transform((text) => text || null)
    .meta({ freeText: true, max });
}

/** The names of the two problems the kernel answers a screened input with. */
export const textProblemCodes = { block: 'text.personalNumber', ask: 'text.maybePersonalNumber' } as const;

/** The key an input may carry beside its fields to say that a person has looked at the doubtful digits: it turns *ask* to *clear*, never *block*. The kernel puts it aside before the procedure reads its input. */
export const confirmationKey = 'confirmedNotPersonal';

/** What a screening answers, from harmless to forbidden. */
export type Screening = ReturnType<typeof screenText>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The worst verdict over every string in a JSON value, names of fields included; ids (UUIDs) and numbers, which their schemas bound, are passed over. Nothing but strings: clear. */
export function screenTexts(value: unknown): Screening {
  if (typeof value === 'string') return uuid.test(value) ? 'clear' : screenText(value);
  if (typeof value !== 'object' || value === null) return 'clear';
  let worst: Screening = 'clear';
  const parts = Array.isArray(value) ? value : Object.entries(value).flat();
  for (const part of parts) {
    const verdict = screenTexts(part);
    if (verdict === 'block') return 'block';
    if (verdict === 'ask') worst = 'ask';
  }
  return worst;
}
