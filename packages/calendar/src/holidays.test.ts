import { describe, expect, it } from 'vitest';

import { publicHolidays } from './holidays.ts';
import { schoolHolidays } from './school-holidays.ts';

describe('public holidays', () => {
  it.each([
    [
      2026,
      [
        '2026-01-01',
        '2026-04-02',
        '2026-04-03',
        '2026-04-05',
        '2026-04-06',
        '2026-05-14',
        '2026-05-24',
        '2026-05-25',
        '2026-12-25',
        '2026-12-26',
      ],
    ],
    [
      2027,
      [
        '2027-01-01',
        '2027-03-25',
        '2027-03-26',
        '2027-03-28',
        '2027-03-29',
        '2027-05-06',
        '2027-05-16',
        '2027-05-17',
        '2027-12-25',
        '2027-12-26',
      ],
    ],
    [
      2028,
      [
        '2028-01-01',
        '2028-04-13',
        '2028-04-14',
        '2028-04-16',
        '2028-04-17',
        '2028-05-25',
        '2028-06-04',
        '2028-06-05',
        '2028-12-25',
        '2028-12-26',
      ],
    ],
    [
      2029,
      [
        '2029-01-01',
        '2029-03-29',
        '2029-03-30',
        '2029-04-01',
        '2029-04-02',
        '2029-05-10',
        '2029-05-20',
        '2029-05-21',
        '2029-12-25',
        '2029-12-26',
      ],
    ],
  ])('of %i are those of the church and New Year', (year, days) => {
    expect(publicHolidays(year).map((holiday) => holiday.on)).toEqual(days);
  });

  it('have store bededag in 2023 and no longer in 2024', () => {
    expect(publicHolidays(2023)).toContainEqual({
      on: '2023-05-05',
      nameDa: 'Store bededag',
      nameEn: 'General Prayer Day',
    });
    expect(publicHolidays(2024).map((holiday) => holiday.nameDa)).not.toContain('Store bededag');
  });

  it('have a name in each language, whatever the year', () => {
    for (let year = 2020; year <= 2045; year++) {
      for (const { nameDa, nameEn } of publicHolidays(year)) expect(nameDa).not.toBe(nameEn);
    }
  });
});

describe('school holidays', () => {
  it.each([
    [2026, '2026-06-27', '2026-08-09', '2026-02-09', '2026-10-12'],
    [2027, '2027-06-26', '2027-08-08', '2027-02-15', '2027-10-18'],
    [2028, '2028-06-24', '2028-08-13', '2028-02-14', '2028-10-16'],
    [2029, '2029-06-30', '2029-08-12', '2029-02-12', '2029-10-15'],
  ])(
    'of %i: summer, week 7 and week 42 lie where the calendar says',
    (year, summerStartsOn, summerEndsOn, weekSevenOn, weekFortyTwoOn) => {
      const holidays = schoolHolidays(year);
      expect(holidays.find((holiday) => holiday.nameDa === 'Skolernes sommerferie')).toMatchObject({
        startsOn: summerStartsOn,
        endsOn: summerEndsOn,
      });
      expect(holidays.find((holiday) => holiday.nameDa === 'Uge 7')?.startsOn).toBe(weekSevenOn);
      expect(holidays.find((holiday) => holiday.nameDa === 'Uge 42')?.startsOn).toBe(weekFortyTwoOn);
    },
  );

  it('stand in order, inside their year, and never end before they start', () => {
    for (let year = 2024; year <= 2040; year++) {
      const holidays = schoolHolidays(year);
      expect(holidays).toEqual(holidays.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)));
      for (const { startsOn, endsOn } of holidays) {
        expect(startsOn <= endsOn).toBe(true);
        expect([startsOn.slice(0, 4), endsOn.slice(0, 4)]).toEqual([String(year), String(year)]);
      }
    }
  });

  it('let school begin again on Monday 5 January 2026 and on Thursday 2 January 2025', () => {
    expect(schoolHolidays(2026)[0]).toMatchObject({ startsOn: '2026-01-01', endsOn: '2026-01-04' });
    expect(schoolHolidays(2025)[0]).toMatchObject({ startsOn: '2025-01-01', endsOn: '2025-01-01' });
  });
});
