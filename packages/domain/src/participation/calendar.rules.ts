import { addDays, type Day, daysBetween, weekdayOf } from '../measures/day.ts';
import type { ProjectStatus } from '../projects/project.ts';
import type { SessionState } from './session.ts';

/** When something takes place: the day it begins and minutes after that day's midnight; above 1440 is the next day. */
export interface Slot {
  onDay: Day;
  startMinute: number;
  endMinute: number;
}

/**
 * Whether two slots share any time. One that ends as the other begins does not; an evening past midnight meets the next
 * day's morning. Times are the clock's, so both nights the clock changes are as on other nights.
 */
export function overlaps(one: Slot, other: Slot): boolean {
  const apart = daysBetween(one.onDay, other.onDay) * 1440;
  return one.startMinute < other.endMinute + apart && other.startMinute + apart < one.endMinute;
}

/** Something booked at a venue. */
export interface Booking extends Slot {
  id: string;
  venueId: string | null;
}

/** For each booking that shares a venue and some time with others, those others; bookings without a venue share none. */
export function clashesAmong<One extends Booking>(bookings: readonly One[]): Map<string, One[]> {
  const found = new Map<string, One[]>();
  const byVenue = new Map<string, One[]>();
  for (const one of bookings)
    if (one.venueId !== null) byVenue.set(one.venueId, [...(byVenue.get(one.venueId) ?? []), one]);
  const note = (one: One, other: One) => found.set(one.id, [...(found.get(one.id) ?? []), other]);
  for (const sameVenue of byVenue.values()) {
    const inOrder = sameVenue.toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0));
    for (const [index, one] of inOrder.entries())
      for (const other of inOrder.slice(index + 1)) {
        // A session lasts a night and a day at most, so nothing further on can meet this one.
        if (daysBetween(one.onDay, other.onDay) > 2) break;
        if (!overlaps(one, other)) continue;
        note(one, other);
        note(other, one);
      }
  }
  return found;
}

/** Statuses in which a project's sessions are no bookings: it was turned down, or stopped before they came. */
export const releasedStatuses: readonly ProjectStatus[] = ['rejected', 'stopped'];

/** Statuses in which a project is a proposal that nobody has approved. */
export const proposalStatuses: readonly ProjectStatus[] = ['idea', 'draft', 'submitted', 'returned'];

/** Statuses in which a session may be opened on the spot. */
export const openingStatuses: readonly ProjectStatus[] = ['approved', 'running'];

/** What a calendar program is told about a session: what is planned in a project that was stopped will not take place, what nobody has approved is not certain. */
export function eventStatusOf(state: SessionState, status: ProjectStatus): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (state === 'cancelled') return 'CANCELLED';
  if (state === 'planned' && releasedStatuses.includes(status)) return 'CANCELLED';
  return proposalStatuses.includes(status) ? 'TENTATIVE' : 'CONFIRMED';
}

/** How a calendar is looked at. */
export const calendarViews = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** How many weeks a list of sessions spans. */
export const listWeeks = 8;

/** The first day of a month. */
const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01`;

/** The first day of the month so many months later. */
function monthAfter(on: Day, count: number): Day {
  const months = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** The days a view of a calendar shows around a day, in whole weeks from Monday: a month, one week, or eight weeks on. */
export function daysOfView(view: CalendarView, on: Day): { firstOn: Day; lastOn: Day } {
  const mondayOf = (one: Day) => addDays(one, 1 - weekdayOf(one));
  if (view === 'week') return { firstOn: mondayOf(on), lastOn: addDays(mondayOf(on), 6) };
  if (view === 'list') return { firstOn: mondayOf(on), lastOn: addDays(mondayOf(on), listWeeks * 7 - 1) };
  const lastOfMonth = addDays(monthAfter(on, 1), -1);
  return { firstOn: mondayOf(firstOfMonth(on)), lastOn: addDays(mondayOf(lastOfMonth), 6) };
}

/** The day to go to for the view before (-1) or after (1) the one around a day. */
export function dayOfNext(view: CalendarView, on: Day, by: -1 | 1): Day {
  if (view === 'week') return addDays(on, 7 * by);
  if (view === 'list') return addDays(on, listWeeks * 7 * by);
  return monthAfter(on, by);
}

/** The days of a programme from a first to a last day, both included, on the weekdays chosen (ISO counts). */
export function programmeDays(firstOn: Day, lastOn: Day, weekdays: readonly number[]): Day[] {
  const dayCount = daysBetween(firstOn, lastOn) + 1;
  return Array.from({ length: Math.max(0, dayCount) }, (_, index) => addDays(firstOn, index)).filter((on) =>
    weekdays.includes(weekdayOf(on)),
  );
}

/** The times proposed when a session is opened now: from the last quarter of an hour, as long as it usually lasts. */
export function proposedOpening(usual: Omit<Slot, 'onDay'>, minuteNow: number): Omit<Slot, 'onDay'> {
  const startMinute = Math.floor(minuteNow / 15) * 15;
  return { startMinute, endMinute: startMinute + (usual.endMinute - usual.startMinute) };
}
