import { chiSquareQuantile } from './distributions.ts';
import { isConfidence, type Reason } from './estimate.ts';
import { rootOf } from './root.ts';
import { areAlike, largestOf, sumOf } from './sample.ts';
import { log } from './elementary.ts';

/** How the variance between districts is estimated: Paule and Mandel (the default here), restricted maximum likelihood, or DerSimonian and Laird (for comparison). */
export type Tau2Method = 'PM' | 'REML' | 'DL';

/** One district's estimate and its sampling variance (> 0). */
export type Study = { y: number; v: number };

/** The estimates that can be used, with the place each came from; a missing estimate or a variance missing or not above 0 is left out. */
export function usableStudies(
  yi: readonly (number | null)[],
  vi: readonly (number | null)[],
): (Study & { place: number })[] {
  return yi.flatMap((y, place) => {
    const v = vi[place];
    const isUsable =
      typeof y === 'number' && typeof v === 'number' && Number.isFinite(y) && Number.isFinite(v) && v > 0;
    return isUsable ? [{ y, v, place }] : [];
  });
}

/** What weights 1/(v + tau2) make of the studies: their mean, the sum of the weights, and the weighted sum of squares about the mean (exactly 0 when all agree but for rounding). */
export function weighted(
  studies: readonly Study[],
  tau2: number,
): { mu: number; total: number; squares: number; weights: number[] } {
  const weights = studies.map(({ v }) => 1 / (v + tau2));
  const total = sumOf(weights);
  const mu = sumOf(studies.map(({ y }, i) => y * (weights[i] ?? 0))) / total;
  const deviations = studies.map(({ y }) => y - mu);
  const isFlat = areAlike(deviations, largestOf(studies.map(({ y }) => y)));
  const squares = isFlat ? 0 : sumOf(deviations.map((deviation, i) => deviation * deviation * (weights[i] ?? 0)));
  return { mu, total, squares, weights };
}

/** Where the weighted sum of squares, which falls with tau2, comes down to `level`; 0 when it is at or below it from the start. */
function tau2Where(studies: readonly Study[], level: number): number {
  const above = (tau2: number): number => weighted(studies, tau2).squares - level;
  if (above(0) <= 0) return 0;
  let high = largestOf(studies.map(({ v }) => v));
  while (above(high) > 0) high *= 2;
  return rootOf(above, 0, high);
}

/** The variance between districts, in the square of the estimates' unit, never below 0; null below two studies. */
export function betweenVariance(studies: readonly Study[], method: Tau2Method): number | null {
  const df = studies.length - 1;
  if (df < 1) return null;
  if (method === 'PM') return tau2Where(studies, df);
  if (method === 'REML') return restrictedLikelihood(studies);
  const { squares, total, weights } = weighted(studies, 0);
  return Math.max(0, (squares - df) / (total - sumOf(weights.map((weight) => weight * weight)) / total));
}

/** Twice the restricted log-likelihood, but for a constant. */
function likelihood(studies: readonly Study[], tau2: number): number {
  const { squares, total } = weighted(studies, tau2);
  return -sumOf(studies.map(({ v }) => log(v + tau2))) - log(total) - squares;
}

/** The slope of {@link likelihood}, whose zero is the estimate. */
function score(studies: readonly Study[], tau2: number): number {
  const { mu, total, weights } = weighted(studies, tau2);
  const squares = sumOf(weights.map((weight) => weight * weight));
  const pull = sumOf(studies.map(({ y }, i) => ((weights[i] ?? 0) * (y - mu)) ** 2));
  return pull - total + squares / total;
}

/**
 * Restricted maximum likelihood (Viechtbauer 2005 JEBS 30:261). The likelihood can have several peaks, so every zero of its slope on a fine grid is looked at, and the highest is taken; 0 when nothing is higher.
 */
function restrictedLikelihood(studies: readonly Study[]): number {
  const smallest = Math.min(...studies.map(({ v }) => v));
  const spread = Math.max(...studies.map(({ y }) => y)) - Math.min(...studies.map(({ y }) => y));
  // Beyond this the slope is negative: no tau2 exceeds the spread of the estimates and their variances together.
  const highest = spread * spread + largestOf(studies.map(({ v }) => v));
  const grid = [0];
  for (let tau2 = smallest / 64; tau2 < highest * 2; tau2 *= 1.25) grid.push(tau2);
  grid.push(highest * 2);
  const slope = (tau2: number): number => score(studies, tau2);
  let best = 0;
  let low = 0;
  let atLow = slope(0);
  for (const high of grid.slice(1)) {
    const atHigh = slope(high);
    if (atLow > 0 && atHigh <= 0) {
      const peak = rootOf(slope, low, high);
      if (likelihood(studies, peak) > likelihood(studies, best)) best = peak;
    }
    [low, atLow] = [high, atHigh];
  }
  return best;
}

/**
 * Limits of the variance between districts by profiling Q (Viechtbauer 2007 Stat Med 26:37) at confidence `conf`. Null below two usable studies (tooFew). The lower limit is 0 when the data agree with none; both are 0 when the
 * studies agree better than chance allows.
 */
export function qProfile({
  yi,
  vi,
  conf,
}: {
  yi: readonly (number | null)[];
  vi: readonly (number | null)[];
  conf: number;
}): { lower: number | null; upper: number | null; reason: Reason | null } {
  const studies = usableStudies(yi, vi);
  const df = studies.length - 1;
  if (df < 0 || !isConfidence(conf)) return { lower: null, upper: null, reason: 'noData' };
  if (df < 1) return { lower: null, upper: null, reason: 'tooFew' };
  const outside = (1 - conf) / 2;
  return {
    lower: tau2Where(studies, chiSquareQuantile(1 - outside, df)),
    upper: tau2Where(studies, chiSquareQuantile(outside, df)),
    reason: null,
  };
}
