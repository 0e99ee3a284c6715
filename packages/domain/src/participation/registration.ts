import { z } from 'zod';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { participantCode } from './participant-code.ts';
import { ageBands, cancelledBy, countUnits, genders, sessionStates, shownSessionStates } from './session.ts';

/** The most that can be counted in one age band and gender at one session. */
export const maxHeadcount = 500;

const headcount = z.object({
  ageBand: z.enum(ageBands),
  gender: z.enum(genders),
  personCount: z.number().int().min(0).max(maxHeadcount),
});
export type HeadcountInput = z.infer<typeof headcount>;

const workers = {
  staffCount: z.number().int().min(0).max(100),
  staffMinutes: z.number().int().min(0).max(100_000),
  volunteerCount: z.number().int().min(0).max(100),
  volunteerMinutes: z.number().int().min(0).max(100_000),
};

const note = freeText({ max: 500, optional: true });

/**
 * A session that took place. Everybody is in the headcounts, also whoever showed a card, so there are never more cards
 * than visits. `firstTimeCount` null is "not counted", which is not 0. Hours are minutes of all adults together.
 */
const heldRegistration = z
  .object({
    state: z.literal('held'),
    headcounts: z.array(headcount).max(ageBands.length * genders.length),
    codes: z.array(participantCode).max(maxHeadcount),
    firstTimeCount: z.number().int().min(0).max(10_000).nullable(),
    ...workers,
    note,
  })
  .superRefine((held, context) => {
    const places = held.headcounts.map(({ ageBand, gender }) => `${ageBand}/${gender}`);
    if (new Set(places).size < places.length)
      context.addIssue({ code: 'custom', path: ['headcounts'], params: { code: 'participation.countedTwice' } });
    held.codes.forEach((code, index) => {
      if (held.codes.indexOf(code) < index)
        context.addIssue({ code: 'custom', path: ['codes', index], params: { code: 'participation.cardTwice' } });
    });
    if (held.firstTimeCount !== null && held.firstTimeCount > countedOf(held))
      context.addIssue({
        code: 'custom',
        path: ['firstTimeCount'],
        params: { code: 'participation.tooManyFirstTimers' },
      });
    if (held.codes.length > countedOf(held))
      context.addIssue({ code: 'custom', path: ['codes'], params: { code: 'participation.moreCardsThanVisits' } });
    if (held.staffMinutes > 0 && held.staffCount === 0)
      context.addIssue({
        code: 'custom',
        path: ['staffMinutes'],
        params: { code: 'participation.hoursWithoutAdults' },
      });
    if (held.volunteerMinutes > 0 && held.volunteerCount === 0)
      context.addIssue({
        code: 'custom',
        path: ['volunteerMinutes'],
        params: { code: 'participation.hoursWithoutAdults' },
      });
  });

/** A session that did not take place: who cancelled, and why. */
const cancelledRegistration = z.object({
  state: z.literal('cancelled'),
  cancelledBy: z.enum(cancelledBy),
  cancelReason: freeText({ max: 200 }),
  note,
});

/** What is registered about one session. */
export const registration = z.discriminatedUnion('state', [heldRegistration, cancelledRegistration]);
export type Registration = z.infer<typeof registration>;
export type HeldRegistration = Extract<Registration, { state: 'held' }>;

/** Everybody counted at a session. */
export function countedOf(held: { headcounts: readonly { personCount: number }[] }): number {
  return held.headcounts.reduce((sum, one) => sum + one.personCount, 0);
}

/** One session in a list. */
export const shownSessionRow = z.object({
  id,
  projectId: id,
  projectTitle: z.string(),
  year: z.number().int(),
  title: z.string(),
  heldOn: z.string(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  venueName: z.string().nullable(),
  organisationName: z.string().nullable(),
  countUnit: z.enum(countUnits),
  state: z.enum(shownSessionStates),
  visitCount: z.number().int().nullable(),
  firstTimeCount: z.number().int().nullable(),
  staffCount: z.number().int(),
  staffMinutes: z.number().int(),
  volunteerCount: z.number().int(),
  volunteerMinutes: z.number().int(),
  cancelledBy: z.enum(cancelledBy).nullable(),
  cancelReason: z.string(),
  version: z.number().int(),
});
export type ShownSessionRow = z.infer<typeof shownSessionRow>;

/** One session with all that is registered about it, for the page that registers it. */
export const shownSession = shownSessionRow.extend({
  tier: z.enum(['general', 'specific', 'individual']).nullable(),
  storedState: z.enum(sessionStates),
  venueId: id.nullable(),
  headcounts: z.array(z.object({ ageBand: z.enum(ageBands), gender: z.enum(genders), personCount: z.number().int() })),
  usesCodes: z.boolean(),
  codes: z.array(z.string()),
  note: z.string(),
  registeredByName: z.string().nullable(),
  registeredAt: z.string().nullable(),
  /** Whether its day has come, so that visits can be registered. */
  hasBegun: z.boolean(),
  abilities: z.object({ mayRegister: z.boolean(), mayPlan: z.boolean() }),
});
export type ShownSession = z.infer<typeof shownSession>;

/** Which of a person's own sessions to list. */
export const sessionViews = ['tonight', 'missing', 'earlier', 'coming'] as const;
export type SessionView = (typeof sessionViews)[number];

/** A page of a person's own sessions; `search` looks in the names of project, session and venue. */
export const mySessionsAsk = z.object({
  view: z.enum(sessionViews),
  search: z.string().trim().max(100).default(''),
  page: z.number().int().min(1).max(1000).default(1),
  pageSize: z.number().int().min(1).max(50).default(20),
});

/** A page of a person's own sessions, with the counts that a work list shows beside it. */
export const mySessions = z.object({
  rows: z.array(shownSessionRow),
  totalCount: z.number().int(),
  isMore: z.boolean(),
  counts: z.object({ tonight: z.number().int(), missing: z.number().int() }),
});
export type MySessions = z.infer<typeof mySessions>;

/** One session outside any series. */
export const extraSession = {
  title: freeText({ max: 120 }),
  venueId: id.nullable(),
  organisationId: id.nullable(),
  countUnit: z.enum(countUnits),
};
