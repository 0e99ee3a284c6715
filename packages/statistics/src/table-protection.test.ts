import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { attackTable } from './table-attack.ts';
import { type Place, withTotals } from './table-network.ts';
import { protectTable, type TableToProtect } from './table-protection.ts';

const plain = {
  k: 5,
  minWidth: 5,
  zeroIsSensitive: false,
  zerosSuppressible: true,
  marginsSuppressible: false,
  knownLower: 0,
};

function publish(cells: readonly (readonly number[])[], hidden: readonly Place[]): (number | null)[][] {
  return withTotals(cells).map((row, r) =>
    row.map((count, c) => (hidden.some(([hr, hc]) => hr === r && hc === c) ? null : count)),
  );
}

/** Whether every primary cell's bounds lie wide enough apart when these cells are hidden. */
function protects(table: TableToProtect, primary: readonly Place[], complementary: readonly Place[]): boolean {
  const published = publish(table.cells, [...primary, ...complementary]);
  const { consistent, bounds } = attackTable({ published, knownLower: table.knownLower });
  return (
    consistent &&
    primary.every(([row, col]) => {
      const bound = bounds.find((one) => one.row === row && one.col === col);
      return bound !== undefined && (bound.upper === null || bound.upper - bound.lower >= table.minWidth);
    })
  );
}

const table = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 18 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('an attacked table', () => {
  it('always leaves room for its true counts, and none where a cell can be subtracted', () => {
    fc.assert(
      fc.property(table, fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 6 }), (cells, hidden) => {
        const full = withTotals(cells);
        const { consistent, bounds } = attackTable({ published: publish(cells, hidden) });
        expect(consistent).toBe(true);
        for (const { row, col, lower, upper } of bounds) {
          expect(lower).toBeLessThanOrEqual(full[row]![col]!);
          expect(upper ?? Infinity).toBeGreaterThanOrEqual(full[row]![col]!);
        }
        expect(attackTable({ published: publish(cells, [[0, 0]]) }).derivable).toEqual([[0, 0]]);
      }),
    );
  });

  it('has no upper end only where no total holds', () => {
    const { bounds } = attackTable({
      published: [
        [null, null],
        [3, 3],
        [null, null],
      ],
    });
    expect(bounds.every(({ upper }) => upper === null)).toBe(true);
  });

  it('that does not add up is told from one that does', () => {
    expect(
      attackTable({
        published: [
          [1, 1],
          [1, 2],
        ],
      }).consistent,
    ).toBe(false);
    expect(
      attackTable({
        published: [
          [null, 4],
          [3, 4],
        ],
        knownBounds: [{ row: 0, col: 0, lower: 5, upper: 4 }],
      }).consistent,
    ).toBe(false);
  });
});

describe('a protected table', () => {
  it('has the fewest cells hidden, and of as few the smallest total, whatever the terms', () => {
    fc.assert(
      fc.property(
        table,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(3, 5, 10),
        (cells, marginsSuppressible, zerosAreShown, minWidth) => {
          const terms = {
            marginsSuppressible,
            minWidth,
            zerosSuppressible: !zerosAreShown,
            knownLower: zerosAreShown ? 1 : 0,
          };
          const asked: TableToProtect = { ...plain, ...terms, cells };
          const got = protectTable(asked);
          const full = withTotals(cells);
          const [last, end] = [full.length - 1, full[0]!.length - 1];
          const free = full.flatMap((row, r) =>
            row.flatMap((count, c): { place: Place; count: number }[] => {
              const isMargin = r === last || c === end;
              const isOpen =
                !(r === last && c === end) && (marginsSuppressible || !isMargin) && (!zerosAreShown || count > 0);
              const isPrimary = got.primary.some(([pr, pc]) => pr === r && pc === c);
              return isOpen && !isPrimary ? [{ place: [r, c], count }] : [];
            }),
          );
          // Every pattern there is, by brute force.
          let best: { cells: number; total: number } | null = null;
          for (let mask = 0; mask < 1 << free.length; mask++) {
            const chosen = free.filter((_, i) => (mask >> i) & 1);
            const total = chosen.reduce((sum, { count }) => sum + count, 0);
            if (best && (chosen.length > best.cells || (chosen.length === best.cells && total >= best.total))) continue;
            if (
              protects(
                asked,
                got.primary,
                chosen.map(({ place }) => place),
              )
            )
              best = { cells: chosen.length, total };
          }
          const isGrandTotalSmall = got.primary.some(([r, c]) => r === last && c === end);
          expect(got.feasible).toBe(best !== null && !isGrandTotalSmall);
          expect(got.reason).toBe(got.feasible ? null : 'infeasible');
          if (!got.feasible) return;
          expect(protects(asked, got.primary, got.complementary)).toBe(true);
          const total = got.complementary.reduce((sum, [r, c]) => sum + full[r]![c]!, 0);
          expect({ cells: got.complementary.length, total }).toEqual(best);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('of sixteen districts and four groups holds against an attack', () => {
    const row = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 16, maxLength: 16 }), (cells) => {
        const asked: TableToProtect = { ...plain, cells, marginsSuppressible: true };
        const { feasible, primary, complementary } = protectTable(asked);
        expect(feasible && protects(asked, primary, complementary)).toBe(true);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('too large to search is protected step by step', () => {
    const cells = Array.from({ length: 60 }, (_, r) => Array.from({ length: 5 }, (__, c) => (r * 7 + c * 11) % 40));
    const asked: TableToProtect = { ...plain, cells, marginsSuppressible: true };
    const { feasible, primary, complementary, isOptimal } = protectTable(asked);
    expect(isOptimal).toBe(false);
    expect(feasible && protects(asked, primary, complementary)).toBe(true);
  }, 30_000);
});
