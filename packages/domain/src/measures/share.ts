import { z } from 'zod';

/** A part of a whole, 0–1. Shown as a percentage; never stored as one. */
export const share = z.number().min(0).max(1);

/** Part divided by whole, or null when the whole is 0: a share of nothing is not a number. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
