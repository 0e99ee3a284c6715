import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { expandRule, isRule, maxOccurrences } from './recurrence.ts';

describe('expanding a rule', () => {
  it('gives the first Friday after a start that is another weekday, and the last day itself', () => {
    expect(expandRule({ rule: 'FREQ=WEEKLY;BYDAY=FR', startsOn: '2026-01-01', endsOn: '2026-01-16' })).toEqual([
      '2026-01-02',
      '2026-01-09',
      '2026-01-16',
    ]);
  });

  it('repeats on the weekday of its start when no weekday is named', () => {
    expect(expandRule({ rule: 'FREQ=WEEKLY', startsOn: '2026-12-26', endsOn: '2027-01-09' })).toEqual([
      '2026-12-26',
      '2027-01-02',
      '2027-01-09',
    ]);
  });

  it('counts every second week by ISO weeks, across week 53', () => {
    expect(
      expandRule({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', startsOn: '2026-12-15', endsOn: '2027-01-20' }),
    ).toEqual(['2026-12-15', '2026-12-17', '2026-12-29', '2026-12-31', '2027-01-12', '2027-01-14']);
  });

  it.each([
    ['FREQ=MONTHLY;BYDAY=1MO', ['2026-02-02', '2026-03-02']],
    ['FREQ=MONTHLY;BYDAY=-1TH', ['2026-01-29', '2026-02-26', '2026-03-26']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-01-31', '2026-03-31']],
    [
      'FREQ=MONTHLY;BYDAY=2SA,4SA',
      ['2026-01-10', '2026-01-24', '2026-02-14', '2026-02-28', '2026-03-14', '2026-03-28'],
    ],
    ['FREQ=DAILY;COUNT=3', ['2026-01-10', '2026-01-11', '2026-01-12']],
    ['FREQ=WEEKLY;BYDAY=SA;UNTIL=20260117', ['2026-01-10', '2026-01-17']],
  ])('understands %s', (rule, days) => {
    expect(expandRule({ rule, startsOn: '2026-01-10', endsOn: '2026-04-01' })).toEqual(days);
  });

  it('is empty when the end lies before the start, and one day when they are the same', () => {
    expect(expandRule({ rule: 'FREQ=DAILY', startsOn: '2026-01-02', endsOn: '2026-01-01' })).toEqual([]);
    expect(expandRule({ rule: 'FREQ=DAILY', startsOn: '2026-01-01', endsOn: '2026-01-01' })).toEqual(['2026-01-01']);
  });

  it('stops at the most days a series may have', () => {
    expect(expandRule({ rule: 'FREQ=DAILY', startsOn: '2026-01-01', endsOn: '2099-01-01' })).toHaveLength(
      maxOccurrences,
    );
  });

  it.each([
    '',
    'nonsense',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=2FR',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=-1',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYWEEKNO=53',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;COUNT=3;UNTIL=20260101',
    'BYDAY=FR',
    'FREQ=DAILY;INTERVAL=7;BYDAY=FR',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
    'FREQ=WEEKLY;BYDAY=FR;',
  ])('refuses the rule "%s"', (rule) => {
    expect(isRule(rule)).toBe(false);
    expect(() => expandRule({ rule, startsOn: '2026-01-01', endsOn: '2026-12-31' })).toThrow(RangeError);
  });

  it('refuses a day that does not exist', () => {
    expect(() => expandRule({ rule: 'FREQ=DAILY', startsOn: '2026-02-29', endsOn: '2026-03-31' })).toThrow(RangeError);
  });

  it('agrees with counting the days one by one, for every rule the form can say', () => {
    const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    const dayAfter = (on: string, count: number) =>
      new Date(Date.parse(`${on}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
    const mondayOf = (on: string) => dayAfter(on, -((new Date(on).getUTCDay() + 6) % 7));
    const monthsOf = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
    const weekly = fc
      .record({
        every: fc.constantFrom(1, 2, 3, 4, 8),
        weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      })
      .map(({ every, weekdays }) => ({
        rule: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${weekdays.map((one) => names[one]).join(',')}`,
        has: (on: string, startsOn: string) =>
          weekdays.includes(new Date(on).getUTCDay()) &&
          ((Date.parse(mondayOf(on)) - Date.parse(mondayOf(startsOn))) / 604_800_000) % every === 0,
      }));
    const monthly = fc
      .record({
        every: fc.constantFrom(1, 2, 3),
        weekday: fc.integer({ min: 0, max: 6 }),
        ordinals: fc.uniqueArray(fc.constantFrom<number[]>(1, 2, 3, 4, -1), { minLength: 1 }),
      })
      .map(({ every, weekday, ordinals }) => ({
        rule: `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${ordinals.map((one) => `${one}${names[weekday]}`).join(',')}`,
        has: (on: string, startsOn: string) =>
          new Date(on).getUTCDay() === weekday &&
          (ordinals.includes(Math.ceil(Number(on.slice(8)) / 7)) ||
            (ordinals.includes(-1) && dayAfter(on, 7).slice(5, 7) !== on.slice(5, 7))) &&
          (monthsOf(on) - monthsOf(startsOn)) % every === 0,
      }));
    const daily = fc
      .record({ every: fc.constantFrom(1, 2, 3), dayOfMonth: fc.constantFrom(-1, 1, 15, 28) })
      .map(({ every, dayOfMonth }) => ({
        rule: `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${dayOfMonth}`,
        has: (on: string, startsOn: string) =>
          (dayOfMonth === -1 ? dayAfter(on, 1).slice(8) === '01' : Number(on.slice(8)) === dayOfMonth) &&
          (monthsOf(on) - monthsOf(startsOn)) % every === 0,
      }));
    fc.assert(
      fc.property(
        fc.oneof(weekly, monthly, daily),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 366 }),
        ({ rule, has }, from, length) => {
          const startsOn = dayAfter('2026-01-01', from);
          const all = Array.from({ length: length + 1 }, (_, index) => dayAfter(startsOn, index));
          expect(expandRule({ rule, startsOn, endsOn: dayAfter(startsOn, length) })).toEqual(
            all.filter((on) => has(on, startsOn)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
