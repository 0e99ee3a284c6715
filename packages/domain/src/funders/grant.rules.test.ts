import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownAccounts } from './grant.rules.ts';

const line = (id: string, shares: [string, number][], expensesOere: number[]) => ({
  id,
  title: id,
  amountOere: shares.reduce((sum, [, amount]) => sum + amount, 0),
  shares: shares.map(([sourceId, amountOere]) => ({ sourceId, amountOere })),
  expensesOere,
});

describe("a project's accounts through one funder's eyes", () => {
  it('shows its own part of each line it pays and the rest as one sum', () => {
    const accounts = ownAccounts(
      [
        line(
          'wages',
          [
            ['fund', 60_00],
            ['city', 40_00],
          ],
          [50_00],
        ),
        line('hall', [['hall', 30_00]], [10_00]),
      ],
      'fund',
    );
    expect(accounts.lines).toEqual([{ id: 'wages', title: 'wages', budgetOere: 60_00, spentOere: 30_00 }]);
    expect(accounts.rest).toEqual({ budgetOere: 70_00, spentOere: 30_00 });
    expect(accounts.total).toEqual({ budgetOere: 130_00, spentOere: 60_00 });
  });

  it('never names a line it pays nothing of', () => {
    expect(ownAccounts([line('secret', [['city', 10_00]], [5_00])], 'fund').lines).toEqual([]);
  });

  it('is empty for a project without a budget', () => {
    expect(ownAccounts([], 'fund')).toEqual({
      lines: [],
      rest: { budgetOere: 0, spentOere: 0 },
      total: { budgetOere: 0, spentOere: 0 },
    });
  });

  it('adds up for every funder together: the own parts of all are the whole', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    const lines = fc.array(fc.tuple(amount, amount, fc.array(fc.nat(500_000), { maxLength: 5 })), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (made) => {
        const all = made.map(([a, b, spent], index) =>
          line(
            `line ${index}`,
            [
              ['a', a],
              ['b', b],
            ],
            spent,
          ),
        );
        const [first, second] = [ownAccounts(all, 'a'), ownAccounts(all, 'b')];
        const own = (accounts: typeof first) => accounts.lines.reduce((sum, one) => sum + one.spentOere, 0);
        expect(own(first) + own(second)).toBe(first.total.spentOere);
        expect(first.rest.spentOere).toBe(own(second));
        expect(first.rest.budgetOere + first.lines.reduce((sum, one) => sum + one.budgetOere, 0)).toBe(
          first.total.budgetOere,
        );
      }),
    );
  });
});
