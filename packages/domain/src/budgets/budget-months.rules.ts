import { addDays, daysBetween, monthOf } from '../measures/day.ts';
import { allocateOere, toOere } from '../measures/money.ts';

/** Every month (`YYYY-MM`) from the first to the last of a period, widened to hold the given months; empty without both. */
export function monthsOf(startsOn: string | null, endsOn: string | null, also: readonly string[] = []): string[] {
  const known = [
    ...also,
    ...(startsOn === null ? [] : [startsOn.slice(0, 7)]),
    ...(endsOn === null ? [] : [endsOn.slice(0, 7)]),
  ].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = monthOf(addDays(`${month}-28`, 4))) months.push(month);
  return months;
}

/** An amount spread evenly over a period, by the days each month has of it; the months always sum to the amount. Empty without a period. */
export function planByMonth(startsOn: string | null, endsOn: string | null, amountOere: number): Map<string, number> {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return new Map();
  const months = monthsOf(startsOn, endsOn);
  const days = months.map((month) => {
    const from = month === startsOn.slice(0, 7) ? startsOn : `${month}-01`;
    const lastOfMonth = addDays(`${monthOf(addDays(`${month}-28`, 4))}-01`, -1);
    return daysBetween(from, lastOfMonth < endsOn ? lastOfMonth : endsOn) + 1;
  });
  const parts = allocateOere(toOere(amountOere), days);
  return new Map(months.map((month, index) => [month, parts[index] ?? 0]));
}
