import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chiSquareUpperTail, normalQuantile } from './distributions.ts';
import { fieller } from './cost-ratio.ts';
import { costPerOutcome } from './cost.ts';
import { overdispersion } from './overdispersion.ts';
import { effectOfSummary, pairedEffect } from './effect-sizes.ts';
import { funnelOfRates, funnelOfShares } from './funnel.ts';
import { betweenVariance, qProfile } from './heterogeneity.ts';
import { smr } from './indirect-rates.ts';
import { mcNemar } from './mcnemar.ts';
import { pairedMeans, summarisePairs } from './paired-means.ts';
import { poolRandomEffects } from './pooling.ts';
import { newcombe, newcombePaired, wilson } from './proportions.ts';
import { rateRatio } from './rate-ratio.ts';
import { exactRate } from './rates.ts';
import { shrinkMeans } from './shrinkage.ts';
import { dobsonRate, fayFeuerRate } from './standardised-rates.ts';

const value = fc.double({ min: -50, max: 50, noNaN: true });
const count = fc.integer({ min: 0, max: 300 });

describe('methods that must agree, agree', () => {
  it('Wilson’s limits are the shares the score test just does not reject', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const x = Math.round(n * part);
        const { lower, upper } = wilson({ x, n, conf: 0.95 });
        for (const limit of [lower!, upper!].filter((one) => one > 0 && one < 1)) {
          const z = (x / n - limit) / Math.sqrt((limit * (1 - limit)) / n);
          expect(Math.abs(z)).toBeCloseTo(normalQuantile(0.975), 8);
        }
      }),
    );
  });

  it('a paired difference without correlation is an unpaired one', () => {
    const { lower, upper } = newcombePaired({ a: 6, b: 6, c: 4, d: 4, conf: 0.95 });
    const unpaired = newcombe({ x1: 12, n1: 20, x2: 10, n2: 20, conf: 0.95 });
    expect([lower, upper]).toEqual([unpaired.lower, unpaired.upper]);
  });

  it('a standardised rate of one stratum is the crude rate with Garwood’s interval', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 9000 }), (events, population) => {
        const strata = [{ events, population, standard: 7 }];
        const exact = exactRate({ events, personTime: population, per: 1000, conf: 0.95 });
        const gamma = fayFeuerRate({ strata, per: 1000, conf: 0.95 });
        expect(gamma.dsr!).toBeCloseTo(exact.rate!, 9);
        expect(gamma.lower! / exact.upper!).toBeCloseTo(exact.lower! / exact.upper!, 10);
        expect(gamma.upper! / exact.upper!).toBeCloseTo(1, 10);
        const dobson = dobsonRate({ strata, per: 1000, conf: 0.95, inner: 'exact' });
        if (events > 0) expect(dobson.upper! / exact.upper!).toBeCloseTo(1, 10);
      }),
    );
  });

  it('a ratio observed to expected is a rate per expected event', () => {
    const ratio = smr({ observed: 17, expected: 11.3, conf: 0.95 });
    const rate = exactRate({ events: 17, personTime: 11.3, per: 1, conf: 0.95 });
    expect(ratio.lowerExact).toBeCloseTo(rate.lower!, 12);
    expect(ratio.upperExact).toBeCloseTo(rate.upper!, 12);
  });

  it('the exact ratio of rates rejects equality when its interval leaves out 1', () => {
    fc.assert(
      fc.property(count, count, (events1, events2) => {
        fc.pre(events1 + events2 > 0);
        const terms = { events1, personTime1: 300, events2, personTime2: 410, conf: 0.95 };
        const { lowerExact, upperExact, pExact } = rateRatio(terms);
        expect((lowerExact ?? 0) > 1 || (upperExact ?? Infinity) < 1).toBe(pExact! < 0.05);
      }),
    );
  });

  it('McNemar’s square is the squared difference over its variance', () => {
    const { statistic, pAsymptotic } = mcNemar({ a: 3, b: 12, c: 5, d: 8 });
    expect(statistic).toBeCloseTo(49 / 17, 12);
    expect(pAsymptotic).toBe(chiSquareUpperTail(49 / 17, 1));
  });

  it('equal variances make the three estimates between districts one, and Hartung and Knapp’s interval Student’s', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 12 }), (yi) => {
        fc.pre(Math.max(...yi) - Math.min(...yi) > 0.1);
        const v = 0.5;
        const [pm, reml, dl] = (['PM', 'REML', 'DL'] as const).map((method) =>
          betweenVariance(
            yi.map((y) => ({ y, v })),
            method,
          ),
        );
        expect(Math.abs(pm! - dl!)).toBeLessThan(1e-8 * (1 + dl!));
        expect(Math.abs(reml! - dl!)).toBeLessThan(1e-8 * (1 + dl!));
        const terms = { yi, vi: yi.map(() => v), piDf: 'k-1', conf: 0.95 } as const;
        const pooled = poolRandomEffects({ ...terms, tau2Method: 'PM', ci: 'HK' });
        const t = pairedMeans({ pre: yi.map(() => 0), post: yi, conf: 0.95 });
        if (t.lower === null) return;
        expect(pooled.lower).toBeCloseTo(t.lower, 7);
        expect(pooled.upper).toBeCloseTo(t.upper!, 7);
      }),
    );
  });

  it('Paule and Mandel’s variance lies within the profiled limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.double({ min: 0.01, max: 40, noNaN: true })), { minLength: 2, maxLength: 15 }),
        (studies) => {
          const { lower, upper } = qProfile({
            yi: studies.map(([y]) => y),
            vi: studies.map(([, v]) => v),
            conf: 0.95,
          });
          const tau2 = betweenVariance(
            studies.map(([y, v]) => ({ y, v })),
            'PM',
          )!;
          expect(lower!).toBeLessThanOrEqual(tau2 + 1e-9);
          expect(upper!).toBeGreaterThanOrEqual(tau2 - 1e-9);
        },
      ),
    );
  });

  it('effects from people and from what a report prints of them are one', () => {
    const pairs = { pre: [3, 5, 4, 7, 6], post: [4, 5, 6, 9, 6] };
    const { n, meanPre, meanPost, sdPre, sdPost, r } = summarisePairs(pairs);
    const [people, report] = [
      pairedEffect({ ...pairs, conf: 0.95 }),
      effectOfSummary({ n, meanPre, meanPost, sdPre, sdPost, r, conf: 0.95 }),
    ];
    expect(report.dz).toBeCloseTo(people.dz!, 12);
    expect(report.davLower).toBeCloseTo(people.davLower!, 12);
  });

  it('a fixed effect makes Fieller’s interval Student’s, and a fixed cost is divided by Wilson’s', () => {
    const cost = [120, 150, 90, 200];
    const { lower, upper, kind } = fieller({ cost, effect: [4, 4, 4, 4], conf: 0.95 });
    const t = pairedMeans({ pre: [0, 0, 0, 0], post: cost.map((one) => one / 4), conf: 0.95 });
    expect(kind).toBe('bounded');
    expect(lower).toBeCloseTo(t.lower!, 9);
    expect(upper).toBeCloseTo(t.upper!, 9);
    const share = wilson({ x: 7, n: 30, conf: 0.95 });
    expect(costPerOutcome({ cost: 900, positives: 7, n: 30, conf: 0.95 }).upper).toBeCloseTo(30 / share.lower!, 12);
  });

  it('exact and normal limits of a funnel meet when districts are large', () => {
    const terms = { probs: [0.025, 0.975] };
    for (const n of [5000, 200_000]) {
      const [exact, normal] = (['exact', 'normal'] as const).map(
        (limits) => funnelOfShares({ ...terms, target: 0.3, n: [n], limits }).limits[0],
      );
      expect(exact![0]!).toBeCloseTo(normal![0]!, 3);
      const rates = (['exact', 'normal'] as const).map(
        (limits) => funnelOfRates({ ...terms, target: 400, per: 1000, personTime: [n], limits }).limits[0]![1]!,
      );
      expect(rates[0]! / rates[1]!).toBeCloseTo(1, 2);
    }
  });

  it('without spread beyond chance both corrections leave the funnel alone', () => {
    const { limitsAdditive, limitsMultiplicative, tau2 } = overdispersion({
      y: [4.9, 5.1, 5],
      se: [1, 1, 2],
      target: 5,
      winsor: 0.1,
      probs: [0.975],
    });
    expect(tau2).toBe(0);
    expect(limitsAdditive).toEqual(limitsMultiplicative);
  });

  it('shrunken means are the pooled mean when districts do not differ and their own values when they differ without end', () => {
    const alike = shrinkMeans({ yi: [1, 1.1, 0.9], vi: [4, 4, 4], tau2Method: 'PM', conf: 0.95 });
    expect(new Set(alike.shrunk)).toEqual(new Set([alike.mu]));
    const apart = shrinkMeans({ yi: [1e6, -1e6, 0], vi: [1, 1, 1], tau2Method: 'PM', conf: 0.95 });
    expect(apart.shrunk[0]! / 1e6).toBeCloseTo(1, 9);
  });
});
