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
});
