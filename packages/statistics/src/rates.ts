import { gammaQuantile } from './distributions.ts';

/** A rate with its limits; null wherever there is no number to print. */
export type Rate = { rate: number | null; lower: number | null; upper: number | null };

/**
 * Events for each `per` of person-time (per 1,000 young people: per = 1000) with Garwood's exact Poisson interval (1936) at confidence `conf`.
 * No events: rate and lower 0, upper above 0. All null when person-time is 0 or the counts make no sense. Events are taken as independent.
 */
export function exactRate({
  events,
  personTime,
  per,
  conf,
}: {
  events: number;
  personTime: number;
  per: number;
  conf: number;
}): Rate {
  if (!(personTime > 0) || !(events >= 0) || !Number.isFinite(events) || !(conf > 0 && conf < 1))
    return { rate: null, lower: null, upper: null };
  const outside = (1 - conf) / 2;
  const scale = per / personTime;
  return {
    rate: events * scale,
    lower: events === 0 ? 0 : gammaQuantile(outside, events) * scale,
    upper: gammaQuantile(1 - outside, events + 1) * scale,
  };
}
