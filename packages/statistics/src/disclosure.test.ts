import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isSmall, protectList, protectRows, suppressPrimary } from './disclosure.ts';

/** What someone who sees everything published can say of each hidden count. */
function attack(
  counts: readonly number[],
  hidden: readonly boolean[],
  floor: number,
): { lower: number; upper: number }[] {
  const places = counts.filter((_, i) => hidden[i]).length;
  const left = counts.reduce((sum, count, i) => sum + (hidden[i] ? count : 0), 0);
  return counts.flatMap((_, i) =>
    hidden[i] ? [{ lower: places === 1 ? left : floor, upper: left - (places - 1) * floor }] : [],
  );
}

describe('small counts', () => {
  it('are 1 to k-1, and 0 only where none tells something', () => {
    expect([0, 1, 4, 5].map((count) => isSmall(count, { k: 5 }))).toEqual([false, true, true, false]);
    expect(isSmall(0, { k: 5, zeroIsSensitive: true })).toBe(true);
  });

  it('are found in an empty table: nowhere', () => {
    expect(suppressPrimary({ cells: [], k: 5, zeroIsSensitive: true, marginsSensitive: false })).toEqual([]);
  });

  it('are found in the margins too when these are sensitive', () => {
    expect(
      suppressPrimary({
        cells: [
          [1, 1],
          [1, 0],
        ],
        k: 5,
        zeroIsSensitive: false,
        marginsSensitive: true,
      }),
    ).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
  });
});

