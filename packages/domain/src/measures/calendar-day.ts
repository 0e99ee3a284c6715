const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMilliseconds = 86_400_000;

function utc(day: string): Date {
  const parts = dayForm.exec(day);
  const date = new Date(`${day}T00:00:00Z`);
  if (!parts || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw new RangeError('Not a day');
  return date;
}

function fromUtc(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Whether a text is a real day written YYYY-MM-DD (2026-02-29 is not). */
export function isDay(text: string): boolean {
  if (!dayForm.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && fromUtc(date) === text;
}

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/** Negative, 0 or positive as the first day lies before, on or after the second. For sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day so many days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return fromUtc(new Date(utc(from).getTime() + count * dayMilliseconds));
}

/** Whole days from the first day to the second; 0 for the same day, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / dayMilliseconds);
}

/** The weekday as ISO counts: 1 Monday … 7 Sunday. */
export function weekdayOf(on: Day): number {
  return utc(on).getUTCDay() || 7;
}

/** The ISO week a day lies in, with the year the week belongs to: 1 January 2027 is in week 53 of 2026. */
export function isoWeekOf(on: Day): { year: number; week: number } {
  const thursday = addDays(on, 4 - weekdayOf(on));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): Day {
  // 4 January always lies in week 1.
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

/** The month of a day, `YYYY-MM`. */
export function monthOf(on: Day): string {
  return on.slice(0, 7);
}

/** The calendar year of a day. */
export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

const copenhagen = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function clockOf(at: Date): Record<string, string> {
  return Object.fromEntries(copenhagen.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The day an instant falls on in Denmark. */
export function dayOf(at: Date): Day {
  const clock = clockOf(at);
  return `${clock['year']}-${clock['month']}-${clock['day']}`;
}

/** Minutes after midnight on a Danish clock at an instant, 0–1439. */
export function minuteOf(at: Date): number {
  const clock = clockOf(at);
  return Number(clock['hour']) * 60 + Number(clock['minute']);
}

/** The instant at which a Danish clock shows so many minutes after midnight of a day; minutes above 1440 fall on the next day. In the hour that summer time skips, the instant after it. */
export function instantOf(on: Day, minute: number): Date {
  const wanted = utc(on).getTime() + minute * 60_000;
  for (const offsetHours of [2, 1]) {
    const at = new Date(wanted - offsetHours * 3_600_000);
    if (utc(dayOf(at)).getTime() + minuteOf(at) * 60_000 === wanted) return at;
  }
  return new Date(wanted - 3_600_000);
}

/** Minutes after midnight as a Danish clock time: 1080 → `18.00`, 1470 → `00.30` (of the next day). */
export function clockText(minute: number): string {
  const within = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}.${String(within % 60).padStart(2, '0')}`;
}
