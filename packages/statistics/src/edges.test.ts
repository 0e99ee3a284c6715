import { describe, expect, it } from 'vitest';

import { bootstrapRatio, fieller, fiellerOfSummary } from './cost-ratio.ts';
import { costPerOutcome } from './cost.ts';
import { effectMeasure } from './effect-measures.ts';
import { effectOfSummary, pairedEffect } from './effect-sizes.ts';
import { rateSignal, shareSignal } from './funnel-signal.ts';
import { funnelOfMeans, funnelOfRates, funnelOfShares } from './funnel.ts';
import { indirectRate, smr } from './indirect-rates.ts';
import { mcNemar } from './mcnemar.ts';
import { overdispersion, overdispersionOfShares } from './overdispersion.ts';
import { pairedMeans } from './paired-means.ts';
import { poolRandomEffects } from './pooling.ts';
import { newcombe, newcombePaired } from './proportions.ts';
import { rateRatio } from './rate-ratio.ts';
import { cutoffC, reliableChange } from './reliable-change.ts';
import { jamesStein, shrinkMeans, shrinkRates, shrinkShares } from './shrinkage.ts';
import { dobsonRate, fayFeuerRate } from './standardised-rates.ts';
import { who5 } from './who5.ts';

const conf = 0.95;
const score = { pre: 40, post: 60, sd: 20, reliability: 0.8, criticalZ: 1.96, higherIsBetter: true };

