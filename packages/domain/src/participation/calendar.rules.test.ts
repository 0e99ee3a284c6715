import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../measures/day.ts';
import { sessionFigures } from './participation.rules.ts';
import {
  clashesAmong,
  dayOfNext,
  daysOfView,
  eventStatusOf,
  overlaps,
  programmeDays,
  proposedOpening,
} from './calendar.rules.ts';

const slot = (onDay: string, startMinute: number, endMinute: number) => ({ onDay, startMinute, endMinute });

describe('two slots', () => {
  it.each([
    ['the same evening', slot('2026-11-13', 1080, 1350), slot('2026-11-13', 1080, 1350), true],
    ['one inside the other', slot('2026-11-13', 1080, 1350), slot('2026-11-13', 1140, 1200), true],
    ['one ends as the other begins', slot('2026-11-13', 960, 1080), slot('2026-11-13', 1080, 1350), false],
    ['the day after', slot('2026-11-13', 1080, 1350), slot('2026-11-14', 1080, 1350), false],
    ['a night that meets the morning', slot('2026-11-13', 1320, 1980), slot('2026-11-14', 480, 600), true],
    ['a night that ends before the morning', slot('2026-11-13', 1320, 1500), slot('2026-11-14', 480, 600), false],
    ['over the change of the clock', slot('2026-10-24', 1320, 1620), slot('2026-10-25', 170, 600), true],
    ['over New Year in week 53', slot('2026-12-31', 1200, 1560), slot('2027-01-01', 60, 120), true],
  ])('%s', (_what, one, other, isShared) => {
    expect(overlaps(one, other)).toBe(isShared);
    expect(overlaps(other, one)).toBe(isShared);
  });
});

describe('bookings of venues', () => {
  it('clash only at the same venue; without a venue never', () => {
    const at = (id: string, venueId: string | null) => ({ id, venueId, ...slot('2026-11-13', 1080, 1350) });
    const found = clashesAmong([at('a', 'hall'), at('b', 'hall'), at('c', 'club'), at('d', null), at('e', null)]);
    expect([...found.keys()].toSorted()).toEqual(['a', 'b']);
    expect(found.get('a')?.map(({ id }) => id)).toEqual(['b']);
  });

  it('are found as by comparing each with each', () => {
    const booking = fc.record({
      id: fc.uuid(),
      venueId: fc.constantFrom('hall', 'club', null),
      onDay: fc.integer({ min: 0, max: 12 }).map((count) => addDays('2026-10-20', count)),
      startMinute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(booking, { selector: ({ id }) => id, maxLength: 25 }), (rows) => {
        const bookings = rows.map(({ length, ...one }) => ({ ...one, endMinute: one.startMinute + length }));
        const found = clashesAmong(bookings);
        for (const one of bookings) {
          const others = bookings.filter(
            (other) =>
              other.id !== one.id && one.venueId !== null && other.venueId === one.venueId && overlaps(one, other),
          );
          expect((found.get(one.id) ?? []).map(({ id }) => id).toSorted()).toEqual(
            others.map(({ id }) => id).toSorted(),
          );
        }
      }),
    );
  });
});

describe('the days of a view', () => {
  it('are whole weeks from Monday: November 2026 reaches from 26 October to 6 December', () => {
    expect(daysOfView('month', '2026-11-13')).toEqual({ firstOn: '2026-10-26', lastOn: '2026-12-06' });
    expect(daysOfView('week', '2026-11-15')).toEqual({ firstOn: '2026-11-09', lastOn: '2026-11-15' });
    expect(daysOfView('list', '2026-11-13')).toEqual({ firstOn: '2026-11-09', lastOn: '2027-01-03' });
  });

  it('of New Year’s Day is week 53 of the year before', () => {
    expect(daysOfView('week', '2027-01-01')).toEqual({ firstOn: '2026-12-28', lastOn: '2027-01-03' });
  });

  it('go on and back without losing their way, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom('month', 'week', 'list' as const),
        (count, view) => {
          const on = addDays('2024-01-01', count);
          const { firstOn, lastOn } = daysOfView(view, on);
          expect(weekdayOf(firstOn)).toBe(1);
          expect(weekdayOf(lastOn)).toBe(7);
          expect(firstOn <= on && on <= lastOn).toBe(true);
          const next = daysOfView(view, dayOfNext(view, on, 1));
          expect(next.firstOn <= addDays(lastOn, 1)).toBe(true);
          expect(next.lastOn > lastOn).toBe(true);
          const back = dayOfNext(view, dayOfNext(view, on, 1), -1);
          expect(daysOfView(view, back)).toEqual({ firstOn, lastOn });
        },
      ),
    );
  });
});

describe('what a calendar program is told', () => {
  it.each([
    ['planned', 'running', 'CONFIRMED'],
    ['held', 'stopped', 'CONFIRMED'],
    ['planned', 'stopped', 'CANCELLED'],
    ['cancelled', 'running', 'CANCELLED'],
    ['planned', 'submitted', 'TENTATIVE'],
    ['planned', 'idea', 'TENTATIVE'],
    ['planned', 'rejected', 'CANCELLED'],
  ] as const)('%s in a project that is %s: %s', (state, status, told) => {
    expect(eventStatusOf(state, status)).toBe(told);
  });
});

describe('minutes in figures', () => {
  it('stay the clock’s on the nights the clock changes: 22.00–04.00 is six hours in every figure', () => {
    const held = { state: 'held', countUnit: 'visit', startMinute: 1320, endMinute: 1680 } as const;
    const figures = sessionFigures({
      ...held,
      visitCount: 10,
      firstTimeCount: 1,
      staffMinutes: 0,
      volunteerMinutes: 0,
    });
    expect(figures).toMatchObject({ heldMinutes: 360, visitMinutes: 3600 });
  });
});

describe('the days of a programme', () => {
  it('are the weekdays chosen: Monday to Friday of week 29', () => {
    expect(programmeDays('2027-07-19', '2027-07-25', [1, 2, 3, 4, 5])).toEqual([
      '2027-07-19',
      '2027-07-20',
      '2027-07-21',
      '2027-07-22',
      '2027-07-23',
    ]);
    expect(programmeDays('2027-07-25', '2027-07-19', [1])).toEqual([]);
  });
});

describe('opening on the spot', () => {
  it('proposes the last quarter of an hour and the usual length', () => {
    expect(proposedOpening({ startMinute: 1020, endMinute: 1230 }, 1177)).toEqual({
      startMinute: 1170,
      endMinute: 1380,
    });
    expect(proposedOpening({ startMinute: 1020, endMinute: 1230 }, 1439)).toEqual({
      startMinute: 1425,
      endMinute: 1635,
    });
  });
});
