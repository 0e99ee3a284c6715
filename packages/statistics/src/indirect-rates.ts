import { isConfidence, isCount, type Reason } from './estimate.ts';
import { byarLimits, garwoodLimits } from './rates.ts';
import { sumOf } from './sample.ts';

/** Observed over expected events with exact limits to print and Byar's to check against. */
export type Smr = {
  smr: number | null;
  lowerExact: number | null;
  upperExact: number | null;
  lowerByar: number | null;
  upperByar: number | null;
  reason: Reason | null;
};

/**
 * The standardised ratio observed/expected (SMR) at confidence `conf`, the expected number taken as fixed (Breslow and Day 1987). Nothing expected: all null (zeroExposure). Two districts' ratios compare with the
 * reference, never with each other.
 */
export function smr({ observed, expected, conf }: { observed: number; expected: number; conf: number }): Smr {
  const none = { smr: null, lowerExact: null, upperExact: null, lowerByar: null, upperByar: null };
  if (!isCount(observed) || !isCount(expected) || !isConfidence(conf)) return { ...none, reason: 'noData' };
  if (expected === 0) return { ...none, reason: 'zeroExposure' };
  const outside = (1 - conf) / 2;
  const [exact, byar] = [garwoodLimits(observed, outside), byarLimits(observed, outside)];
  return {
    smr: observed / expected,
    lowerExact: exact.lower / expected,
    upperExact: exact.upper / expected,
    lowerByar: byar.lower / expected,
    upperByar: byar.upper / expected,
    reason: null,
  };
}

/** One stratum: its events and person-time here and in the reference population. */
export type ReferenceStratum = { events: number; population: number; refEvents: number; refPopulation: number };

/** An indirectly standardised rate, in events for each `per`, with the ratio it rests on. */
export type IndirectRate = {
  observed: number | null;
  expected: number | null;
  smr: number | null;
  adjustedRate: number | null;
  lowerSmr: number | null;
  upperSmr: number | null;
  reason: Reason | null;
};

/**
 * What the reference population's rates lead to expect here, the exact ratio of what was observed to it, and that ratio times the reference's crude rate. A stratum without reference population: only the observed
 * number (zeroExposure); nothing expected: no ratio (zeroExposure).
 */
export function indirectRate({
  strata,
  per,
  conf,
}: {
  strata: readonly ReferenceStratum[];
  per: number;
  conf: number;
}): IndirectRate {
  const none = { expected: null, smr: null, adjustedRate: null, lowerSmr: null, upperSmr: null };
  const numbers = strata.flatMap((stratum) => Object.values(stratum));
  if (strata.length === 0 || !numbers.every(isCount) || !isConfidence(conf))
    return { observed: null, ...none, reason: 'noData' };
  const observed = sumOf(strata.map(({ events }) => events));
  if (strata.some(({ refPopulation }) => refPopulation === 0)) return { observed, ...none, reason: 'zeroExposure' };
  const expected = sumOf(
    strata.map(({ population, refEvents, refPopulation }) => (population * refEvents) / refPopulation),
  );
  const ratio = smr({ observed, expected, conf });
  const crude =
    sumOf(strata.map(({ refEvents }) => refEvents)) / sumOf(strata.map(({ refPopulation }) => refPopulation));
  return {
    observed,
    expected,
    smr: ratio.smr,
    adjustedRate: ratio.smr === null ? null : ratio.smr * crude * per,
    lowerSmr: ratio.lowerExact,
    upperSmr: ratio.upperExact,
    reason: ratio.reason,
  };
}
