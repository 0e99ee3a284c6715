import { Problem } from '../measures/problem.ts';

const atField = (path: string, code: string): Problem =>
  new Problem({ code: 'invalid', kind: 'invalid', fields: [{ path, code, params: {} }] });

/** Problems with series, sessions, headcounts and cards; texts are found by code in the browser. */
export const participationProblems = {
  /** The individual tier has totals per half-year only: no sessions, headcounts or cards. */
  individualTier: () => new Problem({ code: 'participation.individualTier', kind: 'refused' }),
  /** Half-year totals belong to the individual tier only. */
  notIndividualTier: () => new Problem({ code: 'participation.notIndividualTier', kind: 'refused' }),
  /** Nobody can have come before the session's day. */
  tooEarly: (heldOn: string) => new Problem({ code: 'participation.tooEarly', kind: 'closed', params: { heldOn } }),
  /** The project's status allows no change of what is planned, or no registration. */
  notOpen: (status: string) => new Problem({ code: 'participation.notOpen', kind: 'closed', params: { status } }),
  /** A registered session is corrected, not moved. */
  alreadyRegistered: () => new Problem({ code: 'participation.alreadyRegistered', kind: 'closed' }),
  /** A series with sessions that are past or registered is shortened, not removed. */
  seriesInUse: () => new Problem({ code: 'participation.seriesInUse', kind: 'closed' }),
  /** A series stays what it was made as: a rule, a programme or opened on the spot. */
  kindIsFixed: () => new Problem({ code: 'participation.kindIsFixed', kind: 'closed' }),
  /** Only an extra session, or one opened on the spot, is deleted; a session of a series is skipped or cancelled. */
  notExtra: () => new Problem({ code: 'participation.notExtra', kind: 'refused' }),
  /** Sessions are opened on the spot only in series that are made for it, within their days. */
  notOnDemand: () => new Problem({ code: 'participation.notOnDemand', kind: 'refused' }),
  /** The series already has a session at this time today; whoever opens goes to that one. */
  alreadyOpened: (sessionId: string) =>
    new Problem({ code: 'participation.alreadyOpened', kind: 'conflict', current: { sessionId } }),
  /** Nobody needs that many calendar links at a time. */
  tooManyFeeds: () => new Problem({ code: 'participation.tooManyFeeds', kind: 'closed' }),
  notARule: () => atField('rule', 'participation.notARule'),
  noDays: () => atField('lastOn', 'participation.noDays'),
  unknownVenue: () => atField('venueId', 'participation.unknownVenue'),
  unknownOrganisation: () => atField('organisationId', 'participation.unknownOrganisation'),
  /** A device registers for the person who first used it on the session. */
  deviceOfAnother: () => new Problem({ code: 'participation.deviceOfAnother', kind: 'refused' }),
  tooManyDevices: (most: number) =>
    new Problem({ code: 'participation.tooManyDevices', kind: 'refused', params: { most } }),
  noCodes: () => new Problem({ code: 'participation.noCodes', kind: 'refused' }),
  unknownCard: () => atField('code', 'participation.unknownCode'),
  /** A lost card has been replaced already. */
  alreadyLost: () => atField('code', 'participation.alreadyLost'),
  /** The session is over, cancelled, or counts contacts: there is nothing for a kiosk to do. */
  noKiosk: () => new Problem({ code: 'participation.noKiosk', kind: 'closed' }),
  /** An open activity lies on a day of its project. */
  activityOutsideProject: () => atField('onDay', 'participation.dayOutsideProject'),
  /** Nothing can have been done on a day to come. */
  activityTooEarly: () => atField('onDay', 'participation.dayNotYet'),
  /** An activity of a partner is written by that partner, the owner or the coordinator. */
  notYourOrganisation: () => atField('organisationId', 'participation.notYourOrganisation'),
  noFirstTimers: () => atField('entry.firstTimeCount', 'participation.noFirstTimers'),
  outsideProject: () => atField('year', 'participation.outsideProject'),
  moreCompleted: () => atField('completedCount', 'participation.moreCompleted'),
};
