import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from './chance.ts';
import { changeDifference, changeInterval, type Found, foundInterval } from './change.ts';
import { normalQuantile } from './distributions.ts';
import { newcombe, wilson } from './proportions.ts';

const conf = 0.95;
const share = (x: number, n: number): Found => ({ kind: 'share', x, n });
const mean = (value: number, sd: number, n: number): Found => ({ kind: 'mean', mean: value, sd, n });
const anyShare = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })).map(([x, n]) => share(Math.min(x, n), n));

describe('what was found', () => {
  it('has Wilson’s interval as a share and Student’s as a mean', () => {
    expect(foundInterval(share(24, 34), conf)).toEqual(wilson({ x: 24, n: 34, conf }));
    // t(0.975, 15) = 2.13145
    expect(foundInterval(mean(60, 20, 16), conf).lower).toBeCloseTo(60 - 2.13145 * 5, 4);
  });

  it('has no interval of no width', () => {
    expect(foundInterval(mean(60, 0, 16), conf)).toMatchObject({ lower: null, reason: 'zeroVariance' });
    expect(foundInterval(mean(60, 20, 1), conf)).toMatchObject({ estimate: 60, lower: null, reason: 'tooFew' });
    expect(foundInterval(mean(Number.NaN, 20, 10), conf)).toMatchObject({ estimate: null, reason: 'noData' });
  });
});

describe('a change among different people', () => {
  it('is Newcombe’s of two shares', () => {
    const { lower, upper } = newcombe({ x1: 24, n1: 34, x2: 23, n2: 38, conf });
    expect(changeInterval(share(23, 38), share(24, 34), conf)).toMatchObject({ lower, upper });
  });

  it('is Welch’s of two means', () => {
    // Welch: se = √(100/10 + 400/20) = 5.47723, df = 27.98; t(0.975, 27.98) = 2.04844
    const { estimate, lower, upper } = changeInterval(mean(50, 10, 10), mean(60, 20, 20), conf);
    expect([estimate, lower, upper].map((one) => Math.round((one ?? 0) * 100) / 100)).toEqual([10, -1.22, 21.22]);
  });

  it('cannot be taken from a share to a mean, nor from nobody', () => {
    expect(changeInterval(share(1, 2), mean(1, 1, 2), conf).reason).toBe('noData');
    expect(changeInterval(share(0, 0), share(1, 2), conf).reason).toBe('noData');
  });
});

describe('a change against another', () => {
  it('is nothing when both changed alike, and turns its sign when they change places', () => {
    fc.assert(
      fc.property(anyShare, anyShare, anyShare, anyShare, (a, b, c, d) => {
        const forth = changeDifference({ before: a, after: b }, { before: c, after: d }, conf);
        const back = changeDifference({ before: c, after: d }, { before: a, after: b }, conf);
        expect(forth.estimate).toBeCloseTo(-(back.estimate ?? 0), 12);
        expect(forth.lower).toBeCloseTo(-(back.upper ?? 0), 12);
        // From everybody to nobody, against from nobody to everybody, is as far as a difference goes.
        const isFurthest = (forth.estimate ?? 0) <= -2;
        if (isFurthest) expect(forth.lower).toBe(-2);
        else expect(forth.lower ?? 0).toBeLessThan(forth.estimate ?? 0);
        expect(forth.lower ?? 0).toBeLessThan(forth.upper ?? 0);
        const same = changeDifference({ before: a, after: b }, { before: a, after: b }, conf);
        expect(same.estimate).toBe(0);
        expect((same.lower ?? 1) < 0 && (same.upper ?? -1) > 0).toBe(true);
      }),
    );
  });

  it('holds the truth in about 95 of 100 worlds', () => {
    const uniform = seededChance(20261113);
    const draw = (p: number, n: number) => {
      let x = 0;
      for (let i = 0; i < n; i += 1) x += uniform() < p ? 1 : 0;
      return share(x, n);
    };
    const normal = () => normalQuantile(uniform() + 2 ** -33);
    const sample = (mu: number, sd: number, n: number): Found => {
      const values = Array.from({ length: n }, () => mu + sd * normal());
      const average = values.reduce((sum, one) => sum + one, 0) / n;
      return mean(average, Math.sqrt(values.reduce((sum, one) => sum + (one - average) ** 2, 0) / (n - 1)), n);
    };
    let shares = 0;
    let means = 0;
    const runs = 1500;
    for (let run = 0; run < runs; run += 1) {
      const ofShares = changeDifference(
        { before: draw(0.5, 40), after: draw(0.7, 35) },
        { before: draw(0.55, 50), after: draw(0.6, 45) },
        conf,
      );
      if ((ofShares.lower ?? 9) <= 0.15 && (ofShares.upper ?? -9) >= 0.15) shares += 1;
      const ofMeans = changeDifference(
        { before: sample(55, 18, 20), after: sample(65, 20, 18) },
        { before: sample(56, 18, 25), after: sample(60, 18, 22) },
        conf,
      );
      if ((ofMeans.lower ?? 99) <= 6 && (ofMeans.upper ?? -99) >= 6) means += 1;
    }
    expect(shares / runs).toBeGreaterThan(0.93);
    expect(means / runs).toBeGreaterThan(0.93);
  });
});
