import { z } from 'zod';
import { contacts, minutes, visits, young } from '../measures/counts.ts';

/** One month of a project's sessions and what was counted at them. */
export const shownMonth = z.object({
  /** YYYY-MM. */
  month: z.string(),
  plannedCount: z.number().int(),
  heldCount: z.number().int(),
  cancelledCount: z.number().int(),
  unregisteredCount: z.number().int(),
  visits,
  contacts,
  heldMinutes: minutes,
});
export type ShownMonth = z.infer<typeof shownMonth>;

/** Unique reach: counted, between bounds, or nothing to say yet. */
export const shownReach = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('counted'), young }),
  z.object({ kind: z.literal('bounds'), lowest: young, highest: young }),
  z.object({ kind: z.literal('none') }),
]);

/** A project's activity as its own people see it: months, sums by unit, unique reach. Units are types and are never added. */
export const shownActivity = z.object({
  tier: z.enum(['general', 'specific', 'individual']).nullable(),
  months: z.array(shownMonth),
  plannedCount: z.number().int(),
  heldCount: z.number().int(),
  cancelledCount: z.number().int(),
  unregisteredCount: z.number().int(),
  visits,
  contacts,
  heldMinutes: minutes,
  visitMinutes: minutes,
  staffMinutes: minutes,
  volunteerMinutes: minutes,
  reach: shownReach,
  /** Cards issued, and cards shown at least once; null where the project has no cards. */
  cards: z.object({ issuedCount: z.number().int(), shownCount: z.number().int() }).nullable(),
  /** How many of the sessions are only kept as sums of their month. */
  summedCount: z.number().int(),
  today: z.string(),
  abilities: z.object({ mayPlan: z.boolean(), mayRegister: z.boolean(), mayIssueCodes: z.boolean() }),
});
export type ShownActivity = z.infer<typeof shownActivity>;
