import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../measures/day.ts';
import { monthsOf, planByMonth } from './budget-months.rules.ts';

describe('months of a budget', () => {
  it('run from the first to the last, widened by what was booked outside', () => {
    expect(monthsOf('2026-11-15', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsOf('2026-11-15', '2026-12-31', ['2027-01', '2026-12'])).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsOf(null, null)).toEqual([]);
    expect(monthsOf(null, null, ['2026-05'])).toEqual(['2026-05']);
  });

  it('spread the budget by days and always sum to it (budgets 4.4)', () => {
    expect([...planByMonth('2026-02-01', '2026-03-03', 3100)]).toEqual([
      ['2026-02', 2800],
      ['2026-03', 300],
    ]);
    expect(planByMonth('2026-03-01', '2026-02-01', 100).size).toBe(0);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(370), fc.nat(1_000_000_000), (from, length, amountOere) => {
        const startsOn = addDays('2025-01-01', from);
        const plan = planByMonth(startsOn, addDays(startsOn, length), amountOere);
        expect([...plan.values()].reduce((sum, one) => sum + one, 0)).toBe(amountOere);
      }),
    );
  });
});
