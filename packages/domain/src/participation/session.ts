/** What a session is stored as; past and still `planned` is what people see as "not registered". */
export const sessionStates = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** What a session is shown as on a given day. */
export const shownSessionStates = ['planned', 'held', 'cancelled', 'unregistered'] as const;
export type ShownSessionState = (typeof shownSessionStates)[number];

export const ageBands = ['10-12', '13-15', '16-17', '18-25', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

export const genders = ['boy', 'girl', 'other'] as const;
export type Gender = (typeof genders)[number];

/** What is counted at a session: visits at a place, or contacts in outreach. The two are never added. */
export const countUnits = ['visit', 'contact'] as const;
export type CountUnit = (typeof countUnits)[number];

/** How the days of a series come about: by a rule, each chosen by itself, or opened on the spot. */
export const seriesKinds = ['recurring', 'programme', 'onDemand'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** What a calendar link shows: its maker's own sessions, those of one project, or those at one venue. */
export const feedKinds = ['person', 'project', 'venue'] as const;
export type FeedKind = (typeof feedKinds)[number];

export const cancelledBy = ['venue', 'owner', 'partner', 'weather', 'other'] as const;
export type CancelledBy = (typeof cancelledBy)[number];

export const skipKinds = ['publicHoliday', 'schoolHoliday', 'chosen'] as const;
export type SkipKind = (typeof skipKinds)[number];

/** How it was tonight, from 1 (bad) to 5 (very good), as staff saw it. */
export const moods = [1, 2, 3, 4, 5] as const;
export type Mood = (typeof moods)[number];

/** The facts about a whole session, as against what is counted. */
export const factNames = ['outcome', 'staff', 'volunteers', 'mood', 'elements', 'note'] as const;

/** The most that one device can count in one place of the grid; a correction may be as much below zero. */
export const maxHeadcount = 500;
/** The most adults of one kind at one session, and the most minutes they can have spent together. */
export const maxAdults = 100;
export const maxAdultMinutes = 100_000;
/** The most characters of a remark, and of the reason for a cancellation. */
export const maxNoteLength = 500;
export const maxReasonLength = 200;
