import { describe, expect, it } from 'vitest';

import { seededChance } from './chance.ts';
import { fieller } from './cost-ratio.ts';
import { binomialProbability } from './beta-distribution.ts';
import { normalQuantile, poissonProbability } from './distributions.ts';
import { pairedEffect } from './effect-sizes.ts';
import { shareSignal } from './funnel-signal.ts';
import { funnelOfShares } from './funnel.ts';
import { pairedMeans } from './paired-means.ts';
import { poolRandomEffects } from './pooling.ts';
import { newcombe, newcombePaired, wilson } from './proportions.ts';
import { rateRatio } from './rate-ratio.ts';
import { exactRate } from './rates.ts';
import { fayFeuerRate } from './standardised-rates.ts';

/** Whether an interval holds the truth; one without a limit holds everything on that side. */
function holds({ lower, upper }: { lower: number | null; upper: number | null }, truth: number): boolean {
  return (lower ?? -Infinity) <= truth && truth <= (upper ?? Infinity);
}

function chances(seed: number) {
  const uniform = seededChance(seed);
  const normal = (): number => normalQuantile(uniform() + 2 ** -33);
  const binomial = (n: number, p: number): number => {
    let x = 0;
    for (let i = 0; i < n; i++) x += uniform() < p ? 1 : 0;
    return x;
  };
  const poisson = (mean: number): number => {
    let product = uniform();
    let x = 0;
    for (; product > Math.exp(-mean); x++) product *= uniform();
    return x;
  };
  return { uniform, normal, binomial, poisson };
}

/** In what part of `runs` worlds the interval held the truth. */
function coverage(runs: number, isHeld: () => boolean): number {
  let held = 0;
  for (let run = 0; run < runs; run++) held += isHeld() ? 1 : 0;
  return held / runs;
}

describe('95 % intervals hold the truth', () => {
  it('for a share about as often as they say, worked out over all counts', () => {
    const shares = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.9];
    const held = [10, 25, 60, 200].flatMap((n) =>
      shares.map((p) =>
        Array.from({ length: n + 1 }, (_, x) =>
          holds(wilson({ x, n, conf: 0.95 }), p) ? binomialProbability(x, n, p) : 0,
        ).reduce((sum, part) => sum + part),
      ),
    );
    expect(held.reduce((sum, part) => sum + part) / held.length).toBeCloseTo(0.953, 2);
    expect(Math.min(...held)).toBeGreaterThan(0.9);
  });

  it('for a rate never less often than they say, worked out over all counts', () => {
    for (const mean of [0.3, 1, 2.5, 7, 20, 55])
      expect(
        Array.from({ length: 200 }, (_, events) =>
          holds(exactRate({ events, personTime: 1, per: 1, conf: 0.95 }), mean) ? poissonProbability(events, mean) : 0,
        ).reduce((sum, part) => sum + part),
      ).toBeGreaterThanOrEqual(0.95);
  });

  it('for a difference of shares, of different people and of the same', () => {
    const { binomial, uniform } = chances(1);
    const apart = coverage(4000, () =>
      holds(newcombe({ x1: binomial(40, 0.6), n1: 40, x2: binomial(25, 0.35), n2: 25, conf: 0.95 }), 0.25),
    );
    const paired = coverage(4000, () => {
      const counts = { a: 0, b: 0, c: 0, d: 0 };
      for (let i = 0; i < 40; i++) {
        const u = uniform();
        counts[u < 0.3 ? 'a' : u < 0.5 ? 'b' : u < 0.6 ? 'c' : 'd'] += 1;
      }
      return holds(newcombePaired({ ...counts, conf: 0.95 }), 0.1);
    });
    expect(apart).toBeCloseTo(0.953, 2);
    expect(paired).toBeGreaterThan(0.945);
    expect(paired).toBeLessThan(0.985);
  });

  it('for a mean change and its effect sizes', () => {
    const { normal } = chances(2);
    const held = { change: 0, dz: 0, dav: 0 };
    const runs = 250;
    for (let run = 0; run < runs; run++) {
      const people = Array.from({ length: 20 }, () => {
        const own = normal();
        return [own + 0.7 * normal(), own + 0.5 + 0.7 * normal()] as const;
      });
      const pairs = { pre: people.map(([pre]) => pre), post: people.map(([, post]) => post), conf: 0.95 };
      const effect = pairedEffect(pairs);
      held.change += holds(pairedMeans(pairs), 0.5) ? 1 : 0;
      held.dz += holds({ lower: effect.dzLower, upper: effect.dzUpper }, 0.5 / (0.7 * Math.SQRT2)) ? 1 : 0;
      held.dav += holds({ lower: effect.davLower, upper: effect.davUpper }, 0.5 / Math.sqrt(1.49)) ? 1 : 0;
    }
    for (const count of Object.values(held)) {
      expect(count / runs).toBeGreaterThan(0.91);
      expect(count / runs).toBeLessThan(0.985);
    }
  });

  it('for a ratio of rates and a standardised rate, never less often than they say', () => {
    const { poisson } = chances(3);
    const ratio = coverage(2000, () => {
      const counts = { events1: poisson(12), personTime1: 400, events2: poisson(8), personTime2: 500 };
      const { lowerExact, upperExact } = rateRatio({ ...counts, conf: 0.95 });
      return holds({ lower: lowerExact, upper: upperExact }, 12 / 400 / (8 / 500));
    });
    const standardised = coverage(2000, () => {
      const strata = [
        { events: poisson(3), population: 300, standard: 40 },
        { events: poisson(6), population: 200, standard: 60 },
      ];
      return holds({ ...fayFeuerRate({ strata, per: 1, conf: 0.95 }) }, 0.4 * 0.01 + 0.6 * 0.03);
    });
    expect(ratio).toBeGreaterThanOrEqual(0.95);
    expect(standardised).toBeGreaterThanOrEqual(0.95);
  });

  it('for pooled districts, few and unlike, where the normal interval is too sure', () => {
    const { normal, uniform } = chances(4);
    const held = { HKtrunc: 0, z: 0, next: 0 };
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      const vi = Array.from({ length: 7 }, () => 0.05 + 0.4 * uniform());
      const yi = vi.map((v) => 1 + Math.sqrt(0.15) * normal() + Math.sqrt(v) * normal());
      const terms = { yi, vi, tau2Method: 'PM', piDf: 'k-1', conf: 0.95 } as const;
      const pooled = poolRandomEffects({ ...terms, ci: 'HKtrunc' });
      held.HKtrunc += holds(pooled, 1) ? 1 : 0;
      held.z += holds(poolRandomEffects({ ...terms, ci: 'z' }), 1) ? 1 : 0;
      held.next += holds({ lower: pooled.piLower, upper: pooled.piUpper }, 1 + Math.sqrt(0.15) * normal()) ? 1 : 0;
    }
    expect(held.HKtrunc / runs).toBeGreaterThan(0.94);
    expect(held.z).toBeLessThan(held.HKtrunc);
    // A known weakness with few districts: the rules page says so.
    expect(held.next / runs).toBeGreaterThan(0.85);
    expect(held.next / runs).toBeLessThan(0.95);
  });

  it('for cost over effect', () => {
    const { normal } = chances(5);
    const held = coverage(2000, () => {
      const effect = Array.from({ length: 12 }, () => 5 + normal());
      const cost = effect.map((one) => 40 + 20 * one + 15 * normal());
      return holds(fieller({ cost, effect, conf: 0.95 }), 140 / 5);
    });
    expect(held).toBeCloseTo(0.95, 1.5);
  });
});

