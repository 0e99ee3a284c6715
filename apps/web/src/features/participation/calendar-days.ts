import { addDays, daysBetween } from '@forspring/domain/measures/day';
import type {
  CalendarHoliday,
  CalendarSession,
  MovedAway,
  ShownCalendar,
  TakenTime,
} from '@forspring/domain/participation/calendar';

/** One day of a calendar with all there is on it. */
export interface CalendarDay {
  on: string;
  sessions: CalendarSession[];
  movedAway: MovedAway[];
  taken: TakenTime[];
  holidays: CalendarHoliday[];
}

/** Every day from a first to a last, both included, with what lies on it. */
export function daysOf(calendar: ShownCalendar, firstOn: string, lastOn: string): CalendarDay[] {
  const onDay = (on: string) => (one: { onDay: string }) => one.onDay === on;
  return Array.from({ length: daysBetween(firstOn, lastOn) + 1 }, (_, index) => {
    const on = addDays(firstOn, index);
    return {
      on,
      sessions: calendar.sessions.filter(onDay(on)),
      movedAway: calendar.movedAway.filter(onDay(on)),
      taken: calendar.taken.filter(onDay(on)),
      holidays: calendar.holidays.filter((one) => one.firstOn <= on && on <= one.lastOn),
    };
  });
}

/** The days in weeks of seven. */
export function weeksOf(days: readonly CalendarDay[]): CalendarDay[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, index) => days.slice(index * 7, index * 7 + 7));
}
