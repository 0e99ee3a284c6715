import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exp, expm1, log, log1p } from './elementary.ts';

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Within a few units of the last place of what this machine computes. */
function expectSame(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected) + 5e-324);
}

describe('functions that are the same to the bit on every machine', () => {
  it('are this machine’s but for the last digit', () => {
    fc.assert(
      fc.property(within(-745, 709), (x) => expectSame(exp(x), Math.exp(x))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(within(5e-324, 1e308), (x) => expectSame(log(x), Math.log(x))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(within(-0.9999, 1e6), (x) => expectSame(log1p(x), Math.log1p(x))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(within(-40, 40), (x) => expectSame(expm1(x), Math.expm1(x))),
      { numRuns: 2000 },
    );
  });

  it('have ends', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(710), exp(-746)]).toEqual([1, 0, Infinity, Infinity, 0]);
    expect([log(1), log(0), log(Infinity), log(-1), exp(Number.NaN)]).toEqual([
      0,
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
    expect([log1p(0), log1p(-1), log1p(Infinity), log1p(-2), expm1(0)]).toEqual([
      0,
      -Infinity,
      Infinity,
      Number.NaN,
      0,
    ]);
    expect([log1p(1e-20), expm1(1e-20)]).toEqual([1e-20, 1e-20]);
  });
});
