import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../measures/calendar-day.ts';
import { periodKinds } from './period-lock.ts';
import { isLocked, isOpened, lockOn, mayLockPeriod, periodOf } from './period-lock.rules.ts';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count));
const anyKind = fc.constantFrom(...periodKinds);
const q3 = { startsOn: '2026-07-01', endsOn: '2026-09-30', opensUntilOn: null };

describe('a period', () => {
  it.each([
    ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-13', '2026-10-01', '2026-12-31'],
    ['halfYear', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['halfYear', '2026-07-01', '2026-07-01', '2026-12-31'],
  ] as const)('%s of %s is %s to %s', (kind, on, startsOn, endsOn) => {
    expect(periodOf(kind, on)).toEqual({ startsOn, endsOn });
  });

  it('holds its day, and the day after it begins the next', () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, on) => {
        const { startsOn, endsOn } = periodOf(kind, on);
        expect(startsOn <= on && on <= endsOn).toBe(true);
        expect(periodOf(kind, startsOn)).toEqual({ startsOn, endsOn });
        expect(periodOf(kind, addDays(endsOn, 1)).startsOn).toBe(addDays(endsOn, 1));
      }),
    );
  });

  it('may be locked from the day after its last', () => {
    expect(mayLockPeriod('2026-09-30', '2026-09-30')).toBe(false);
    expect(mayLockPeriod('2026-09-30', '2026-10-01')).toBe(true);
  });
});

describe('a lock', () => {
  it('closes its first and its last day and no other', () => {
    const closed = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((on) => isLocked(q3, on, '2026-11-13'));
    expect(closed).toEqual([false, true, true, false]);
  });

  it('gives way to an exception up to and with its last day', () => {
    const opened = { ...q3, opensUntilOn: '2026-11-20' };
    expect(isLocked(opened, '2026-08-07', '2026-11-20')).toBe(false);
    expect(isLocked(opened, '2026-08-07', '2026-11-21')).toBe(true);
  });

  it('closes a change that moves something out of it, or into it', () => {
    expect(lockOn([q3], ['2026-10-09', '2026-09-25'], '2026-11-13')).toBe(q3);
    expect(lockOn([q3], ['2026-10-09', '2026-10-16'], '2026-11-13')).toBeNull();
  });

  it('of two kinds over one day: both must be opened', () => {
    const half = { startsOn: '2026-07-01', endsOn: '2026-12-31', opensUntilOn: null };
    const opened = { ...q3, opensUntilOn: '2026-11-20' };
    expect(lockOn([opened, half], ['2026-08-07'], '2026-11-13')).toBe(half);
    expect(isOpened([opened, half], '2026-08-07', '2026-11-13')).toBe(false);
    expect(isOpened([opened], '2026-08-07', '2026-11-13')).toBe(true);
    expect(isOpened([], '2026-08-07', '2026-11-13')).toBe(false);
  });

  it('a day is opened or locked or free, never two of them', () => {
    fc.assert(
      fc.property(anyKind, anyDay, anyDay, fc.option(anyDay, { nil: null }), (kind, on, today, opensUntilOn) => {
        const lock = { ...periodOf(kind, '2026-08-07'), opensUntilOn };
        const states = [isLocked(lock, on, today), isOpened([lock], on, today)];
        const isInside = on >= lock.startsOn && on <= lock.endsOn;
        expect(states.filter(Boolean)).toHaveLength(isInside ? 1 : 0);
      }),
    );
  });
});
