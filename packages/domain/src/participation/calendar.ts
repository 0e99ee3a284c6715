import { z } from 'zod';
import { day, daysBetween, isDay, minuteOfDay } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { checkTimes } from './series.ts';
import { cancelledBy, feedKinds, shownSessionStates } from './session.ts';

/** The most days a calendar is asked for at a time: a month in whole weeks, and a quarter as a list. */
export const maxCalendarDays = 100;

/** The most calendar links one person has at a time. */
export const maxFeeds = 20;

/** Which days, and which sessions: one's own (both ids left out), those of a project, or those at a venue. */
export const calendarAsk = z
  .object({ firstOn: day, lastOn: day, projectId: id.nullable().default(null), venueId: id.nullable().default(null) })
  .superRefine(({ firstOn, lastOn }, context) => {
    if (!isDay(firstOn) || !isDay(lastOn)) return;
    const dayCount = daysBetween(firstOn, lastOn);
    if (dayCount < 0 || dayCount > maxCalendarDays)
      context.addIssue({ code: 'custom', path: ['lastOn'], params: { code: 'participation.endsBeforeStart' } });
  });
export type CalendarAsk = z.infer<typeof calendarAsk>;

const times = { startMinute: z.number().int(), endMinute: z.number().int() };

/** Another booking of the same venue at the same time; its names are null for whoever may not see that session. */
export const clash = z.object({
  onDay: z.string(),
  ...times,
  venueName: z.string(),
  title: z.string().nullable(),
  projectTitle: z.string().nullable(),
});
export type Clash = z.infer<typeof clash>;

/** One session in a calendar. */
export const calendarSession = z.object({
  id,
  projectId: id,
  projectTitle: z.string(),
  title: z.string(),
  onDay: z.string(),
  ...times,
  venueName: z.string().nullable(),
  organisationName: z.string().nullable(),
  state: z.enum(shownSessionStates),
  /** Its project is not approved yet. */
  isProposal: z.boolean(),
  /** Outside any series. */
  isExtra: z.boolean(),
  movedFromOn: z.string().nullable(),
  moveReason: z.string(),
  cancelledBy: z.enum(cancelledBy).nullable(),
  cancelReason: z.string(),
  clashes: z.array(clash),
});
export type CalendarSession = z.infer<typeof calendarSession>;

/** A day on which a session was to be held that was moved away. */
export const movedAway = z.object({ sessionId: id, title: z.string(), onDay: z.string(), toOn: z.string() });
export type MovedAway = z.infer<typeof movedAway>;

/** A time at which a venue is taken by somebody else's session. */
export const takenTime = z.object({ onDay: z.string(), ...times });
export type TakenTime = z.infer<typeof takenTime>;

/** A public or school holiday that touches the days asked for; both ends included. */
export const calendarHoliday = z.object({
  firstOn: z.string(),
  lastOn: z.string(),
  nameDa: z.string(),
  nameEn: z.string(),
  kind: z.enum(['publicHoliday', 'schoolHoliday']),
});
export type CalendarHoliday = z.infer<typeof calendarHoliday>;

const named = z.object({ id, name: z.string() });

/** The sessions of some days, in order, with holidays by name and what the calendar can be narrowed to. */
export const shownCalendar = z.object({
  sessions: z.array(calendarSession),
  movedAway: z.array(movedAway),
  taken: z.array(takenTime),
  holidays: z.array(calendarHoliday),
  projects: z.array(named.extend({ year: z.number().int() })),
  venues: z.array(named),
});
export type ShownCalendar = z.infer<typeof shownCalendar>;

const sessionTime = z.object({ onDay: day, startMinute: minuteOfDay.max(1439), endMinute: minuteOfDay });

/** Whether a venue is free for sessions that are being planned: those a rule gives between two days, or single ones. What is being edited does not stand in its own way. */
export const clashAsk = z.object({
  venueId: id,
  exceptSeriesId: id.nullable().default(null),
  exceptSessionId: id.nullable().default(null),
  series: z
    .object({
      rule: z.string().max(200),
      firstOn: day,
      lastOn: day,
      startMinute: minuteOfDay.max(1439),
      endMinute: minuteOfDay,
    })
    .superRefine(checkTimes)
    .nullable()
    .default(null),
  times: z.array(sessionTime.superRefine(checkTimes)).max(120).default([]),
});
export type ClashAsk = z.infer<typeof clashAsk>;

/** Clashes in the order of the planned days; `wantedOn` is the day that was asked about. */
export const foundClashes = z.object({ clashes: z.array(clash.extend({ wantedOn: z.string() })) });
export type FoundClashes = z.infer<typeof foundClashes>;

/** The secret in a calendar link: 32 random bytes as base64url, drawn by whoever asks for the link, so that the server's answer never holds it and only its hash is stored. */
export const feedToken = z.string().regex(/^[\w-]{43}$/);

/** A calendar link as it is asked for. */
export const newFeed = z.object({
  id,
  token: feedToken,
  kind: z.enum(feedKinds),
  projectId: id.nullable().default(null),
  venueId: id.nullable().default(null),
  language: z.enum(['da', 'en']),
});
export type NewFeed = z.infer<typeof newFeed>;

/** One of a person's calendar links; the link itself is known only to those it was given to. */
export const shownFeed = z.object({
  id,
  kind: z.enum(feedKinds),
  /** The project's or venue's name; null for one's own sessions. */
  name: z.string().nullable(),
  madeAt: z.string(),
  fetchedAt: z.string().nullable(),
});
export type ShownFeed = z.infer<typeof shownFeed>;

/** A person's calendar links in use, the newest first. */
export const shownFeeds = z.object({ feeds: z.array(shownFeed) });
export type ShownFeeds = z.infer<typeof shownFeeds>;

/** A series without a rule in which a session may be opened now. */
export const shownOpening = z.object({
  seriesId: id,
  projectId: id,
  projectTitle: z.string(),
  title: z.string(),
  venueName: z.string().nullable(),
  /** How a session usually lies; proposed when it is opened. */
  ...times,
  /** The latest session opened today; null when there is none. */
  openedSessionId: id.nullable(),
});
export type ShownOpening = z.infer<typeof shownOpening>;

/** Opening a session now, in a series that is made for it. */
export const newOpening = z
  .object({ id, seriesId: id, startMinute: minuteOfDay.max(1439), endMinute: minuteOfDay })
  .superRefine(checkTimes);
export type NewOpening = z.infer<typeof newOpening>;
