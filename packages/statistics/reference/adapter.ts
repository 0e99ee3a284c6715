import { betaQuantile, binomialTails, tQuantile, tTails } from '../src/beta-distribution.ts';
import { bootstrapRatio, fieller, fiellerOfSummary } from '../src/cost-ratio.ts';
import { costPerHour, costPerOutcome } from '../src/cost.ts';
import { suppressPrimary } from '../src/disclosure.ts';
import {
  chiSquareQuantile,
  chiSquareUpperTail,
  gammaQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
  poissonCdf,
} from '../src/distributions.ts';
import { effectMeasure } from '../src/effect-measures.ts';
import { effectOfSummary, pairedEffect } from '../src/effect-sizes.ts';
import { funnelOfMeans, funnelOfRates, funnelOfShares } from '../src/funnel.ts';
import { qProfile } from '../src/heterogeneity.ts';
import { indirectRate, smr } from '../src/indirect-rates.ts';
import { mcNemar } from '../src/mcnemar.ts';
import { benjaminiHochberg, holm } from '../src/multiplicity.ts';
import { noncentralTTails } from '../src/noncentral-t.ts';
import { overdispersion, overdispersionOfShares } from '../src/overdispersion.ts';
import { pairedMeans } from '../src/paired-means.ts';
import { poolRandomEffects } from '../src/pooling.ts';
import { newcombe, newcombePaired, wilson } from '../src/proportions.ts';
import { rateRatio } from '../src/rate-ratio.ts';
import { byarRate, exactRate } from '../src/rates.ts';
import { cutoffC, reliableChange } from '../src/reliable-change.ts';
import { jamesStein, shrinkMeans, shrinkRates, shrinkShares } from '../src/shrinkage.ts';
import { dobsonRate, fayFeuerRate } from '../src/standardised-rates.ts';
import { attackTable } from '../src/table-attack.ts';
import { protectTable } from '../src/table-protection.ts';
import { who5 } from '../src/who5.ts';

type X = { x: number };

/** Each method by the id the reference cases use: from a case's input to what the product computes for it. */
const methods = {
  'prop.wilson': wilson,
  'prop.diff.newcombe': newcombe,
  'prop.paired.mcnemar': mcNemar,
  'prop.paired.newcombe': newcombePaired,
  'means.paired': pairedMeans,
  'effect.paired': pairedEffect,
  'effect.paired.summary': effectOfSummary,
  'score.who5': who5,
  'rci.jacobsonTruax': reliableChange,
  'rci.cutoffC': cutoffC,
  'rate.exact': exactRate,
  'rate.byar': byarRate,
  'rate.ratio': rateRatio,
  'rate.dsr.fayFeuer': fayFeuerRate,
  'rate.dsr.dobson': dobsonRate,
  'rate.smr': smr,
  'rate.indirect': indirectRate,
  'funnel.proportion': funnelOfShares,
  'funnel.rate': funnelOfRates,
  'funnel.mean': funnelOfMeans,
  'funnel.overdispersion': overdispersion,
  'funnel.overdispersion.proportion': overdispersionOfShares,
  'meta.random': poolRandomEffects,
  'meta.tau2.qprofile': qProfile,
  'meta.effect': effectMeasure,
  'eb.gammaPoisson': shrinkRates,
  'eb.betaBinomial': shrinkShares,
  'eb.normal': shrinkMeans,
  'eb.jamesStein': jamesStein,
  'suppress.primary': (input: Parameters<typeof suppressPrimary>[0]) => ({ primary: suppressPrimary(input) }),
  'suppress.attack': attackTable,
  'suppress.solve': protectTable,
  'cost.perHour': costPerHour,
  'cost.perOutcome.fixedCost': costPerOutcome,
  'cost.ratio.fieller': fieller,
  'cost.ratio.fieller.summary': fiellerOfSummary,
  'cost.ratio.bootstrap': bootstrapRatio,
  'multi.holm': holm,
  'multi.bh': benjaminiHochberg,
  'dist.normalQuantile': ({ p }: { p: number }) => ({ value: normalQuantile(p) }),
  'dist.normalCdf': ({ x }: X) => ({ value: normalCdf(x) }),
  'dist.tQuantile': ({ p, df }: { p: number; df: number }) => ({ value: tQuantile(p, df) }),
  'dist.tCdf': ({ x, df }: X & { df: number }) => ({ value: tTails(x, df).lower }),
  'dist.noncentralTCdf': ({ x, df, ncp }: X & { df: number; ncp: number }) => ({
    value: noncentralTTails(x, df, ncp).lower,
  }),
  'dist.chiSquareQuantile': ({ p, df }: { p: number; df: number }) => ({ value: chiSquareQuantile(p, df) }),
  'dist.chiSquareUpperTail': ({ x, df }: X & { df: number }) => ({ value: chiSquareUpperTail(x, df) }),
  'dist.gammaQuantile': ({ p, shape, scale }: { p: number; shape: number; scale: number }) => ({
    value: gammaQuantile(p, shape, scale),
  }),
  'dist.betaQuantile': ({ p, a, b }: { p: number; a: number; b: number }) => ({ value: betaQuantile(p, a, b) }),
  'dist.poissonCdf': ({ x, mean }: X & { mean: number }) => ({ value: poissonCdf(x, mean) }),
  'dist.binomialCdf': ({ x, n, p }: X & { n: number; p: number }) => ({ value: binomialTails(x, n, p).lower }),
  'dist.logGamma': ({ x }: X) => ({ value: logGamma(x) }),
};

export default methods;
