import { daysBetween, isDay } from '@forspring/domain/measures/day';
import { programmeDays } from '@forspring/domain/participation/calendar.rules';
import type { ShownSeries } from '@forspring/domain/participation/series';

/** One row of a programme as it is typed. */
export interface ProgrammeRow {
  id: string;
  onDay: string;
  isHeld: boolean;
  startMinute: number | null;
  endMinute: number | null;
  title: string;
  isRegistered: boolean;
}

/** What a form has typed about a programme: its touched rows, its period and its usual times. */
interface ProgrammeValues {
  programme: readonly ProgrammeRow[];
  firstOn: string | null;
  lastOn: string | null;
  startMinute: number | null;
  endMinute: number | null;
}

/** A programme is planned day by day, so it lasts a summer at most. */
const maxRows = 62;
const workdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The rows of a stored programme. */
export function rowsOf(series: ShownSeries | null): ProgrammeRow[] {
  return (series?.programme ?? []).map((one) => ({ ...one, isHeld: true }));
}

/**
 * The rows a form shows: those typed, in order, and one for every other day of the period. A day nobody has touched has
 * the usual times, and is to be held from Monday to Friday while the programme is new.
 */
export function shownRows(
  { programme, firstOn, lastOn, startMinute, endMinute }: ProgrammeValues,
  { isNew, idOfDay }: { isNew: boolean; idOfDay: (on: string) => string },
): ProgrammeRow[] {
  if (firstOn === null || lastOn === null || !isDay(firstOn) || !isDay(lastOn)) return [];
  if (daysBetween(firstOn, lastOn) >= maxRows) return [];
  const typed = programme.filter(({ onDay }) => firstOn <= onDay && onDay <= lastOn);
  const taken = new Set(typed.map(({ onDay }) => onDay));
  const held = new Set(programmeDays(firstOn, lastOn, workdays));
  const untouched = programmeDays(firstOn, lastOn, everyDay)
    .filter((on) => !taken.has(on))
    .map((on): ProgrammeRow => {
      const times = { startMinute, endMinute };
      return { id: idOfDay(on), onDay: on, isHeld: isNew && held.has(on), ...times, title: '', isRegistered: false };
    });
  return [...typed, ...untouched].toSorted(
    (a, b) => a.onDay.localeCompare(b.onDay) || (a.startMinute ?? 0) - (b.startMinute ?? 0),
  );
}
