import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { minutes } from '../measures/counts.ts';
import { reachRange } from '../measures/reach.ts';

/** One month of a project's sessions and what was counted at them. */
export const shownMonth = z.object({
  /** YYYY-MM. */
  month: z.string(),
  plannedCount: z.number().int(),
  heldCount: z.number().int(),
  cancelledCount: z.number().int(),
  unregisteredCount: z.number().int(),
  /** *Not measured* where nothing was held. */
  visits: cellOf(z.number()),
  contacts: cellOf(z.number()),
  heldMinutes: minutes,
});
export type ShownMonth = z.infer<typeof shownMonth>;

/** A project's activity: months, sums by unit, unique reach. What is counted in people has passed the gate; units are never added. */
export const shownActivity = z.object({
  tier: z.enum(['general', 'specific', 'individual']).nullable(),
  months: z.array(shownMonth),
  plannedCount: z.number().int(),
  heldCount: z.number().int(),
  cancelledCount: z.number().int(),
  unregisteredCount: z.number().int(),
  /** Whether contacts are counted at its sessions instead of visits. */
  isOutreach: z.boolean(),
  visits: cellOf(z.number()),
  contacts: cellOf(z.number()),
  heldMinutes: minutes,
  visitMinutes: cellOf(z.number()),
  staffMinutes: minutes,
  volunteerMinutes: minutes,
  reach: cellOf(reachRange),
  /** Cards issued, and cards shown at least once; null where the project has no cards. */
  cards: z.object({ issuedCount: z.number().int(), shown: cellOf(z.number()) }).nullable(),
  /** How many of the sessions are only kept as sums of their month. */
  summedCount: z.number().int(),
  today: z.string(),
  /** Whether evenings are shown with their numbers: to those who write them. */
  hasEvenings: z.boolean(),
  abilities: z.object({ mayPlan: z.boolean(), mayRegister: z.boolean(), mayIssueCodes: z.boolean() }),
});
export type ShownActivity = z.infer<typeof shownActivity>;
