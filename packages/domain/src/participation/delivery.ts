import { z } from 'zod';
import { minutes } from '../measures/counts.ts';
import { id } from '../measures/ids.ts';
import { cancelledBy } from './session.ts';

/** An evening that should have been and was not: who cancelled and why, or that nobody has registered it. */
export const missedSession = z.object({
  sessionId: id,
  on: z.string(),
  title: z.string(),
  minutes,
  state: z.enum(['cancelled', 'unregistered']),
  cancelledBy: z.enum(cancelledBy).nullable(),
  reason: z.string(),
});
export type MissedSession = z.infer<typeof missedSession>;

/**
 * Dose delivered up to a day: sessions and their minutes that should have been by then, in three states kept apart. What nobody has registered
 * may have been held, so the share held lies between `held` and `held + unregistered`. Days skipped in the plan were never to be.
 */
export const shownDelivery = z.object({
  untilOn: z.string(),
  held: z.object({ sessionCount: z.number().int(), minutes }),
  cancelled: z.object({ sessionCount: z.number().int(), minutes }),
  unregistered: z.object({ sessionCount: z.number().int(), minutes }),
  coming: z.object({ sessionCount: z.number().int(), minutes }),
  missed: z.array(missedSession),
});
export type ShownDelivery = z.infer<typeof shownDelivery>;

interface Part {
  sessionCount: number;
  minutes: number;
}

/** The share of sessions and of minutes held of those that should have been, as the lowest and highest it can be; null when none should. */
export function deliveredShare(
  dose: { held: Part; cancelled: Part; unregistered: Part },
  unit: 'sessionCount' | 'minutes',
): { lowest: number; highest: number } | null {
  const due = dose.held[unit] + dose.cancelled[unit] + dose.unregistered[unit];
  if (due === 0) return null;
  return { lowest: dose.held[unit] / due, highest: (dose.held[unit] + dose.unregistered[unit]) / due };
}

/** Who was expected on a day: what the series said until the first change after it, else what it says now. `past` in any order. */
export function expectedOn(
  on: string,
  past: readonly { untilOn: string; expectedCount: number | null }[],
  current: number | null,
): number | null {
  const [next] = past.filter(({ untilOn }) => untilOn > on).toSorted((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
  return next === undefined ? current : next.expectedCount;
}
