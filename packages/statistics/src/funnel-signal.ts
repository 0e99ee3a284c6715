import { binomialTails } from './beta-distribution.ts';
import { poissonTails } from './distributions.ts';
import { isConfidence, isCount, type Reason } from './estimate.ts';

/** Whether a district is further from the target than chance explains: `low`, `high`, or `within`. `pLow` and `pHigh` are the probabilities of so few and of so many if the target were true. */
export type FunnelSignal = {
  signal: 'low' | 'high' | 'within' | null;
  pLow: number | null;
  pHigh: number | null;
  reason: Reason | null;
};

const nothing = { signal: null, pLow: null, pHigh: null };

function signalOf(pLow: number, pHigh: number, conf: number): FunnelSignal {
  const outside = (1 - conf) / 2;
  const signal = pLow <= outside ? 'low' : pHigh <= outside ? 'high' : 'within';
  return { signal, pLow, pHigh, reason: null };
}

/**
 * Whether x of n lies outside the `conf` limits (0.95 or 0.998) of a funnel around the share `target`: only when so few, or so many, has at most half the rest of probability, so a district at the target is flagged in no more than
 * 1 − conf of cases whatever its size. The interpolated limits of a drawn funnel lie up to one count nearer the target: a flagged district is always beyond them, one on their edge need not be flagged. Null when n is 0 (noData).
 */
export function shareSignal({
  x,
  n,
  target,
  conf,
}: {
  x: number;
  n: number;
  target: number;
  conf: number;
}): FunnelSignal {
  if (!isCount(x) || !isCount(n) || !(n > 0) || x > n || !(target >= 0 && target <= 1) || !isConfidence(conf))
    return { ...nothing, reason: 'noData' };
  return signalOf(binomialTails(x, n, target).lower, binomialTails(x - 1, n, target).upper, conf);
}

/** As {@link shareSignal} for `events` in `personTime` around a rate of `target` for each `per`. Null when person-time is 0 (zeroExposure). */
export function rateSignal({
  events,
  personTime,
  target,
  per,
  conf,
}: {
  events: number;
  personTime: number;
  target: number;
  per: number;
  conf: number;
}): FunnelSignal {
  if (![events, personTime, target].every(isCount) || !(per > 0) || !isConfidence(conf))
    return { ...nothing, reason: 'noData' };
  if (personTime === 0) return { ...nothing, reason: 'zeroExposure' };
  const mean = (target * personTime) / per;
  return signalOf(poissonTails(events, mean).lower, poissonTails(events - 1, mean).upper, conf);
}
