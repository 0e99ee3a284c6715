import { describe, expect, it } from 'vitest';

import { proposeSeries } from './propose-series.ts';
import { schoolHolidays } from './school-holidays.ts';

function year(of: number, rule: string) {
  return proposeSeries({ rule, startsOn: `${of}-01-01`, endsOn: `${of}-12-31`, schoolHolidays: schoolHolidays(of) });
}

describe('a proposed series', () => {
  it.each([2026, 2027])('has 41 Fridays to hold in %i', (of) => {
    expect(year(of, 'FREQ=WEEKLY;BYDAY=FR').filter((day) => day.skip === null)).toHaveLength(41);
  });

  it('says why each Friday of 2027 is skipped, the public holiday before the school holiday', () => {
    expect(
      year(2027, 'FREQ=WEEKLY;BYDAY=FR')
        .filter((day) => day.skip)
        .map((day) => `${day.on} ${day.skip?.kind} ${day.skip?.nameDa}`),
    ).toEqual([
      '2027-01-01 publicHoliday Nytårsdag',
      '2027-02-19 schoolHoliday Uge 7',
      '2027-03-26 publicHoliday Langfredag',
      '2027-07-02 schoolHoliday Skolernes sommerferie',
      '2027-07-09 schoolHoliday Skolernes sommerferie',
      '2027-07-16 schoolHoliday Skolernes sommerferie',
      '2027-07-23 schoolHoliday Skolernes sommerferie',
      '2027-07-30 schoolHoliday Skolernes sommerferie',
      '2027-08-06 schoolHoliday Skolernes sommerferie',
      '2027-10-22 schoolHoliday Uge 42',
      '2027-12-24 schoolHoliday Juleferie',
      '2027-12-31 schoolHoliday Juleferie',
    ]);
  });

  it('holds the 13 November 2026, the Friday of the story', () => {
    expect(year(2026, 'FREQ=WEEKLY;BYDAY=FR')).toContainEqual({ on: '2026-11-13', skip: null });
  });

  it('proposes Tuesdays and Thursdays, with skærtorsdag and Kristi himmelfartsdag skipped', () => {
    const days = year(2026, 'FREQ=WEEKLY;BYDAY=TU,TH');
    expect(days).toHaveLength(105);
    expect(days.find((day) => day.on === '2026-04-02')?.skip?.nameDa).toBe('Skærtorsdag');
    expect(days.find((day) => day.on === '2026-05-14')?.skip?.nameEn).toBe('Ascension Day');
    expect(days.find((day) => day.on === '2026-03-31')?.skip?.nameDa).toBe('Påskeferie');
    expect(days.find((day) => day.on === '2026-05-19')?.skip).toBeNull();
  });

  it('skips only public holidays when the municipality has given no school holidays', () => {
    const days = proposeSeries({
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      startsOn: '2026-07-01',
      endsOn: '2026-12-31',
      schoolHolidays: [],
    });
    expect(days.filter((day) => day.skip).map((day) => day.on)).toEqual(['2026-12-25']);
  });

  it('runs through week 53 of 2026 into 2027', () => {
    const days = proposeSeries({
      rule: 'FREQ=WEEKLY;BYDAY=MO,SU',
      startsOn: '2026-12-27',
      endsOn: '2027-01-04',
      schoolHolidays: schoolHolidays(2026).concat(schoolHolidays(2027)),
    });
    expect(days.map((day) => [day.on, day.skip?.nameDa ?? null])).toEqual([
      ['2026-12-27', 'Juleferie'],
      ['2026-12-28', 'Juleferie'],
      ['2027-01-03', 'Juleferie'],
      ['2027-01-04', null],
    ]);
  });
});
