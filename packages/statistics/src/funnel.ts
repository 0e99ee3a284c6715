import { binomialProbability, binomialTails } from './beta-distribution.ts';
import { normalQuantile, poissonCdf, poissonProbability } from './distributions.ts';
import { isCount, type Reason } from './estimate.ts';

/** The limits of a funnel: for each size one limit for each probability, null where the size is 0; `reasons` says why, size by size. */
export type FunnelLimits = { limits: (number | null)[][]; reasons: (Reason | null)[] };

/** How limits are worked out: `exact` from the binomial or Poisson distribution, interpolated between counts; `normal` from a standard error. */
export type FunnelMethod = 'exact' | 'normal';

function rowsOf(
  sizes: readonly number[],
  probs: readonly number[],
  limit: ((size: number, prob: number) => number) | null,
): FunnelLimits {
  const nothing = probs.map(() => null);
  const isShown = (size: number): boolean => limit !== null && isCount(size) && size > 0;
  return {
    limits: sizes.map((size) => (limit && isShown(size) ? probs.map((prob) => limit(size, prob)) : nothing)),
    reasons: sizes.map((size) => (isShown(size) ? null : limit && size === 0 ? 'zeroExposure' : 'noData')),
  };
}

/**
 * The smallest count whose distribution function reaches `prob`, less the part of that step not needed (Spiegelhalter 2005, appendix A.1.1): a smooth function of size where the bare count would jump.
 */
function interpolatedCount(
  prob: number,
  guess: number,
  most: number,
  cdf: (count: number) => number,
  probability: (count: number) => number,
): number {
  const isReached = (count: number): boolean => count >= most || cdf(count) >= prob;
  let low = Math.min(most, Math.max(0, Math.floor(guess)));
  let high = low;
  let step = 1;
  while (low > 0 && isReached(low - 1)) {
    high = low - 1;
    low = Math.max(0, low - step);
    step *= 2;
  }
  step = 1;
  while (!isReached(high)) {
    low = high + 1;
    high = Math.min(most, high + step);
    step *= 2;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low - (cdf(low) - prob) / probability(low);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * Funnel limits of shares around `target` (0–1) for groups of `n` people, at the lower-tail probabilities `probs` (0.025 and 0.975 for 95 %; 0.001 and 0.999 for 99.8 %), 0–1 (Spiegelhalter 2005 Stat Med 24:1185).
 * Exact limits of a target 0 or 1 all equal the target. Below about five people the exact lower limit is 0: nobody can be low.
 */
export function funnelOfShares({
  target,
  n,
  probs,
  limits,
}: {
  target: number;
  n: readonly number[];
  probs: readonly number[];
  limits: FunnelMethod;
}): FunnelLimits {
  if (!(target >= 0 && target <= 1)) return rowsOf(n, probs, null);
  return rowsOf(n, probs, (size, prob) => {
    const spread = Math.sqrt((target * (1 - target)) / size);
    const straight = target + normalQuantile(prob) * spread;
    if (limits === 'normal' || spread === 0) return within(spread === 0 ? target : straight, 0, 1);
    const count = interpolatedCount(
      prob,
      straight * size,
      size,
      (x) => binomialTails(x, size, target).lower,
      (x) => binomialProbability(x, size, target),
    );
    return within(count / size, 0, 1);
  });
}

/**
 * Funnel limits of rates around `target` events for each `per`, for districts of `personTime`, in the target's unit, never below 0 (Spiegelhalter 2005). For ratios of observed to expected: per 1, target 1,
 * person-time the expected number. A target of 0 has limits 0.
 */
export function funnelOfRates({
  target,
  personTime,
  per,
  probs,
  limits,
}: {
  target: number;
  personTime: readonly number[];
  per: number;
  probs: readonly number[];
  limits: FunnelMethod;
}): FunnelLimits {
  if (!isCount(target) || !(per > 0)) return rowsOf(personTime, probs, null);
  return rowsOf(personTime, probs, (size, prob) => {
    const mean = (target * size) / per;
    if (mean === 0) return 0;
    const straight = mean + normalQuantile(prob) * Math.sqrt(mean);
    const count =
      limits === 'normal'
        ? straight
        : interpolatedCount(
            prob,
            straight,
            Number.MAX_SAFE_INTEGER,
            (x) => poissonCdf(x, mean),
            (x) => poissonProbability(x, mean),
          );
    return Math.max(0, (count / size) * per);
  });
}

/** Funnel limits of means around `target` for groups of `n` people whose values spread by `sigma`, in the unit measured: target + z·sigma/√n (Spiegelhalter 2005). All limits equal the target when sigma is 0. */
export function funnelOfMeans({
  target,
  sigma,
  n,
  probs,
}: {
  target: number;
  sigma: number;
  n: readonly number[];
  probs: readonly number[];
}): FunnelLimits {
  if (!Number.isFinite(target) || !isCount(sigma)) return rowsOf(n, probs, null);
  return rowsOf(n, probs, (size, prob) =>
    sigma === 0 ? target : target + (normalQuantile(prob) * sigma) / Math.sqrt(size),
  );
}
