import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { shownLock } from '../projects/period-lock.ts';
import { storedEntry } from './session-entry.ts';
import { ageBands, cancelledBy, countUnits, genders, moods, sessionStates, shownSessionStates } from './session.ts';

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

/** One session in a project's list, which others than those who register may read: what came has passed the gate. */
export const projectSessionRow = shownSessionRow.omit({ visitCount: true, firstTimeCount: true }).extend({
  /** Null to whoever is not shown single evenings. */
  visits: cellOf(z.number()).nullable(),
  /** *Not measured* where nobody asked who was new. */
  firstTimers: cellOf(z.number()).nullable(),
  /** Whether the evening itself may be opened. */
  mayOpen: z.boolean(),
});
export type ProjectSessionRow = z.infer<typeof projectSessionRow>;

/** The counted facts of a session that its history tells: never a text somebody typed. */
export const countedFacts = z.object({
  state: z.enum(sessionStates),
  visitCount: z.number().int().nullable(),
  firstTimeCount: z.number().int().nullable(),
  staffCount: z.number().int(),
  staffMinutes: z.number().int(),
  volunteerCount: z.number().int(),
  volunteerMinutes: z.number().int(),
  cancelledBy: z.enum(cancelledBy).nullable(),
});
export type CountedFacts = z.infer<typeof countedFacts>;

/** What one person changed within ten minutes; `byName` null: the account is gone, or nobody was signed in on the device. */
export const sessionChange = z.object({
  id,
  byName: z.string().nullable(),
  at: z.string(),
  before: countedFacts,
  after: countedFacts,
});
export type ShownSessionChange = z.infer<typeof sessionChange>;

/** How many of its latest changes a session shows. */
export const shownChangeCount = 20;

/** One session with all that is registered about it, for the page that registers it. */
export const shownSession = shownSessionRow.extend({
  tier: z.enum(['general', 'specific', 'individual']).nullable(),
  storedState: z.enum(sessionStates),
  venueId: id.nullable(),
  /** What every device has registered; what the session counts is the merge of these. */
  entries: z.array(storedEntry),
  /** The places where anybody was counted, all devices together; `fromMinute` 0 when the evening is not divided. */
  headcounts: z.array(
    z.object({
      ageBand: z.enum(ageBands),
      gender: z.enum(genders),
      fromMinute: z.number().int(),
      personCount: z.number().int(),
    }),
  ),
  /** The minutes where the evening's time bands begin; none when it is not divided. */
  timeBands: z.array(z.number().int()),
  usesCodes: z.boolean(),
  /** Cards of this project that were shown. */
  codes: z.array(z.string()),
  /** Codes that were shown but are no card of this project, or were lost before that day: they count nothing. */
  unknownCodes: z.array(z.string()),
  mood: z.literal(moods).nullable(),
  /** The core elements of the project's recipe, which `deliveredElements` points into. */
  coreElements: z.array(z.string()),
  /** Null: nobody was asked. */
  deliveredElements: z.array(z.number().int()).nullable(),
  note: z.string(),
  registeredByName: z.string().nullable(),
  registeredAt: z.string().nullable(),
  /** Who changed what, the latest first. */
  changes: z.array(sessionChange),
  /** Whether its day has come, so that visits can be registered. */
  hasBegun: z.boolean(),
  /** The day it was planned for before it was moved, and why it was. */
  movedFromOn: z.string().nullable(),
  moveReason: z.string(),
  /** The locked period it lies in, with the exception its project has; null where nothing is locked. */
  lock: shownLock.nullable(),
  abilities: z.object({ mayRegister: z.boolean(), mayPlan: z.boolean(), mayRemove: z.boolean() }),
});
export type ShownSession = z.infer<typeof shownSession>;

/** How far around today a person's own sessions are kept on the phone. */
export const pocketDays = { back: 14, ahead: 7 } as const;
/** The most sessions a phone keeps. */
export const maxPocketSessions = 100;

/** Everything a phone keeps so that it can register without network: one's own sessions around today, and nothing of others. */
export const pocket = z.object({
  today: z.string(),
  sessions: z.array(shownSession),
  /** Sessions that are past and still unregistered, but too long ago to be kept on the phone. */
  olderUnregisteredCount: z.number().int(),
});
export type Pocket = z.infer<typeof pocket>;

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

/** Why a session is moved; for those who come to the old day, never about a person. */
export const moveReason = freeText({ max: 200, optional: true }).default(null);

/** One session outside any series. */
export const extraSession = {
  title: freeText({ max: 120 }),
  venueId: id.nullable(),
  organisationId: id.nullable(),
  countUnit: z.enum(countUnits),
};
