import ICAL from 'ical.js';

/** One thing in a calendar file. */
export type CalendarEvent = {
  /** Stays the same for ever, so that a calendar program changes the entry it has instead of adding another. */
  uid: string;
  /** Grows with each change of the event. */
  sequence: number;
  summary: string;
  location: string | null;
  description: string | null;
  url: string | null;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** The day it begins, `YYYY-MM-DD`, and its times as minutes after that day's midnight on a Danish clock; above 1440 is the next day. */
  onDay: string;
  startMinute: number;
  endMinute: number;
};

/** A calendar with its name, its events and the instant it is written. */
export type Calendar = { name: string; events: readonly CalendarEvent[]; writtenAt: Date };

/** The zone every event is written in. */
export const calendarZone = 'Europe/Copenhagen';

const zoneRules = [
  { kind: 'daylight', name: 'CEST', from: '+01:00', to: '+02:00', month: 3, startsAt: '1996-03-31T02:00:00' },
  { kind: 'standard', name: 'CET', from: '+02:00', to: '+01:00', month: 10, startsAt: '1996-10-27T03:00:00' },
] as const;

/**
 * A calendar as an RFC 5545 file for `text/calendar`: lines ended by CRLF and folded at 75 octets, never inside a
 * letter; times on a Danish clock with the zone's own rules in the file. A time inside the hour that is skipped in
 * March is written as the hour after it; an event that begins or ends in the hour that comes twice in October is
 * written in UTC, as the first of the two, because a clock time alone would not say which. No events: a file without
 * any, which is not an error.
 */
export function writeCalendar({ name, events, writtenAt }: Calendar): string {
  const calendar = new ICAL.Component('vcalendar');
  const set = (key: string, value: string) => calendar.addPropertyWithValue(key, value);
  set('version', '2.0');
  set('prodid', '-//Forspring//Forspring//DA');
  set('calscale', 'GREGORIAN');
  set('method', 'PUBLISH');
  set('x-wr-calname', name);
  set('x-wr-timezone', calendarZone);
  // How often a program may ask again, in the standard's word and in the one most programs read.
  const refresh = new ICAL.Property('refresh-interval');
  refresh.resetType('duration');
  refresh.setValue(ICAL.Duration.fromSeconds(3600));
  calendar.addProperty(refresh);
  set('x-published-ttl', 'PT1H');
  calendar.addSubcomponent(zone());
  const stamp = ICAL.Time.fromJSDate(writtenAt, true);
  for (const event of events) calendar.addSubcomponent(component(event, stamp));
  return `${calendar.toString()}\r\n`;
}

function zone(): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', calendarZone);
  for (const { kind, name, from, to, month, startsAt } of zoneRules) {
    const part = new ICAL.Component(kind);
    part.addPropertyWithValue('tzname', name);
    part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from));
    part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(to));
    part.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(startsAt));
    part.addPropertyWithValue('rrule', ICAL.Recur.fromString(`FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`));
    component.addSubcomponent(part);
  }
  return component;
}

function component(event: CalendarEvent, stamp: ICAL.Time): ICAL.Component {
  const { onDay, startMinute, endMinute } = event;
  const part = new ICAL.Component('vevent');
  const set = (key: string, value: string | number | ICAL.Time) => part.addPropertyWithValue(key, value);
  set('uid', event.uid);
  set('dtstamp', stamp);
  set('sequence', event.sequence);
  const start = localOf(onDay, startMinute);
  const end = localOf(onDay, endMinute);
  const isTwice = isInHourThatComesTwice(start) || isInHourThatComesTwice(end);
  for (const [key, at] of [
    ['dtstart', start],
    ['dtend', end],
  ] as const) {
    const property = new ICAL.Property(key);
    if (isTwice) property.setValue(ICAL.Time.fromJSDate(instantOf(at), true));
    else {
      property.setParameter('tzid', calendarZone);
      property.setValue(ICAL.Time.fromDateTimeString(`${at.on}T${clock(at.minute)}`));
    }
    part.addProperty(property);
  }
  set('summary', event.summary);
  if (event.location !== null) set('location', event.location);
  if (event.description !== null) set('description', event.description);
  if (event.url !== null) set('url', event.url);
  set('status', event.status);
  // What is cancelled takes nobody's time.
  set('transp', event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE');
  return part;
}

/** A moment on a Danish clock: its day and the minute of that day, 0–1439. */
type Local = { on: string; minute: number };

function localOf(onDay: string, minuteAfterMidnight: number): Local {
  const minute = ((minuteAfterMidnight % 1440) + 1440) % 1440;
  const days = (minuteAfterMidnight - minute) / 1440;
  const at = new Date(Date.parse(`${onDay}T00:00:00Z`) + days * 86_400_000);
  const on = at.toISOString().slice(0, 10);
  const isSkipped = minute >= 120 && minute < 180 && on === lastSundayOf(on, 3);
  return { on, minute: isSkipped ? minute + 60 : minute };
}

function isInHourThatComesTwice({ on, minute }: Local): boolean {
  return minute >= 120 && minute < 180 && on === lastSundayOf(on, 10);
}

/** The instant of a clock time; of one that comes twice, the first. */
function instantOf({ on, minute }: Local): Date {
  const summerFrom = lastSundayOf(on, 3);
  const summerTo = lastSundayOf(on, 10);
  const isSummer =
    on === summerFrom ? minute >= 180 : on === summerTo ? minute < 180 : summerFrom < on && on < summerTo;
  return new Date(Date.parse(`${on}T00:00:00Z`) + (minute - (isSummer ? 120 : 60)) * 60_000);
}

function lastSundayOf(on: string, month: 3 | 10): string {
  const last = new Date(`${on.slice(0, 4)}-${String(month).padStart(2, '0')}-31T00:00:00Z`);
  return new Date(last.getTime() - last.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}
