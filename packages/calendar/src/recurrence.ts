import ICAL from 'ical.js';

/** The most days one series may have: a daily series of a year, and a few. */
export const maxOccurrences = 400;

/** When a series repeats: an RFC 5545 rule without the word RRULE, and the first and last day it may fall on (both included), `YYYY-MM-DD`. */
export type RecurringDays = { rule: string; startsOn: string; endsOn: string };

// What a year of meetings needs. The rest of RFC 5545 (parts of a day, BYMONTH, BYWEEKNO, BYSETPOS …) is refused: days do not need it, the library gets the first
// day of some wrong, and looks without end for combinations that never fall on a day.
const partForms: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY)$/,
  INTERVAL: /^(?:[1-9]|[1-4]\d|5[0-3])$/,
  BYDAY: /^(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)){0,34}$/,
  BYMONTHDAY: /^(?:-1|[1-9]|[12]\d|3[01])(?:,(?:-1|[1-9]|[12]\d|3[01])){0,31}$/,
  COUNT: /^(?:[1-9]\d{0,2})$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  WKST: /^(?:MO|SU)$/,
};

/** Whether {@link expandRule} can read a rule: FREQ daily, weekly or monthly with INTERVAL, BYDAY, BYMONTHDAY, COUNT, UNTIL and WKST, each at most once. */
export function isRule(rule: string): boolean {
  const parts = new Map<string, string>();
  for (const part of rule.toUpperCase().split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (more.length > 0 || parts.has(name) || !partForms[name]?.test(value)) return false;
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ');
  if (!frequency || (parts.has('COUNT') && parts.has('UNTIL'))) return false;
  // "The second Friday" exists in a month only, and a day of the month does not fit a week.
  if (frequency !== 'MONTHLY' && (/\d/.test(parts.get('BYDAY') ?? '') || parts.has('BYMONTHDAY'))) return false;
  // Certain weekdays are said by the week; by the day the library starts on the wrong one, or looks without end for every seventh day that is a Friday.
  if (frequency === 'DAILY' && parts.has('BYDAY')) return false;
  return !(parts.has('BYDAY') && parts.has('BYMONTHDAY'));
}

/**
 * The days of a series, in order, from `startsOn` to `endsOn` (both included): what the rule says, at most {@link maxOccurrences}. Empty when the end lies before the start.
 * Throws a RangeError for a rule {@link isRule} refuses or for something that is not a day.
 */
export function expandRule({ rule, startsOn, endsOn }: RecurringDays): string[] {
  if (!isRule(rule)) throw new RangeError('Not a rule that can be read');
  const start = dateOf(startsOn);
  const end = dateOf(endsOn);
  if (start.compare(end) > 0) return [];
  const recurrence = ICAL.Recur.fromString(rule.toUpperCase());
  const iterator = recurrence.iterator(start);
  const days: string[] = [];
  while (days.length < maxOccurrences) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || next.compare(end) > 0) break;
    days.push(next.toString().slice(0, 10));
  }
  return days;
}

function dateOf(day: string): ICAL.Time {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw new RangeError('Not a day');
  return ICAL.Time.fromDateString(day);
}
