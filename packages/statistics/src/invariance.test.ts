import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bootstrapRatio, fieller } from './cost-ratio.ts';
import { funnelOfMeans, funnelOfShares } from './funnel.ts';
import { benjaminiHochberg, holm } from './multiplicity.ts';
import { overdispersion } from './overdispersion.ts';
import { pairedMeans } from './paired-means.ts';
import { poolRandomEffects } from './pooling.ts';
import { newcombe, wilson } from './proportions.ts';
import { rateRatio } from './rate-ratio.ts';
import { exactRate } from './rates.ts';
import { meanOf, quantileOf, varianceOf } from './sample.ts';
import { shrinkRates, shrinkShares } from './shrinkage.ts';
import { fayFeuerRate } from './standardised-rates.ts';

const part = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({
    n,
    x: Math.round(n * share),
  }));
const value = fc.integer({ min: -400, max: 400 }).map((tenths) => tenths / 10);
const conf = 0.95;

/** Equal up to rounding, null to null. */
function expectAlike(got: number | null, expected: number | null, scale = 1): void {
  if (got === null || expected === null) expect(got).toBe(expected);
  else expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * (Math.abs(expected) + scale));
}

describe('turning the question round turns the answer round', () => {
  it('not having is the rest of having', () => {
    fc.assert(
      fc.property(part, ({ x, n }) => {
        const [having, lacking] = [wilson({ x, n, conf }), wilson({ x: n - x, n, conf })];
        expectAlike(lacking.lower, 1 - having.upper!);
        expectAlike(lacking.upper, 1 - having.lower!);
      }),
    );
  });

  it('the second group less the first is minus the first less the second', () => {
    fc.assert(
      fc.property(part, part, (one, two) => {
        const there = newcombe({ x1: one.x, n1: one.n, x2: two.x, n2: two.n, conf });
        const back = newcombe({ x1: two.x, n1: two.n, x2: one.x, n2: one.n, conf });
        expectAlike(back.lower, -there.upper!);
        expect(there.upper! - there.lower!).toBeGreaterThan(0);
      }),
    );
  });

  it('the inverse ratio has the inverse limits', () => {
    const there = rateRatio({ events1: 9, personTime1: 100, events2: 4, personTime2: 150, conf });
    const back = rateRatio({ events1: 4, personTime1: 150, events2: 9, personTime2: 100, conf });
    expectAlike(back.lowerExact, 1 / there.upperExact!);
    expectAlike(back.upperWald, 1 / there.lowerWald!);
    expectAlike(back.pExact, there.pExact!);
  });
});

describe('order and unit do not matter', () => {
  it('to a mean change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (pairs, scale, shift) => {
          const moved = (one: number): number => one * scale + shift;
          const plain = pairedMeans({ pre: pairs.map(([one]) => one), post: pairs.map(([, two]) => two), conf });
          const turned = pairs.toReversed();
          const other = pairedMeans({
            pre: turned.map(([one]) => moved(one)),
            post: turned.map(([, two]) => moved(two)),
            conf,
          });
          expectAlike(other.lower, plain.lower === null ? null : plain.lower * scale, scale);
          expectAlike(other.r, plain.r, 1000);
        },
      ),
    );
  });

  it('to pooled districts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.double({ min: 0.1, max: 50, noNaN: true })), { minLength: 1, maxLength: 14 }),
        fc.constantFrom('PM', 'REML', 'DL'),
        (studies, tau2Method) => {
          const pool = (rows: [number, number][], scale: number) =>
            poolRandomEffects({
              yi: rows.map(([y]) => y * scale),
              vi: rows.map(([, v]) => v * scale * scale),
              tau2Method,
              ci: 'HKtrunc',
              piDf: 'k-1',
              conf,
            });
          const [plain, other] = [pool(studies, 1), pool(studies.toReversed(), 8)];
          const times = (one: number | null): number | null => (one === null ? null : one * 8);
          expectAlike(other.mu, times(plain.mu), 1000);
          expectAlike(other.piUpper, times(plain.piUpper), 1000);
          expectAlike(other.weightsPct.at(-1)!, plain.weightsPct[0]!, 1000);
          expectAlike(
            plain.weightsPct.reduce<number>((sum, one) => sum + (one ?? 0), 0),
            100,
          );
        },
      ),
    );
  });

  it('to costs, drawn or worked out', () => {
    const units = { cost: [120, 150, 90, 200, 170], effect: [4, 6, 3, 7, 5] };
    const turned = { cost: units.cost.toReversed(), effect: units.effect.toReversed() };
    expect(bootstrapRatio({ ...turned, conf })).toEqual(bootstrapRatio({ ...units, conf }));
    const øre = fieller({ cost: units.cost.map((one) => one * 100), effect: units.effect, conf });
    expectAlike(øre.upper, fieller({ ...turned, conf }).upper! * 100);
  });

  it('to rates, standardised rates and what is drawn towards the common rate', () => {
    const perPerson = exactRate({ events: 7, personTime: 430, per: 1, conf });
    expectAlike(exactRate({ events: 7, personTime: 430, per: 1000, conf }).upper, perPerson.upper! * 1000);
    const strata = [
      { events: 3, population: 90, standard: 20 },
      { events: 8, population: 140, standard: 50 },
    ];
    const counted = fayFeuerRate({ strata, per: 1000, conf });
    const share = fayFeuerRate({
      strata: strata.toReversed().map((one) => ({ ...one, standard: one.standard / 70 })),
      per: 1000,
      conf,
    });
    expectAlike(share.upper, counted.upper!);
    const shrunk = shrinkRates({ events: [3, 40, 9], exposure: [100, 200, 300], conf });
    const turned = shrinkRates({ events: [9, 40, 3], exposure: [300, 200, 100], conf });
    expectAlike(turned.upper[0]!, shrunk.upper[2]!);
  });
});

