import type { Day } from '../measures/day.ts';

/** A weekly rule as the form has it: ISO weekdays (1 Monday … 7 Sunday) in order, every so many weeks. */
export interface WeeklyForm {
  weekdays: readonly number[];
  everyWeeks: number;
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The RFC 5545 rule of a weekly form: Fridays every week are `FREQ=WEEKLY;BYDAY=FR`. No weekday is a RangeError. */
export function ruleOf({ weekdays, everyWeeks }: WeeklyForm): string {
  const names = weekdays.toSorted((a, b) => a - b).map((weekday) => dayNames[weekday - 1]);
  if (names.length === 0 || names.includes(undefined)) throw new RangeError('Not weekdays');
  return `FREQ=WEEKLY;${everyWeeks > 1 ? `INTERVAL=${everyWeeks};` : ''}BYDAY=${names.join(',')}`;
}

/** The weekly form of a rule; null for a rule the form cannot show (daily, monthly, with an end of its own). */
export function weeklyFormOf(rule: string): WeeklyForm | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const weekdays = (parts.get('BYDAY') ?? '').split(',').map((name) => dayNames.indexOf(name) + 1);
  const everyWeeks = Number(parts.get('INTERVAL') ?? 1);
  parts.delete('WKST');
  const isOther = [...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'BYDAY'].includes(name));
  if (parts.get('FREQ') !== 'WEEKLY' || isOther || weekdays.includes(0) || !Number.isInteger(everyWeeks)) return null;
  return { weekdays: weekdays.toSorted((a, b) => a - b), everyWeeks };
}

/** A session of a series as an edit of the series sees it. */
export interface SeriesSession {
  id: string;
  heldOn: Day;
  isRegistered: boolean;
}

/** What an edit of a series does to its sessions. */
export interface SeriesChange {
  keep: string[];
  change: string[];
  remove: string[];
  add: Day[];
}

/**
 * What an edit of a series does: everything registered and everything before today is kept as it is, so that an edit
 * can never make a missing registration disappear; planned sessions from today on follow the new plan.
 */
export function changeOfSeries(sessions: readonly SeriesSession[], wanted: readonly Day[], today: Day): SeriesChange {
  const left = new Set(wanted);
  const result: SeriesChange = { keep: [], change: [], remove: [], add: [] };
  for (const { id, heldOn, isRegistered } of sessions) {
    if (isRegistered || heldOn < today) result.keep.push(id);
    else if (left.has(heldOn)) result.change.push(id);
    else result.remove.push(id);
    left.delete(heldOn);
  }
  const existing = sessions.length > 0;
  result.add = [...left].filter((on) => !existing || on >= today);
  return result;
}
