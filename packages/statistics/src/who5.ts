import type { Reason } from './estimate.ts';

/** A WHO-5 score: `raw` 0–25, `percent` 0–100 in steps of 4. The flags are results of a screening, never a diagnosis, and belong to groups, never to a person's page. */
export type Who5 = {
  raw: number | null;
  percent: number | null;
  lowWellbeing: boolean | null;
  likelyDepression: boolean | null;
  reason: Reason | null;
};

/**
 * The WHO-5 well-being index of five items answered 0–5: raw sum, times 4 as percent, low at 50 or below, likely depression at 28 or below (Topp, Østergaard, Søndergaard and Bech 2015,
 * Psychother Psychosom 84:167). Any item missing, not whole or out of range: no score (noData).
 */
export function who5({ items }: { items: readonly (number | null)[] }): Who5 {
  const answered = items.filter(
    (item): item is number => item !== null && Number.isInteger(item) && item >= 0 && item <= 5,
  );
  if (items.length !== 5 || answered.length !== 5)
    return { raw: null, percent: null, lowWellbeing: null, likelyDepression: null, reason: 'noData' };
  const raw = answered.reduce((sum, item) => sum + item, 0);
  const percent = raw * 4;
  return { raw, percent, lowWellbeing: percent <= 50, likelyDepression: percent <= 28, reason: null };
}