describe('more is never less', () => {
  it('one more of as many, and the same share of more', () => {
    fc.assert(
      fc.property(part, ({ x, n }) => {
        fc.pre(x < n);
        const [one, more] = [wilson({ x, n, conf }), wilson({ x: x + 1, n, conf })];
        expect(more.lower!).toBeGreaterThan(one.lower! - 1e-15);
        expect(more.upper!).toBeGreaterThan(one.upper! - 1e-15);
        const larger = wilson({ x: x * 3, n: n * 3, conf });
        expect(larger.upper! - larger.lower!).toBeLessThan(one.upper! - one.lower!);
        const surer = wilson({ x, n, conf: 0.99 });
        expect(surer.upper! - surer.lower!).toBeGreaterThan(one.upper! - one.lower!);
      }),
    );
  });

  it('larger districts have narrower funnels and are trusted more', () => {
    const { limits } = funnelOfMeans({ target: 50, sigma: 20, n: [5, 20, 80], probs: [0.025, 0.975] });
    const widths = limits.map(([low = null, high = null]) => high! - low!);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const shares = funnelOfShares({ target: 0.3, n: [10, 100, 1000], probs: [0.025, 0.975], limits: 'exact' }).limits;
    expect(shares[2]![1]! - shares[2]![0]!).toBeLessThan(shares[1]![1]! - shares[1]![0]!);
    const { weights } = shrinkShares({ x: [2, 30, 80], n: [20, 60, 400], conf });
    expect(weights).toEqual(weights.toSorted((a, b) => a! - b!));
  });

  it('adjusted p-values are never smaller, keep their order, and Holm’s are the stricter', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 20 }), (p) => {
        const [strict, mild] = [holm({ p }).adjusted, benjaminiHochberg({ p }).adjusted];
        for (const [i, one] of p.entries()) {
          if (one === null) expect([strict[i], mild[i]]).toEqual([null, null]);
          else {
            expect(mild[i]!).toBeGreaterThanOrEqual(one - 1e-15);
            expect(strict[i]!).toBeGreaterThanOrEqual(mild[i]! - 1e-15);
            expect(strict[i]!).toBeLessThanOrEqual(1);
          }
        }
        const byP = p.flatMap((one, i) => (one === null ? [] : [{ one, adjusted: mild[i]! }]));
        const sorted = byP.toSorted((a, b) => a.one - b.one).map(({ adjusted }) => adjusted);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      }),
    );
  });

  it('a district far out moves the winsorised spread less than the raw one', () => {
    const terms = { se: [1, 1, 1, 1, 1], target: 0, winsor: 0.2, probs: [0.975] };
    const { phi, phiRaw } = overdispersion({ ...terms, y: [0.5, -0.5, 1, -1, 40] });
    expect(phi!).toBeLessThan(phiRaw!);
  });
});

describe('values far from 0', () => {
  it('keep their variance', () => {
    expect(varianceOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
    expect(varianceOf([0.1 + 0.2, 0.3, 0.3])).toBe(0);
    expect([varianceOf([1]), meanOf([]), quantileOf([], 0.5)]).toEqual([null, null, null]);
    expect(quantileOf([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12);
  });
});
