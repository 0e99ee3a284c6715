import { betaQuantileOdds, binomialTails } from './beta-distribution.ts';
import { normalQuantile } from './distributions.ts';
import { isConfidence, isCount, type Reason } from './estimate.ts';
import { exp } from './elementary.ts';

/** How many times the second rate the first is, with exact limits and p to print and Wald's limits to check against. */
export type RateRatio = {
  ratio: number | null;
  lowerWald: number | null;
  upperWald: number | null;
  lowerExact: number | null;
  upperExact: number | null;
  pExact: number | null;
  reason: Reason | null;
};

/**
 * The ratio of two Poisson rates, (events1/personTime1) / (events2/personTime2): exact conditional limits (Clopper and Pearson 1934 for events1 of all events), the central p = min(1, 2 · smaller tail),
 * and Wald's limits on the log scale. Without events in the second the ratio and its upper limit are null (unbounded) and the exact lower limit stands; without any all is null (noData), as it is when either
 * person-time is 0 (zeroExposure).
 */
export function rateRatio({
  events1,
  personTime1,
  events2,
  personTime2,
  conf,
}: {
  events1: number;
  personTime1: number;
  events2: number;
  personTime2: number;
  conf: number;
}): RateRatio {
  const none = { ratio: null, lowerWald: null, upperWald: null, lowerExact: null, upperExact: null, pExact: null };
  if (![events1, personTime1, events2, personTime2].every(isCount) || !isConfidence(conf))
    return { ...none, reason: 'noData' };
  if (personTime1 === 0 || personTime2 === 0) return { ...none, reason: 'zeroExposure' };
  if (events1 + events2 === 0) return { ...none, reason: 'noData' };

  const outside = (1 - conf) / 2;
  // The odds that an event fell in the first group, turned into a ratio of rates.
  const perOdds = personTime2 / personTime1;
  const ratio = events2 === 0 ? null : (events1 / events2) * perOdds;
  const spread = exp(normalQuantile(1 - outside) * Math.sqrt(1 / events1 + 1 / events2));
  const hasWald = ratio !== null && events1 > 0;

  const both = personTime1 + personTime2;
  const all = events1 + events2;
  const atMost = binomialTails(events1, all, personTime1 / both, personTime2 / both).lower;
  const atLeast = binomialTails(events2, all, personTime2 / both, personTime1 / both).lower;
  return {
    ratio,
    lowerWald: hasWald ? ratio / spread : null,
    upperWald: hasWald ? ratio * spread : null,
    lowerExact: events1 === 0 ? 0 : betaQuantileOdds(outside, events1, events2 + 1) * perOdds,
    upperExact: events2 === 0 ? null : betaQuantileOdds(1 - outside, events1 + 1, events2) * perOdds,
    pExact: Math.min(1, 2 * Math.min(atMost, atLeast)),
    reason: events2 === 0 || events1 === 0 ? 'unbounded' : null,
  };
}