describe('a funnel of fourteen districts', () => {
  const sizes = [18, 25, 31, 40, 44, 52, 60, 75, 90, 110, 140, 170, 200, 260];

  /** The part of districts flagged in many worlds, all at one true share but those `differing`. */
  function flagged(conf: number, seed: number, differing: Readonly<Record<number, number>> = {}): number[] {
    const { binomial } = chances(seed);
    const runs = 2000;
    const counts = sizes.map(() => 0);
    for (let run = 0; run < runs; run++) {
      const x = sizes.map((n, i) => binomial(n, differing[i] ?? 0.3));
      const target = x.reduce((sum, part) => sum + part) / sizes.reduce((sum, n) => sum + n);
      for (const [i, n] of sizes.entries()) {
        const { signal } = shareSignal({ x: x[i] ?? 0, n, target, conf });
        counts[i] = (counts[i] ?? 0) + (signal === 'within' ? 0 : 1 / runs);
      }
    }
    return counts;
  }

  it('flags fewer than 5 % at the 95 % limits when all have one true share', () => {
    const parts = flagged(0.95, 6);
    expect(parts.reduce((sum, part) => sum + part) / sizes.length).toBeLessThan(0.05);
    expect(Math.max(...parts)).toBeLessThan(0.05);
    expect(flagged(0.998, 7).reduce((sum, part) => sum + part) / sizes.length).toBeLessThan(0.002);
  });

  it('mostly flags the one of 200 that is truly different, and still hardly the others', () => {
    const parts = flagged(0.95, 8, { 12: 0.45 });
    expect(parts[12]).toBeGreaterThan(0.9);
    const others = parts.filter((_, i) => i !== 12);
    expect(others.reduce((sum, part) => sum + part) / others.length).toBeLessThan(0.05);
  });

  it('draws its limits so that whoever is flagged lies beyond them', () => {
    for (const n of sizes) {
      const [low = null, high = null] =
        funnelOfShares({ target: 0.3, n: [n], probs: [0.025, 0.975], limits: 'exact' }).limits[0] ?? [];
      for (let x = 0; x <= n; x++) {
        const { signal } = shareSignal({ x, n, target: 0.3, conf: 0.95 });
        if (signal === 'low') expect(x / n).toBeLessThan(low!);
        if (signal === 'high') expect(x / n).toBeGreaterThan(high!);
      }
    }
  });
});