describe('what cannot be estimated is null, and says why', () => {
  it.each<[string, { reason: string | null }, string | null, string]>([
    ['a share difference with an empty group', newcombe({ x1: 1, n1: 0, x2: 2, n2: 5, conf }), 'diff', 'noData'],
    ['a part larger than its whole', newcombe({ x1: 6, n1: 5, x2: 2, n2: 5, conf }), 'lower', 'noData'],
    ['a paired difference of nobody', newcombePaired({ a: 0, b: 0, c: 0, d: 0, conf }), 'lower', 'noData'],
    ['a negative count', mcNemar({ a: 1, b: -1, c: 2, d: 3 }), 'pMidP', 'noData'],
    ['a test where nobody changed', mcNemar({ a: 4, b: 0, c: 0, d: 3 }), 'statistic', 'zeroVariance'],
    ['a mean change of nobody', pairedMeans({ pre: [null], post: [3], conf }), 'meanChange', 'noData'],
    ['a mean change of one', pairedMeans({ pre: [1], post: [3], conf }), 'lower', 'tooFew'],
    [
      'a change all shared, but for rounding',
      pairedMeans({ pre: [0.1, 0.2, 0.3], post: [0.4, 0.5, 0.6], conf }),
      'lower',
      'zeroVariance',
    ],
    ['an effect of one', pairedEffect({ pre: [1], post: [2], conf }), 'dz', 'tooFew'],
    ['an effect of nobody', pairedEffect({ pre: [], post: [], conf }), 'dav', 'noData'],
    ['an effect nobody differs in', pairedEffect({ pre: [1, 1], post: [2, 2], conf }), 'dav', 'zeroVariance'],
    [
      'an impossible correlation',
      effectOfSummary({ n: 9, meanPre: 1, meanPost: 2, sdPre: 1, sdPost: 1, r: 1.2, conf }),
      'dz',
      'noData',
    ],
    ['a well-being score of four items', who5({ items: [1, 2, 3, 4] }), 'raw', 'noData'],
    ['a reliable change without error', reliableChange({ ...score, reliability: 1 }), 'rci', 'notIdentifiable'],
    ['a reliable change of one score', reliableChange({ ...score, post: null }), 'rci', 'noData'],
    ['a cut-off between two points', cutoffC({ mean0: 3, sd0: 0, mean1: 5, sd1: 0 }), 'cutoff', 'zeroVariance'],
    ['a cut-off of negative spread', cutoffC({ mean0: 3, sd0: -1, mean1: 5, sd1: 2 }), 'cutoff', 'noData'],
    [
      'a ratio of rates without events',
      rateRatio({ events1: 0, personTime1: 3, events2: 0, personTime2: 3, conf }),
      'pExact',
      'noData',
    ],
    [
      'a ratio of rates without time',
      rateRatio({ events1: 1, personTime1: 0, events2: 1, personTime2: 3, conf }),
      'ratio',
      'zeroExposure',
    ],
    [
      'a ratio to nothing',
      rateRatio({ events1: 4, personTime1: 3, events2: 0, personTime2: 3, conf }),
      'upperExact',
      'unbounded',
    ],
    [
      'a standardised rate without standard',
      fayFeuerRate({ strata: [{ events: 1, population: 9, standard: 0 }], per: 1, conf }),
      'dsr',
      'noData',
    ],
    [
      'a standardised rate of an empty stratum',
      dobsonRate({ strata: [{ events: 0, population: 0, standard: 2 }], per: 1, conf, inner: 'exact' }),
      'dsr',
      'zeroExposure',
    ],
    ['a ratio to nothing expected', smr({ observed: 3, expected: 0, conf }), 'smr', 'zeroExposure'],
    ['an indirect rate of no strata', indirectRate({ strata: [], per: 1, conf }), 'expected', 'noData'],
    [
      'a spread of no districts',
      overdispersion({ y: [null], se: [1], target: 0, winsor: 0.1, probs: [0.5] }),
      'phi',
      'noData',
    ],
    [
      'a spread around all',
      overdispersionOfShares({ x: [3, 2], n: [3, 2], winsor: 0.1, probs: [0.5] }),
      'phi',
      'zeroVariance',
    ],
    [
      'districts pooled of one',
      poolRandomEffects({ yi: [1], vi: [1], tau2Method: 'PM', ci: 'HKtrunc', piDf: 'k-1', conf }),
      'tau2',
      'tooFew',
    ],
    [
      'districts pooled of two',
      poolRandomEffects({ yi: [1, 2], vi: [1, 1], tau2Method: 'DL', ci: 'z', piDf: 'k-1', conf }),
      'piLower',
      'tooFew',
    ],
    [
      'districts pooled that all agree, but for rounding',
      poolRandomEffects({ yi: [0.3, 0.1 + 0.2, 0.3], vi: [1, 2, 3], tau2Method: 'REML', ci: 'HK', piDf: 'k-2', conf }),
      'lower',
      'zeroVariance',
    ],
    [
      'an odds ratio of nothing',
      effectMeasure({ measure: 'logOR', x1: 5, n1: 5, x2: 4, n2: 4 }),
      'yi',
      'notIdentifiable',
    ],
    [
      'a ratio of rates of no events',
      effectMeasure({ measure: 'logIRR', events1: 0, personTime1: 1, events2: 0, personTime2: 1 }),
      'yi',
      'notIdentifiable',
    ],
    ['a rate without time', effectMeasure({ measure: 'logRate', events: 1, personTime: 0 }), 'yi', 'zeroExposure'],
    [
      'a risk difference without variance',
      effectMeasure({ measure: 'RD', x1: 0, n1: 5, x2: 4, n2: 4 }),
      'vi',
      'zeroVariance',
    ],
    [
      'a standardised change of two',
      effectMeasure({ measure: 'smcc', n: 2, meanChange: 1, sdChange: 1 }),
      'yi',
      'tooFew',
    ],
    [
      'a mean change all shared',
      effectMeasure({ measure: 'meanChange', n: 4, meanChange: 1, sdChange: 0 }),
      'vi',
      'zeroVariance',
    ],
    ['rates shrunk of no time', shrinkRates({ events: [1], exposure: [0], conf }), 'mean', 'noData'],
    ['shares shrunk of one person each', shrinkShares({ x: [1, 0], n: [1, 1], conf }), 'variance', 'notIdentifiable'],
    ['shares all or nothing', shrinkShares({ x: [5, 0], n: [5, 5], conf }), 'alpha', 'zeroVariance'],
    ['means shrunk of one', shrinkMeans({ yi: [1], vi: [1], tau2Method: 'PM', conf }), 'tau2', 'tooFew'],
    ['James and Stein of three', jamesStein({ y: [1, 2, 3], sigma2: 1 }), 'factor', 'tooFew'],
    ['a cost of nothing reached', costPerOutcome({ cost: 9, positives: 0, n: 4, conf }), 'upper', 'unbounded'],
    ['a cost ratio of one unit', fieller({ cost: [1], effect: [2], conf }), 'lower', 'tooFew'],
    ['costs exactly proportional', fieller({ cost: [10, 20, 30], effect: [1, 2, 3], conf }), 'lower', 'zeroVariance'],
    [
      'costs exactly proportional, drawn',
      bootstrapRatio({ cost: [10, 20, 30], effect: [1, 2, 3], conf }),
      'lower',
      'zeroVariance',
    ],
    [
      'effects that may turn negative, drawn',
      bootstrapRatio({ cost: [10, 20], effect: [-1, 3], conf }),
      'lower',
      'unbounded',
    ],
    ['a signal of nobody', shareSignal({ x: 0, n: 0, target: 0.5, conf }), 'signal', 'noData'],
    [
      'a signal without time',
      rateSignal({ events: 0, personTime: 0, target: 1, per: 1, conf }),
      'signal',
      'zeroExposure',
    ],
  ])('%s', (_, answer, field, reason) => {
    expect((answer as Record<string, unknown>)[field ?? '']).toBeNull();
    expect(answer.reason).toBe(reason);
  });

  it('size by size in a funnel', () => {
    const terms = { probs: [0.025, 0.975], limits: 'exact' } as const;
    expect(funnelOfShares({ ...terms, target: 0.2, n: [0, 9] }).reasons).toEqual(['zeroExposure', null]);
    expect(funnelOfShares({ ...terms, target: 1.2, n: [9] })).toEqual({ limits: [[null, null]], reasons: ['noData'] });
    expect(funnelOfRates({ ...terms, target: -1, personTime: [9], per: 1 }).reasons).toEqual(['noData']);
    expect(funnelOfMeans({ target: 1, sigma: -1, n: [9], probs: [0.5] }).limits).toEqual([[null]]);
  });

  it('when the confidence is none', () => {
    expect(newcombe({ x1: 1, n1: 4, x2: 2, n2: 5, conf: 1 }).reason).toBe('noData');
    expect(pairedMeans({ pre: [1, 2], post: [3, 5], conf: 0 }).reason).toBe('noData');
  });
});

describe('sets of likely values that are no interval', () => {
  const means = { meanCost: 100, varMeanCost: 100, covMeans: 0, df: 20, conf };

  it('are told from intervals', () => {
    expect(fiellerOfSummary({ ...means, meanEffect: 1, varMeanEffect: 1 }).kind).toBe('exclusive');
    expect(fiellerOfSummary({ ...means, meanCost: 10, meanEffect: 1, varMeanEffect: 1 })).toMatchObject({
      kind: 'unbounded',
      lower: null,
      reason: 'unbounded',
    });
    expect(fiellerOfSummary({ ...means, meanEffect: 9, varMeanEffect: 1 })).toMatchObject({
      kind: 'bounded',
      reason: null,
    });
  });
});

describe('a signal', () => {
  it('goes both ways, for shares and for rates', () => {
    const share = (x: number) => shareSignal({ x, n: 100, target: 0.3, conf }).signal;
    expect([share(20), share(30), share(41)]).toEqual(['low', 'within', 'high']);
    const rate = (events: number) => rateSignal({ events, personTime: 5000, target: 4, per: 1000, conf }).signal;
    expect([rate(10), rate(20), rate(32)]).toEqual(['low', 'within', 'high']);
  });
});
