import { publicHolidays } from './holidays.ts';
import { expandRule } from './recurrence.ts';
import type { RecurringDays } from './recurrence.ts';
import type { SchoolHoliday } from './school-holidays.ts';

/** Why a day of a series is proposed to be skipped, with its name in both languages. */
export type Skip = { kind: 'publicHoliday' | 'schoolHoliday'; nameDa: string; nameEn: string };

/** One day of a proposed series; `skip` is null when it is to be held. */
export type ProposedDay = { on: string; skip: Skip | null };

/**
 * Every day of a series in order, with a proposal to skip public holidays and the school holidays given (none: only public ones). Proposed only: the owner may tick each back, since leisure projects often run in the holidays.
 * A day that is both is named after the public holiday. Throws what `expandRule` throws.
 */
export function proposeSeries({
  schoolHolidays,
  ...series
}: RecurringDays & { schoolHolidays: readonly SchoolHoliday[] }): ProposedDay[] {
  return expandRule(series).map((on) => ({ on, skip: skipOf(on, schoolHolidays) }));
}

function skipOf(on: string, schoolHolidays: readonly SchoolHoliday[]): Skip | null {
  const holiday = publicHolidays(Number(on.slice(0, 4))).find((one) => one.on === on);
  if (holiday) return { kind: 'publicHoliday', nameDa: holiday.nameDa, nameEn: holiday.nameEn };
  const school = schoolHolidays.find((one) => one.startsOn <= on && on <= one.endsOn);
  return school ? { kind: 'schoolHoliday', nameDa: school.nameDa, nameEn: school.nameEn } : null;
}
