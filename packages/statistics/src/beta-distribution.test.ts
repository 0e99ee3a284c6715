import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  betaQuantile,
  betaQuantileOdds,
  betaTails,
  binomialProbability,
  binomialTails,
  tQuantile,
  tTails,
} from './beta-distribution.ts';
import { normalLogCdf, normalQuantile } from './distributions.ts';
import { noncentralityLimits, noncentralTTails } from './noncentral-t.ts';

const shape = fc.double({ min: 0.05, max: 50_000, noNaN: true });
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** Equal to about twelve digits, relatively: what toBeCloseTo does not say of a tail of 1e-40. */
function expectNear(got: number, expected: number, digits = 1e-12): void {
  expect(Math.abs(got / expected - 1)).toBeLessThan(digits);
}

describe('the beta distribution and its kin', () => {
  it('keep their digits far out in both tails', () => {
    // Worked out with 30 digits by another program (mpmath).
    expectNear(tTails(60, 4).upper, 2.310534363817564e-7);
    expectNear(tTails(-60, 200).lower, 3.8557892920282851e-130);
    expectNear(binomialTails(700, 1000, 0.5).upper, 3.7668507235260247e-38);
    expectNear(binomialTails(1000, 1e6, 0.002).lower, 8.30346026435878e-136);
    expectNear(binomialTails(5e7, 1e8, 0.5).lower, 0.5000398942279406, 1e-11);
    expectNear(betaQuantile(0.001, 0.01, 2), 3.6971121232911962e-301);
    expectNear(noncentralTTails(-3, 4, 6).lower, 2.959631999500407e-13, 1e-10);
    expectNear(noncentralTTails(2, 30, -3).upper, 6.690430349667433e-7, 1e-10);
    expectNear(normalLogCdf(-300), -45_006.6228, 1e-8);
  });

  it('have quantiles that lead back to their probability', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const odds = betaQuantileOdds(p, a, b);
        // Below the smallest number there is nothing to lead back from.
        fc.pre(odds > 1e-300 && odds < 1e300);
        const { lower, upper } = betaTails(a, b, odds / (1 + odds), 1 / (1 + odds));
        expectNear(p < 0.5 ? lower : upper, p < 0.5 ? p : 1 - p, 1e-9);
      }),
    );
  });

  it('agree with what is known otherwise', () => {
    for (const t of [-30, -1, 0.2, 4]) {
      expectNear(tTails(t, 1).lower, 0.5 + Math.atan(t) / Math.PI, 1e-10);
      expectNear(tTails(t, 2).lower, 0.5 + t / 2 / Math.sqrt(2 + t * t), 1e-10);
    }
    expect(tQuantile(0.975, 1e9)).toBeCloseTo(normalQuantile(0.975), 8);
    expect([tQuantile(0.5, 3), tQuantile(0, 3), tQuantile(1, 3)]).toEqual([0, -Infinity, Infinity]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    const sum = Array.from({ length: 8 }, (_, x) => binomialProbability(x, 20, 0.3)).reduce((a, b) => a + b);
    expectNear(binomialTails(7, 20, 0.3).lower, sum);
    expect([binomialProbability(0, 5, 0), binomialProbability(5, 5, 1), binomialProbability(6, 5, 0.5)]).toEqual([
      1, 1, 0,
    ]);
    expectNear(noncentralTTails(1.3, 7, 0).lower, tTails(1.3, 7).lower, 1e-11);
  });

  it('turn round: swapped shapes swap the tails', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
        const [one, other] = [betaTails(a, b, x, 1 - x), betaTails(b, a, 1 - x, x)];
        expect(one.lower).toBeCloseTo(other.upper, 12);
        expect(one.lower + one.upper).toBeCloseTo(1, 12);
      }),
    );
  });

  it('place a noncentrality so that the outside on each side is what was asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(0.025, 0.005, 0.05),
        (t, df, outside) => {
          const { lower, upper } = noncentralityLimits(t, df, outside);
          expect(lower).toBeLessThan(upper);
          expectNear(noncentralTTails(t, df, lower).upper, outside, 1e-9);
          expectNear(noncentralTTails(t, df, upper).lower, outside, 1e-9);
        },
      ),
      { numRuns: 25 },
    );
  });
});
