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
