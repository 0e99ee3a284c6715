import { publicHolidays } from './holidays.ts';

/** A school holiday: first and last day (both included), `YYYY-MM-DD`, and its names. */
export type SchoolHoliday = { startsOn: string; endsOn: string; nameDa: string; nameEn: string };

/**
 * The school holidays a Danish municipality most often has in a calendar year, in order: a proposal to correct, since each municipality sets its own plan. Christmas stands twice, in January and in December.
 *
 * - Winter: ISO week 7; autumn: ISO week 42.
 * - Easter: Saturday before Palm Sunday to Easter Monday.
 * - Summer: the last Saturday in June (folkeskoleloven § 14 a) to the Sunday before the Monday that falls on 8–14 August.
 * - Christmas: 21 December to 1 January, and on to the Sunday when 1 January is a Thursday or later in the week.
 */
export function schoolHolidays(year: number): SchoolHoliday[] {
  const easter = publicHolidays(year).find((holiday) => holiday.nameDa === 'Påskedag');
  const easterOn = easter?.on ?? `${year}-04-01`;
  const summerStartsOn = backTo(6, `${year}-06-30`);
  return [
    { ...christmas(year - 1), startsOn: `${year}-01-01` },
    { ...week(year, 7), nameDa: 'Uge 7', nameEn: 'Week 7 (winter holiday)' },
    { startsOn: plus(easterOn, -8), endsOn: plus(easterOn, 1), nameDa: 'Påskeferie', nameEn: 'Easter holiday' },
    {
      startsOn: summerStartsOn,
      endsOn: plus(backTo(1, `${year}-08-14`), -1),
      nameDa: 'Skolernes sommerferie',
      nameEn: 'School summer holiday',
    },
    { ...week(year, 42), nameDa: 'Uge 42', nameEn: 'Week 42 (autumn holiday)' },
    { ...christmas(year), endsOn: `${year}-12-31` },
  ];
}

function christmas(year: number): SchoolHoliday {
  const newYearOn = `${year + 1}-01-01`;
  const weekday = weekdayOf(newYearOn);
  return {
    startsOn: `${year}-12-21`,
    endsOn: weekday >= 4 ? plus(newYearOn, 7 - weekday) : newYearOn,
    nameDa: 'Juleferie',
    nameEn: 'Christmas holiday',
  };
}

function week(year: number, number: number): { startsOn: string; endsOn: string } {
  // 4 January always lies in ISO week 1.
  const startsOn = plus(backTo(1, `${year}-01-04`), (number - 1) * 7);
  return { startsOn, endsOn: plus(startsOn, 6) };
}

function plus(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The last day on or before the given one that is the given ISO weekday. */
function backTo(weekday: number, day: string): string {
  return plus(day, -((weekdayOf(day) - weekday + 7) % 7));
}
