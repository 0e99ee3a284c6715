import { logGamma, normalQuantile } from './distributions.ts';
import { isConfidence, type Reason } from './estimate.ts';
import { noncentralityLimits } from './noncentral-t.ts';
import { type PairedSummary, type PairedValues, summarisePairs } from './paired-means.ts';
import { exp } from './elementary.ts';

/**
 * Standardised mean changes with limits. `dz` is divided by the spread of the changes, `dav` by the average spread before and after (the root of the average variance);
 * `gz` and `gav` are both times `J`, which takes out the upward bias of few people. Always name which one is meant.
 */
export type PairedEffect = {
  J: number | null;
  dz: number | null;
  dzLower: number | null;
  dzUpper: number | null;
  gz: number | null;
  gzLower: number | null;
  gzUpper: number | null;
  dav: number | null;
  davSE: number | null;
  davLower: number | null;
  davUpper: number | null;
  gav: number | null;
  gavLower: number | null;
  gavUpper: number | null;
  reason: Reason | null;
};

/** Hedges's exact factor J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)) for m degrees of freedom (1981); null below 2, where it is 0. */
export function hedgesFactor(m: number): number | null {
  return m < 2 ? null : exp(logGamma(m / 2) - logGamma((m - 1) / 2)) / Math.sqrt(m / 2);
}

/** Standardised mean changes of complete pairs; see {@link effectOfSummary}. */
export function pairedEffect({ pre, post, conf }: PairedValues & { conf: number }): PairedEffect {
  return effectFrom(summarisePairs({ pre, post }), conf);
}

/**
 * Standardised mean changes from what a report prints: n pairs, means, spreads (n − 1) and correlation. d_z has limits by inverting the noncentral t distribution (Cumming and Finch 2001), d_av by Bonett
 * (2008 Psychol Methods 13:99), both at confidence `conf`. Below two pairs all is null (tooFew); J and both g below three; d_z when all changed alike and d_av when nobody differed at either time (zeroVariance).
 */
export function effectOfSummary({
  n,
  meanPre,
  meanPost,
  sdPre,
  sdPost,
  r,
  conf,
}: Omit<PairedSummary, 'meanChange' | 'sdChange'> & { conf: number }): PairedEffect {
  if (meanPre === null || meanPost === null || sdPre === null || sdPost === null || (r !== null && Math.abs(r) > 1))
    return { ...nothing, reason: 'noData' };
  const [first, second] = [sdPre * sdPre, sdPost * sdPost];
  const variance = first + second - 2 * (r ?? 0) * sdPre * sdPost;
  // The parts cancel when all changed alike; what rounding leaves is no spread.
  const sdChange = variance > 8 * Number.EPSILON * (first + second) ? Math.sqrt(variance) : 0;
  return effectFrom({ n, meanPre, meanPost, sdPre, sdPost, r, meanChange: meanPost - meanPre, sdChange }, conf);
}

const nothing: PairedEffect = {
  J: null,
  dz: null,
  dzLower: null,
  dzUpper: null,
  gz: null,
  gzLower: null,
  gzUpper: null,
  dav: null,
  davSE: null,
  davLower: null,
  davUpper: null,
  gav: null,
  gavLower: null,
  gavUpper: null,
  reason: null,
};

function effectFrom(summary: PairedSummary, conf: number): PairedEffect {
  const { n, meanChange, sdPre, sdPost, sdChange } = summary;
  if (meanChange === null || !isConfidence(conf)) return { ...nothing, reason: 'noData' };
  if (n < 2 || sdPre === null || sdPost === null || sdChange === null) return { ...nothing, reason: 'tooFew' };
  const J = hedgesFactor(n - 1);
  const dz = changeOverItsSpread(meanChange, sdChange, n, conf);
  const dav = changeOverAverageSpread({ meanChange, sdPre, sdPost, sdChange, r: summary.r ?? 0, n, conf });
  const times = (value: number | null): number | null => (J === null || value === null ? null : J * value);
  return {
    J,
    ...dz,
    gz: times(dz.dz),
    gzLower: times(dz.dzLower),
    gzUpper: times(dz.dzUpper),
    ...dav,
    gav: times(dav.dav),
    gavLower: times(dav.davLower),
    gavUpper: times(dav.davUpper),
    reason: dz.dz === null || dav.dav === null ? 'zeroVariance' : J === null ? 'tooFew' : null,
  };
}

function changeOverItsSpread(
  change: number,
  sd: number,
  n: number,
  conf: number,
): Pick<PairedEffect, 'dz' | 'dzLower' | 'dzUpper'> {
  if (sd === 0) return { dz: null, dzLower: null, dzUpper: null };
  const dz = change / sd;
  const { lower, upper } = noncentralityLimits(dz * Math.sqrt(n), n - 1, (1 - conf) / 2);
  return { dz, dzLower: lower / Math.sqrt(n), dzUpper: upper / Math.sqrt(n) };
}

function changeOverAverageSpread({
  meanChange,
  sdPre,
  sdPost,
  sdChange,
  r,
  n,
  conf,
}: {
  meanChange: number;
  sdPre: number;
  sdPost: number;
  sdChange: number;
  r: number;
  n: number;
  conf: number;
}): Pick<PairedEffect, 'dav' | 'davSE' | 'davLower' | 'davUpper'> {
  const [first, second] = [sdPre * sdPre, sdPost * sdPost];
  const square = (first + second) / 2;
  if (square === 0) return { dav: null, davSE: null, davLower: null, davUpper: null };
  const df = n - 1;
  const dav = meanChange / Math.sqrt(square);
  const ofSpread =
    (dav * dav * (first * first + second * second + 2 * r * r * first * second)) / (8 * df * square * square);
  const davSE = Math.sqrt(ofSpread + (sdChange * sdChange) / (df * square));
  const reach = normalQuantile(1 - (1 - conf) / 2) * davSE;
  // Nobody moved and all moved alike: an interval of no width would claim to be certain.
  if (davSE === 0) return { dav, davSE: null, davLower: null, davUpper: null };
  return { dav, davSE, davLower: dav - reach, davUpper: dav + reach };
}