describe('protecting a list with one total', () => {
  it.each<[number[], boolean[], boolean]>([
    [[12, 9, 7], [false, false, false], false],
    [[12, 3, 7], [false, true, true], false],
    [[12, 3, 2, 7], [false, true, true, true], false],
    [[12, 3, 4, 30], [false, true, true, false], false],
    [[3, 0, 0], [true, false, false], true],
    [[3], [true], true],
    [[12], [false], false],
    [[], [], false],
  ])('%j hides %j, the total: %s', (counts, hidden, totalHidden) => {
    expect(protectList(counts, { k: 5 })).toEqual({ hidden, totalHidden });
  });

  it.each<[number[], boolean[], boolean, boolean[]]>([
    // One other part is enough: the smallest that is, not the smallest.
    [[1, 5, 6, 40], [true, false, true, false], false, [true, false, true, false]],
    // It would take two: the total is one number less.
    [[1, 5, 5], [true, false, false], true, [true, true, true]],
    // Even all are too little, and the total is shown elsewhere: not even zeros are said.
    [[3, 3, 0], [true, true, false], true, [true, true, true]],
  ])('%j hides %j (total: %s), and %j where the total stays', (counts, hidden, totalHidden, staying) => {
    expect(protectList(counts, { k: 5 })).toEqual({ hidden, totalHidden });
    expect(protectList(counts, { k: 5, totalStays: true })).toEqual({ hidden: staying, totalHidden: false });
  });

  it('never hides more than needed: no pattern with fewer hidden numbers protects', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 8 }), fc.boolean(), (counts, totalStays) => {
        const k = 5;
        const small = counts.map((count) => isSmall(count, { k }));
        const sum = counts.reduce((total, count) => total + count, 0);
        if (!small.includes(true) || isSmall(sum, { k })) return;
        const { hidden, totalHidden } = protectList(counts, { k, totalStays });
        const size = (some: readonly boolean[]) => some.filter(Boolean).length;
        let fewest = totalStays ? Infinity : size(small) + 1;
        for (let mask = 0; mask < 1 << counts.length; mask += 1) {
          const pattern = small.map((isHidden, index) => isHidden || ((mask >> index) & 1) === 1);
          if (pattern.some((isHidden, index) => isHidden && counts[index] === 0)) continue;
          if (attack(counts, pattern, 1).every(({ lower, upper }) => upper - lower >= k))
            fewest = Math.min(fewest, size(pattern));
        }
        expect(size(hidden) + Number(totalHidden)).toBe(fewest === Infinity ? counts.length : fewest);
      }),
      { numRuns: 400 },
    );
  });

  it('hides the small ones only when no total is shown', () => {
    expect(protectList([12, 3, 7], { k: 5, totalShown: false })).toEqual({
      hidden: [false, true, false],
      totalHidden: false,
    });
  });

  it('leaves what was not measured alone', () => {
    expect(protectList([12, null, 3, 7], { k: 5 })).toEqual({ hidden: [false, false, true, true], totalHidden: false });
  });

  it('leaves an attacker who sees the rest at least k wide about every small count, or shows no total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 40 }), { maxLength: 12 }),
        fc.integer({ min: 3, max: 10 }),
        fc.boolean(),
        fc.boolean(),
        (counts, k, zeroIsSensitive, totalStays) => {
          const { hidden, totalHidden } = protectList(counts, { k, zeroIsSensitive, totalStays });
          expect(counts.every((count, i) => hidden[i] || !isSmall(count, { k, zeroIsSensitive }))).toBe(true);
          expect(
            totalHidden ||
              attack(counts, hidden, zeroIsSensitive || hidden.every(Boolean) ? 0 : 1).every(
                ({ lower, upper }) => upper - lower >= k,
              ),
          ).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('rows whose totals are shown elsewhere', () => {
  const share = { k: 5, zeroIsSensitive: true };

  it.each([
    [
      'all shown when every part and every rest is large enough',
      [
        [17, 7],
        [8, 9],
      ],
      [false, false],
    ],
    [
      'the smallest other one hidden beside a small one',
      [
        [17, 9],
        [7, 6],
        [1, 1],
      ],
      [false, true, true],
    ],
    [
      'nobody and everybody as telling as a few',
      [
        [12, 0],
        [9, 8],
        [20, 20],
      ],
      [true, true, false],
    ],
    [
      'more hidden where one neighbour leaves too little room',
      [
        [1, 40],
        [1, 30],
        [2, 6],
        [30, 30],
      ],
      [true, true, true, true],
    ],
    ['one group alone, which is the whole', [[25, 16]], [false]],
  ])('%s', (_, rows, hidden) => {
    expect(protectRows(rows, share)).toEqual(hidden);
  });

  it('shows a count of nobody, which is not small', () => {
    expect(protectRows([[0], [9], [6]], { k: 5 })).toEqual([false, false, false]);
    expect(protectRows([[0], [2], [9], [6]], { k: 5 })).toEqual([false, true, false, true]);
  });

  it('leave an attacker at least k wide about every small count in every column, and never hide one row alone', () => {
    const rows = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 3, max: 10 }), fc.boolean(), (counts, k, zeroIsSensitive) => {
        const columns = [0, 1].map((column) => counts.map((row) => row[column] ?? 0));
        // A whole that is small itself is not shown, and neither are its groups.
        fc.pre(columns.every((column) => column.reduce((sum, count) => sum + count, 0) >= k));
        const hidden = protectRows(counts, { k, zeroIsSensitive });
        expect(hidden.filter(Boolean)).not.toHaveLength(1);
        for (const column of columns) {
          const areSmall = column.map((count) => isSmall(count, { k, zeroIsSensitive }));
          expect(areSmall.every((isOne, r) => !isOne || hidden[r])).toBe(true);
          const isZeroHidden = hidden.every(Boolean) || column.some((count, r) => hidden[r] && count === 0);
          const floor = zeroIsSensitive || isZeroHidden ? 0 : 1;
          const found = attack(column, hidden, floor);
          const places = hidden.flatMap((isHidden, r) => (isHidden ? [r] : []));
          for (const [at, { lower, upper }] of found.entries())
            if (areSmall[places[at] ?? 0]) expect(upper - lower).toBeGreaterThanOrEqual(k);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('hide the fewest: no pattern with fewer rows protects', () => {
    const rows = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, (counts) => {
        const { k } = share;
        const sumIn = (pattern: readonly boolean[], column: number) =>
          counts.reduce((sum, row, r) => sum + (pattern[r] ? (row[column] ?? 0) : 0), 0);
        const unsafe = counts.map((row) => row.some((count) => count < k));
        const unsafeColumns = [0, 1].filter((column) => counts.some((row) => (row[column] ?? 0) < k));
        const isEnough = (pattern: readonly boolean[]) =>
          !unsafe.includes(true) ||
          (pattern.filter(Boolean).length > 1 && unsafeColumns.every((column) => sumIn(pattern, column) >= k));
        const size = (pattern: readonly boolean[]) => pattern.filter(Boolean).length;
        let fewest = counts.length;
        for (let mask = 0; mask < 1 << counts.length; mask += 1) {
          const pattern = unsafe.map((isHidden, r) => isHidden || ((mask >> r) & 1) === 1);
          if (isEnough(pattern)) fewest = Math.min(fewest, size(pattern));
        }
        // Rows of nobody at all protect nobody, so they are hidden only when all are.
        if (counts.every((row) => row.some((count) => count > 0)))
          expect(size(protectRows(counts, share))).toBe(fewest);
      }),
      { numRuns: 300 },
    );
  });
});
