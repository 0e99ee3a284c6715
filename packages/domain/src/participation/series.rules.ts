import type { Day } from '../measures/day.ts';

/**
 * A rule as the form has it, weekdays as ISO counts (1 Monday … 7 Sunday): certain weekdays every so many weeks; the
 * first, second … or last (-1) of a weekday every so many months; one day of the month, or its last (-1).
 */
export type RuleForm =
  | { kind: 'weekly'; weekdays: readonly number[]; everyWeeks: number }
  | { kind: 'monthlyWeekday'; weekday: number; ordinals: readonly number[]; everyMonths: number }
  | { kind: 'monthlyDay'; dayOfMonth: number; everyMonths: number };

/** How often a rule may repeat in the form: every week up to every so many; months likewise. */
export const everyWeeksChoices = [1, 2, 3, 4, 5, 6, 8] as const;
export const everyMonthsChoices = [1, 2, 3] as const;

/** Which of a weekday in a month can be chosen; -1 is the last. */
export const ordinalChoices = [1, 2, 3, 4, -1] as const;

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const interval = (every: number) => (every > 1 ? `INTERVAL=${every};` : '');
const lastBehind = (ordinal: number) => (ordinal === -1 ? 9 : ordinal);

/**
 * The RFC 5545 rule of a form: Fridays every week are `FREQ=WEEKLY;BYDAY=FR`, the first Wednesday of the month
 * `FREQ=MONTHLY;BYDAY=1WE`. A form without any day is a RangeError.
 */
export function ruleOf(form: RuleForm): string {
  if (form.kind === 'weekly') {
    const names = form.weekdays.toSorted((a, b) => a - b).map((weekday) => dayNames[weekday - 1]);
    if (names.length === 0 || names.includes(undefined)) throw new RangeError('Not weekdays');
    return `FREQ=WEEKLY;${interval(form.everyWeeks)}BYDAY=${names.join(',')}`;
  }
  if (form.kind === 'monthlyDay') return `FREQ=MONTHLY;${interval(form.everyMonths)}BYMONTHDAY=${form.dayOfMonth}`;
  const name = dayNames[form.weekday - 1];
  if (name === undefined || form.ordinals.length === 0) throw new RangeError('Not a weekday of the month');
  const days = form.ordinals.toSorted((a, b) => lastBehind(a) - lastBehind(b)).map((ordinal) => `${ordinal}${name}`);
  return `FREQ=MONTHLY;${interval(form.everyMonths)}BYDAY=${days.join(',')}`;
}

/** The form of a rule; null for a rule the form cannot show (daily, several weekdays of the month, an end of its own). */
export function ruleFormOf(rule: string): RuleForm | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const every = Number(parts.get('INTERVAL') ?? 1);
  const frequency = parts.get('FREQ');
  parts.delete('WKST');
  parts.delete('FREQ');
  parts.delete('INTERVAL');
  const [only, ...others] = parts.keys();
  if (!Number.isInteger(every) || every < 1 || only === undefined || others.length > 0) return null;
  const values = (parts.get(only) ?? '').split(',');
  if (frequency === 'WEEKLY' && only === 'BYDAY') {
    const weekdays = values.map((name) => dayNames.indexOf(name) + 1);
    return weekdays.includes(0)
      ? null
      : { kind: 'weekly', weekdays: weekdays.toSorted((a, b) => a - b), everyWeeks: every };
  }
  if (frequency !== 'MONTHLY') return null;
  if (only === 'BYMONTHDAY') {
    const dayOfMonth = Number(values[0]);
    return values.length === 1 && Number.isInteger(dayOfMonth)
      ? { kind: 'monthlyDay', dayOfMonth, everyMonths: every }
      : null;
  }
  const days = values.map((value) => /^(-?\d)([A-Z]{2})$/.exec(value));
  const ordinals = days.map((found) => Number(found?.[1]));
  const weekdays = new Set(days.map((found) => dayNames.indexOf(found?.[2] ?? '') + 1));
  const [weekday] = weekdays;
  if (only !== 'BYDAY' || weekdays.size !== 1 || weekday === undefined || weekday === 0) return null;
  if (ordinals.some((ordinal) => !ordinalChoices.some((one) => one === ordinal))) return null;
  return { kind: 'monthlyWeekday', weekday, ordinals, everyMonths: every };
}

/** A session of a series as an edit of the series sees it. */
export interface SeriesSession {
  id: string;
  heldOn: Day;
  /** The day the rule gave it, when it was moved away from there. */
  movedFromOn: Day | null;
  isRegistered: boolean;
}

/** What an edit of a series does to its sessions. */
export interface SeriesChange {
  keep: string[];
  /** Planned sessions that follow the plan on the rule's own day. */
  change: string[];
  /** Planned sessions that were moved: they follow the plan, but keep the day, time and place they were moved to. */
  changeMoved: string[];
  remove: string[];
  add: Day[];
}

/**
 * What an edit of a series does: everything registered and everything before today is kept as it is, so that an edit
 * can never make a missing registration disappear; planned sessions from today on follow the new plan. A moved session
 * stands for the day it was moved from, so that day is not planned twice.
 */
export function changeOfSeries(sessions: readonly SeriesSession[], wanted: readonly Day[], today: Day): SeriesChange {
  const left = new Set(wanted);
  const result: SeriesChange = { keep: [], change: [], changeMoved: [], remove: [], add: [] };
  for (const { id, heldOn, movedFromOn, isRegistered } of sessions) {
    const ruleOn = movedFromOn ?? heldOn;
    if (isRegistered || heldOn < today) result.keep.push(id);
    else if (!left.has(ruleOn)) result.remove.push(id);
    else if (movedFromOn === null) result.change.push(id);
    else result.changeMoved.push(id);
    left.delete(ruleOn);
  }
  const existing = sessions.length > 0;
  result.add = [...left].filter((on) => !existing || on >= today);
  return result;
}

/** What an edit of a programme does to its sessions, by their ids. */
export interface ProgrammeChange {
  keep: string[];
  set: string[];
  remove: string[];
  add: string[];
}

/**
 * What an edit of a programme does. Sessions are known by their ids, so each may get another day or time; registered
 * ones and those before today stay as they are, whatever the programme says about them.
 */
export function changeOfProgramme(
  sessions: readonly SeriesSession[],
  wantedIds: readonly string[],
  today: Day,
): ProgrammeChange {
  const left = new Set(wantedIds);
  const result: ProgrammeChange = { keep: [], set: [], remove: [], add: [] };
  for (const { id, heldOn, isRegistered } of sessions) {
    if (isRegistered || heldOn < today) result.keep.push(id);
    else if (left.has(id)) result.set.push(id);
    else result.remove.push(id);
    left.delete(id);
  }
  result.add = [...left];
  return result;
}
