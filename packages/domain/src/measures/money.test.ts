import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addOere, allocateOere, amountOf, amountOere, maxOere, oere, subtractOere, sumOere, toOere } from './money.ts';

const anyOere = fc.integer({ min: -maxOere, max: maxOere }).map(toOere);

describe('money', () => {
  it('refuses fractions, NaN and more than a field may hold', () => {
    for (const value of [0.5, Number.NaN, Infinity, maxOere + 1]) expect(() => toOere(value)).toThrow(RangeError);
    expect(oere.safeParse(0.5).success).toBe(false);
    expect(amountOere.safeParse(-1).success).toBe(false);
    expect(amountOere.safeParse(maxOere).success).toBe(true);
  });

  it('adds, subtracts and sums; nothing sums to nothing', () => {
    expect(addOere(toOere(150), toOere(-50))).toBe(100);
    expect(subtractOere(toOere(100), toOere(150))).toBe(-50);
    expect(sumOere([])).toBe(0);
    expect(sumOere([1, 2, 3].map(toOere))).toBe(6);
  });

  it('never gives minus zero', () => {
    expect(Object.is(subtractOere(toOere(0), toOere(0)), 0)).toBe(true);
    expect(Object.is(amountOf(0, toOere(-5)), 0)).toBe(true);
  });
});

describe('quantity times unit price', () => {
  it.each([
    [451_00, 310_00, 139_810_00], // 41 evenings × 5,5 hours × 2 people at 310 kr.
    [150, 1, 2], // 1,5 øre rounds up
    [149, 1, 1],
    [50, -1, -1],
    [0, 500, 0],
  ])('%i hundredths at %i øre is %i øre', (quantity, price, amount) => {
    expect(amountOf(quantity, toOere(price))).toBe(amount);
  });

  it('is exact where a product passes 2^53', () => {
    expect(amountOf(99_999_999, toOere(999_999))).toBe(999_998_990_000);
    expect(() => amountOf(1.5, toOere(1))).toThrow(RangeError);
  });
});

describe('splitting an amount', () => {
  it('gives the odd øre to the largest remainder, the earlier first', () => {
    expect(allocateOere(toOere(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateOere(toOere(100), [1, 2, 4])).toEqual([14, 29, 57]);
    expect(allocateOere(toOere(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocateOere(toOere(5), [0, 0])).toEqual([3, 2]);
    expect(allocateOere(toOere(5), [0, 1])).toEqual([0, 5]);
  });

  it('cannot split something among nobody', () => {
    expect(allocateOere(toOere(0), [])).toEqual([]);
    expect(() => allocateOere(toOere(1), [])).toThrow(RangeError);
    expect(() => allocateOere(toOere(1), [-1, 2])).toThrow(RangeError);
  });

  it('always sums to the whole, and no part is an øre or more from its share', () => {
    fc.assert(
      fc.property(anyOere, fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (amount, weights) => {
        const parts = allocateOere(amount, weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect(sumOere(parts)).toBe(amount);
        expect(
          total > 0 && parts.some((part, i) => Math.abs(part - (amount * (weights[i] ?? 0)) / total) > 1.001),
        ).toBe(false);
      }),
    );
  });
});
