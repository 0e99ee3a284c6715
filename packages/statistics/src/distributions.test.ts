import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { gammaQuantile, gammaTails, logGamma, normalCdf, normalQuantile, poissonCdf } from './distributions.ts';

describe('distributions', () => {
  it('keep both tails of a large shape exact where the median lies', () => {
    // P(1000, 1001), which series cut short get wrong in the second digit.
    expect(gammaTails(1000, 1001).lower).toBeCloseTo(0.5168, 4);
    expect(poissonCdf(1000, 1000.5)).toBeCloseTo(0.5021, 4);
  });

  it('have tails that sum to one and grow with x', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 10_000, noNaN: true }),
        (shape, x) => {
          const { lower, upper } = gammaTails(shape, x);
          expect(lower + upper).toBeCloseTo(1, 12);
          expect(gammaTails(shape, x * 1.01 + 0.01).lower).toBeGreaterThanOrEqual(lower - 1e-14);
        },
      ),
    );
  });

  it('have quantiles that lead back to their probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20_000, noNaN: true }),
        fc.double({ min: 0.0005, max: 0.9995, noNaN: true }),
        (shape, p) => {
          expect(gammaTails(shape, gammaQuantile(p, shape)).lower).toBeCloseTo(p, 9);
        },
      ),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
      }),
    );
  });

  it('have ends', () => {
    expect([normalQuantile(0), normalQuantile(1), gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([
      -Infinity,
      Infinity,
      0,
      Infinity,
    ]);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(poissonCdf(-1, 2)).toBe(0);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
  });
});
