import { chiSquareQuantile } from './distributions.ts';
import { isConfidence, isCount, type Reason } from './estimate.ts';
import { byarLimits, garwoodLimits } from './rates.ts';
import { largestOf, sumOf } from './sample.ts';

/** One age group (or other stratum): its events and person-time here, and its size in the standard population. */
export type Stratum = { events: number; population: number; standard: number };

/** The weighted sum a directly standardised rate is. */
type WeightedSum = {
  events: number;
  crude: number | null;
  /** Null when a stratum that counts in the standard has nobody here. */
  dsr: { rate: number; variance: number; largestWeight: number; events: number } | null;
  reason: Reason | null;
};

function weightedSum(strata: readonly Stratum[]): WeightedSum | null {
  const numbers = strata.flatMap(({ events, population, standard }) => [events, population, standard]);
  if (!numbers.every(isCount)) return null;
  const events = sumOf(strata.map((stratum) => stratum.events));
  const population = sumOf(strata.map((stratum) => stratum.population));
  const crude = population > 0 ? events / population : null;
  const counted = strata.filter((stratum) => stratum.standard > 0);
  const standard = sumOf(counted.map((stratum) => stratum.standard));
  if (counted.length === 0) return { events, crude, dsr: null, reason: 'noData' };
  if (counted.some((stratum) => stratum.population === 0)) return { events, crude, dsr: null, reason: 'zeroExposure' };
  const weights = counted.map((stratum) => stratum.standard / standard / stratum.population);
  return {
    events,
    crude,
    dsr: {
      rate: sumOf(counted.map((stratum, i) => stratum.events * (weights[i] ?? 0))),
      variance: sumOf(counted.map((stratum, i) => stratum.events * (weights[i] ?? 0) ** 2)),
      largestWeight: largestOf(weights),
      events: sumOf(counted.map((stratum) => stratum.events)),
    },
    reason: null,
  };
}

/** A directly standardised rate with its limits, in events for each `per`. */
export type StandardisedRate = {
  events: number | null;
  crude: number | null;
  dsr: number | null;
  lower: number | null;
  upper: number | null;
  reason: Reason | null;
};

const nothing: StandardisedRate = { events: null, crude: null, dsr: null, lower: null, upper: null, reason: 'noData' };

/**
 * The rate a district would have with the standard population's ages, with the gamma interval of Fay and Feuer (1997 Stat Med 16:791), which holds for small counts; for one stratum it is Garwood's.
 * No events: rate and lower 0, upper above 0. A stratum with nobody here but somebody in the standard: no standardised rate (zeroExposure; merge strata), the crude one stands. Strata of standard 0 count in the crude rate only.
 */
export function fayFeuerRate({
  strata,
  per,
  conf,
}: {
  strata: readonly Stratum[];
  per: number;
  conf: number;
}): StandardisedRate {
  const sum = weightedSum(strata);
  if (!sum || !(per > 0) || !isConfidence(conf)) return nothing;
  const crude = sum.crude === null ? null : sum.crude * per;
  if (!sum.dsr) return { ...nothing, events: sum.events, crude, reason: sum.reason };
  const { rate, variance, largestWeight } = sum.dsr;
  const outside = (1 - conf) / 2;
  const [above, spread] = [rate + largestWeight, variance + largestWeight ** 2];
  return {
    events: sum.events,
    crude,
    dsr: rate * per,
    lower: rate === 0 ? 0 : (variance / (2 * rate)) * chiSquareQuantile(outside, (2 * rate * rate) / variance) * per,
    upper: (spread / (2 * above)) * chiSquareQuantile(1 - outside, (2 * above * above) / spread) * per,
    reason: null,
  };
}

/**
 * As {@link fayFeuerRate} with the interval of Dobson, Kuulasmaa, Eberle and Scherer (1991 Stat Med 10:457) around Byar's (`byar`) or Garwood's (`exact`) limits of the count, for agreement with published health
 * figures. A lower limit below 0 is 0; without events there are no limits (tooFew).
 */
export function dobsonRate({
  strata,
  per,
  conf,
  inner,
}: {
  strata: readonly Stratum[];
  per: number;
  conf: number;
  inner: 'byar' | 'exact';
}): StandardisedRate {
  const sum = weightedSum(strata);
  if (!sum || !(per > 0) || !isConfidence(conf)) return nothing;
  const crude = sum.crude === null ? null : sum.crude * per;
  if (!sum.dsr) return { ...nothing, events: sum.events, crude, reason: sum.reason };
  const { rate, variance, events } = sum.dsr;
  const known = { events: sum.events, crude, dsr: rate * per };
  if (events === 0) return { ...known, lower: null, upper: null, reason: 'tooFew' };
  const { lower, upper } = (inner === 'byar' ? byarLimits : garwoodLimits)(events, (1 - conf) / 2);
  const scale = Math.sqrt(variance / events);
  return {
    ...known,
    lower: Math.max(0, rate + scale * (lower - events)) * per,
    upper: (rate + scale * (upper - events)) * per,
    reason: null,
  };
}
