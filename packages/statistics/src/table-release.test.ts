import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from './disclosure.ts';
import { attackTable } from './table-attack.ts';
import { withTotals } from './table-network.ts';
import { releaseTable } from './table-release.ts';

const published = (cells: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]) =>
  withTotals(cells).map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));

describe('a table to be released', () => {
  it('is shown whole when nothing in it is small', () => {
    const { hidden, method } = releaseTable(
      [
        [12, 0],
        [7, 30],
      ],
      { k: 5 },
    );
    expect(method).toBe('open');
    expect(hidden.flat().some(Boolean)).toBe(false);
  });

  it('keeps its totals where inner cells can protect each other', () => {
    const { hidden, method } = releaseTable(
      [
        [3, 20, 30],
        [14, 9, 40],
        [22, 31, 8],
      ],
      { k: 5 },
    );
    expect(method).toBe('inner');
    expect(hidden[3]?.some(Boolean)).toBe(false);
    expect(hidden.flat().filter(Boolean)).toHaveLength(4);
  });

  it('gives up a total rather than protection, and shows the grand total alone when nothing protects', () => {
    expect(
      releaseTable(
        [
          [3, 0],
          [40, 20],
        ],
        { k: 5 },
      ).method,
    ).toBe('margins');
    const { hidden, method } = releaseTable([[3], [2]], { k: 5 });
    expect(method).toBe('all');
    expect(hidden).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ]);
    expect(
      releaseTable(
        [
          [1, 1],
          [1, 0],
        ],
        { k: 5 },
      )
        .hidden.flat()
        .every(Boolean),
    ).toBe(true);
  });

  it('is never searched for long: what is too large is not shown inside', () => {
    const cells = Array.from({ length: 300 }, (_, r) => Array.from({ length: 6 }, (__, c) => (r * 7 + c * 11) % 40));
    expect(releaseTable(cells, { k: 5 }).method).toBe('all');
  });

  it('leaves an attacker at least k wide about every small count, whatever the table', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(16), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, fc.constantFrom(3, 5, 10), (cells, k) => {
        const { hidden, method } = releaseTable(cells, { k });
        const full = withTotals(cells);
        // Where everything inside is hidden, zeros are too.
        const knownLower = method === 'all' ? 0 : 1;
        const { consistent, bounds } = attackTable({ published: published(cells, hidden), knownLower });
        expect(consistent).toBe(true);
        for (const [r, row] of full.entries())
          for (const [c, count] of row.entries()) {
            if (!isSmall(count, { k })) continue;
            expect(hidden[r]?.[c]).toBe(true);
            const bound = bounds.find(({ row: at, col }) => at === r && col === c);
            expect((bound?.upper ?? Infinity) - (bound?.lower ?? 0)).toBeGreaterThanOrEqual(k);
          }
      }),
      { numRuns: 150 },
    );
  });
});
