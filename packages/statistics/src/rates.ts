import { gammaQuantile, normalQuantile } from './distributions.ts';
import { isConfidence, isCount, type Reason } from './estimate.ts';

/** A rate with its limits; null wherever there is no number to print, and why. */
export type Rate = { rate: number | null; lower: number | null; upper: number | null; reason: Reason | null };

/** Events in a time at risk, the unit they are given per (1,000 young people: per = 1000), and the confidence (0.95 = 95 %). */
export type Events = { events: number; personTime: number; per: number; conf: number };

/** Garwood's exact limits (1936) of a Poisson mean of which `count` was seen (need not be whole), each end missed with probability `outside`. Lower is exactly 0 at none. */
export function garwoodLimits(count: number, outside: number): { lower: number; upper: number } {
  return {
    lower: count === 0 ? 0 : gammaQuantile(outside, count),
    upper: gammaQuantile(1 - outside, count + 1),
  };
}

/** Byar's approximate limits (Breslow and Day 1987) of a Poisson mean of which `count` was seen; a lower limit below 0 is 0. */
export function byarLimits(count: number, outside: number): { lower: number; upper: number } {
  const z = normalQuantile(1 - outside);
  const above = count + 1;
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return { lower: Math.max(0, lower), upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3 };
}

function rateWith(
  limits: (count: number, outside: number) => { lower: number; upper: number },
  { events, personTime, per, conf }: Events,
): Rate {
  const none = { rate: null, lower: null, upper: null };
  if (!isCount(events) || !isCount(personTime) || !(per > 0) || !isConfidence(conf))
    return { ...none, reason: 'noData' };
  if (personTime === 0) return { ...none, reason: 'zeroExposure' };
  const scale = per / personTime;
  const { lower, upper } = limits(events, (1 - conf) / 2);
  return { rate: events * scale, lower: lower * scale, upper: upper * scale, reason: null };
}

/**
 * Events for each `per` of person-time (per 1,000 young people: per = 1000) with Garwood's exact Poisson interval (1936 Biometrika 28:437) at confidence `conf`.
 * No events: rate and lower 0, upper above 0. All null when person-time is 0 (zeroExposure) or the counts make no sense (noData). Events are taken as independent: one person with five contacts makes it too narrow.
 */
export function exactRate(events: Events): Rate {
  return rateWith(garwoodLimits, events);
}

/** As {@link exactRate} with Byar's approximation (Breslow and Day 1987, IARC II), for agreement with published health figures only. */
export function byarRate(events: Events): Rate {
  return rateWith(byarLimits, events);
}
