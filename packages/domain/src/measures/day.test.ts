import { describe, expect, it } from 'vitest';

import {
  addDays,
  clockText,
  compareDays,
  day,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isoWeekOf,
  minuteOf,
  mondayOfWeek,
  monthOf,
  weekdayOf,
  yearOf,
} from './day.ts';

describe('days', () => {
  it.each([
    ['2026-11-13', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['13.11.2026', false],
    ['', false],
    ['2026-04-31', false],
  ])('%s is a day: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
    expect(day.safeParse(text).success).toBe(real);
  });

  it('are counted across months, years and summer time', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('are ordered as text', () => {
    expect(['2027-01-01', '2026-12-31', '2026-02-01'].toSorted(compareDays)).toEqual([
      '2026-02-01',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(compareDays('2026-01-01', '2026-01-01')).toBe(0);
  });

  it('know their weekday, month and year', () => {
    expect(weekdayOf('2026-11-13')).toBe(5);
    expect(weekdayOf('2026-11-15')).toBe(7);
    expect(monthOf('2026-11-13')).toBe('2026-11');
    expect(yearOf('2026-11-13')).toBe(2026);
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-12-28', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2026-11-13', 2026, 46],
    ['2021-01-03', 2020, 53],
    ['2024-12-30', 2025, 1],
  ])('%s lies in week %i/%i', (on, year, week) => {
    expect(isoWeekOf(on)).toEqual({ year, week });
  });

  it('begin on the Monday that their number leads back to', () => {
    expect(mondayOfWeek(2026, 7)).toBe('2026-02-09');
    expect(mondayOfWeek(2027, 42)).toBe('2027-10-18');
    for (let on = '2024-01-01'; on < '2033-01-01'; on = addDays(on, 7)) {
      const { year, week } = isoWeekOf(on);
      expect(mondayOfWeek(year, week)).toBe(on);
    }
  });
});

describe('the Danish clock', () => {
  it.each([
    ['2026-11-13T18:30:00Z', '2026-11-13', 1170],
    ['2026-11-13T23:30:00Z', '2026-11-14', 30],
    ['2026-07-01T22:00:00Z', '2026-07-02', 0],
    ['2026-12-31T23:00:00Z', '2027-01-01', 0],
  ])('at %s shows %s and %i minutes', (at, on, minute) => {
    expect(dayOf(new Date(at))).toBe(on);
    expect(minuteOf(new Date(at))).toBe(minute);
  });

  it.each([
    ['2026-11-13', 1170, '2026-11-13T18:30:00.000Z'],
    ['2026-07-03', 1080, '2026-07-03T16:00:00.000Z'],
    ['2026-11-13', 1470, '2026-11-13T23:30:00.000Z'],
    ['2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
  ])('shows %s and minute %i at %s', (on, minute, at) => {
    expect(instantOf(on, minute).toISOString()).toBe(at);
  });

  it('is written with a dot, past midnight too', () => {
    expect([0, 485, 1080, 1350, 1440, 1470].map(clockText)).toEqual([
      '00.00',
      '08.05',
      '18.00',
      '22.30',
      '00.00',
      '00.30',
    ]);
  });
});
