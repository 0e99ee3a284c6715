import { addDays } from '../measures/calendar-day.ts';
import type { PeriodKind, ShownLock } from './period-lock.ts';

const monthsIn: Record<PeriodKind, number> = { month: 1, quarter: 3, halfYear: 6 };

/** The most days an exception may last, its last day included. */
export const maxExceptionDays = 60;

/** The period of a kind in which a day lies, both days included. */
export function periodOf(kind: PeriodKind, on: string): { startsOn: string; endsOn: string } {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const first = Math.floor((month - 1) / monthsIn[kind]) * monthsIn[kind] + 1;
  const next = first + monthsIn[kind];
  const startsOn = dayAt(year, first);
  return { startsOn, endsOn: addDays(next > 12 ? dayAt(year + 1, 1) : dayAt(year, next), -1) };
}

const dayAt = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

/** Whether a lock covers a day and the project has no exception that is open today. */
export function isLocked(
  lock: Pick<ShownLock, 'startsOn' | 'endsOn' | 'opensUntilOn'>,
  on: string,
  today: string,
): boolean {
  if (on < lock.startsOn || on > lock.endsOn) return false;
  return lock.opensUntilOn === null || lock.opensUntilOn < today;
}

/** The first lock that refuses a change to what lies on any of these days; null when none does. Locks are of one municipality, with the exceptions of one project. */
export function lockOn<Lock extends Pick<ShownLock, 'startsOn' | 'endsOn' | 'opensUntilOn'>>(
  locks: readonly Lock[],
  days: readonly string[],
  today: string,
): Lock | null {
  return locks.find((lock) => days.some((on) => isLocked(lock, on, today))) ?? null;
}

/**
 * Whether an exception opens a day today: every lock that covers it is opened, and there is one. What the approval of an
 * evaluation closed may be corrected where this is so.
 */
export function isOpened(
  locks: readonly Pick<ShownLock, 'startsOn' | 'endsOn' | 'opensUntilOn'>[],
  on: string,
  today: string,
): boolean {
  const covering = locks.filter((lock) => on >= lock.startsOn && on <= lock.endsOn);
  return covering.length > 0 && covering.every((lock) => !isLocked(lock, on, today));
}

/** A period may be locked when its last day has passed. */
export function mayLockPeriod(endsOn: string, today: string): boolean {
  return endsOn < today;
}
