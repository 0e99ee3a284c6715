import { betaQuantile } from './beta-distribution.ts';
import { gammaQuantile, normalQuantile } from './distributions.ts';
import { isConfidence, isCount, type Reason } from './estimate.ts';
import { betweenVariance, type Tau2Method, usableStudies, weighted } from './heterogeneity.ts';
import { areAlike, largestOf, meanOf, sumOf } from './sample.ts';

/**
 * Districts' values drawn towards what they have in common. `weights` (0–1) is the trust in each district's own value; limits come from the model with its estimates taken as known, so they are too narrow with few districts:
 * label them model-based. Arrays keep the districts' places; `reasons` says place by place why a value or a limit is missing.
 */
export type Shrunk = {
  weights: (number | null)[];
  shrunk: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  reasons: (Reason | null)[];
  reason: Reason | null;
};

type Place = { weight: number; shrunk: number; limits: { lower: number; upper: number } | null };

function rowsOf(places: readonly (Place | null)[], missing: Reason, reason: Reason | null): Shrunk {
  return {
    weights: places.map((place) => place && place.weight),
    shrunk: places.map((place) => place && place.shrunk),
    lower: places.map((place) => place?.limits?.lower ?? null),
    upper: places.map((place) => place?.limits?.upper ?? null),
    reasons: places.map((place) => (place === null ? missing : place.limits === null ? 'zeroVariance' : null)),
    reason,
  };
}

/**
 * Rates, events/exposure, drawn to the common rate by Marshall's global gamma-Poisson moments (1991 Appl Stat 40:283); `mean` the common rate, `variance` that of the true rates. When the rates differ no more than chance
 * allows, variance and weights are 0, all are the common rate and no limits are given (zeroVariance). Exposure 0: null at that place (zeroExposure).
 */
export function shrinkRates({
  events,
  exposure,
  conf,
}: {
  events: readonly number[];
  exposure: readonly number[];
  conf: number;
}): Shrunk & { mean: number | null; variance: number | null } {
  const districts = events.map((count, i) => {
    const time = exposure[i];
    return time !== undefined && isCount(count) && isCount(time) && time > 0 ? { count, time } : null;
  });
  const used = districts.filter((district) => district !== null);
  if (used.length === 0 || !isConfidence(conf))
    return {
      mean: null,
      variance: null,
      ...rowsOf(
        events.map(() => null),
        'zeroExposure',
        'noData',
      ),
    };
  const time = sumOf(used.map((district) => district.time));
  const mean = sumOf(used.map((district) => district.count)) / time;
  const spread = sumOf(used.map((district) => district.time * (district.count / district.time - mean) ** 2)) / time;
  const variance = Math.max(0, spread - mean / (time / used.length));
  const outside = (1 - conf) / 2;
  const places = districts.map((district): Place | null => {
    if (!district) return null;
    const weight = variance === 0 ? 0 : variance / (variance + mean / district.time);
    const shrunk = mean + weight * (district.count / district.time - mean);
    if (variance === 0) return { weight, shrunk, limits: null };
    const shape = (mean * mean) / variance + district.count;
    const scale = 1 / (mean / variance + district.time);
    const [lower, upper] = [gammaQuantile(outside, shape, scale), gammaQuantile(1 - outside, shape, scale)];
    return { weight, shrunk, limits: { lower, upper } };
  });
  return { mean, variance, ...rowsOf(places, 'zeroExposure', variance === 0 ? 'zeroVariance' : null) };
}

/**
 * Shares, x/n, drawn to the common share by beta-binomial moments (Martuzzi and Elliott 1996 Stat Med 15:1867); `alpha` and `beta` are the prior's shapes. As {@link shrinkRates} when the shares differ no more than chance
 * allows. With one person in each district variance and all that follows is null (notIdentifiable); when every share is 0 or 1 there is no proper prior and no limits.
 */
export function shrinkShares({ x, n, conf }: { x: readonly number[]; n: readonly number[]; conf: number }): Shrunk & {
  mean: number | null;
  variance: number | null;
  alpha: number | null;
  beta: number | null;
} {
  const districts = x.map((part, i) => {
    const whole = n[i];
    return whole !== undefined && isCount(part) && isCount(whole) && whole > 0 && part <= whole
      ? { part, whole }
      : null;
  });
  const used = districts.filter((district) => district !== null);
  const empty = districts.map(() => null);
  const unknown = { variance: null, alpha: null, beta: null };
  if (used.length === 0 || !isConfidence(conf)) return { mean: null, ...unknown, ...rowsOf(empty, 'noData', 'noData') };
  const wholes = sumOf(used.map((district) => district.whole));
  const average = wholes / used.length;
  const mean = sumOf(used.map((district) => district.part)) / wholes;
  if (average === 1) return { mean, ...unknown, ...rowsOf(empty, 'notIdentifiable', 'notIdentifiable') };

  const chance = mean * (1 - mean);
  const spread = sumOf(used.map(({ part, whole }) => whole * (part / whole - mean) ** 2)) / wholes;
  const variance = Math.max(0, (spread - chance / average) / (1 - 1 / average));
  const size = variance === 0 ? null : chance / variance - 1;
  // All shares 0 or 1 leave a prior of size 0, which rounding can make a hair more or less.
  const prior = size !== null && size > 1e-12 ? { alpha: mean * size, beta: (1 - mean) * size } : null;
  const outside = (1 - conf) / 2;
  const places = districts.map((district): Place | null => {
    if (!district) return null;
    const { part, whole } = district;
    const weight = variance === 0 ? 0 : (whole * variance) / ((whole - 1) * variance + chance);
    const shrunk = mean + weight * (part / whole - mean);
    if (!prior) return { weight, shrunk, limits: null };
    const [a, b] = [prior.alpha + part, prior.beta + whole - part];
    return { weight, shrunk, limits: { lower: betaQuantile(outside, a, b), upper: betaQuantile(1 - outside, a, b) } };
  });
  const shapes = prior ?? { alpha: null, beta: null };
  return { mean, variance, ...shapes, ...rowsOf(places, 'noData', prior ? null : 'zeroVariance') };
}

/**
 * Means (or estimates on any normal scale) drawn to their pooled mean `mu`: the empirical best linear unbiased predictions of the random-effects model (Morris 1983; Raudenbush and Bryk 1985), `se` with the uncertainty of mu.
 * One district: mu is its value and nothing is shrunk (tooFew). Unusable places are null (noData).
 */
export function shrinkMeans({
  yi,
  vi,
  tau2Method,
  conf,
}: {
  yi: readonly (number | null)[];
  vi: readonly (number | null)[];
  tau2Method: Tau2Method;
  conf: number;
}): Shrunk & { mu: number | null; tau2: number | null; se: (number | null)[] } {
  const studies = isConfidence(conf) ? usableStudies(yi, vi) : [];
  const tau2 = betweenVariance(studies, tau2Method);
  const row = (): (number | null)[] => yi.map(() => null);
  const result = { weights: row(), shrunk: row(), se: row(), lower: row(), upper: row() };
  const missing = (reason: Reason): (Reason | null)[] => yi.map(() => reason);
  if (studies.length === 0) return { mu: null, tau2: null, ...result, reasons: missing('noData'), reason: 'noData' };
  const { mu, total } = weighted(studies, tau2 ?? 0);
  if (tau2 === null) return { mu, tau2, ...result, reasons: missing('tooFew'), reason: 'tooFew' };
  const z = normalQuantile(1 - (1 - conf) / 2);
  for (const { y, v, place } of studies) {
    const weight = tau2 / (tau2 + v);
    const shrunk = weight * y + (1 - weight) * mu;
    const se = Math.sqrt(weight * v + (1 - weight) ** 2 / total);
    result.weights[place] = weight;
    result.shrunk[place] = shrunk;
    result.se[place] = se;
    result.lower[place] = shrunk - z * se;
    result.upper[place] = shrunk + z * se;
  }
  const reasons = result.shrunk.map((value): Reason | null => (value === null ? 'noData' : null));
  return { mu, tau2, ...result, reasons, reason: studies.length < yi.length ? 'noData' : null };
}

/**
 * James and Stein's estimator towards the mean, positive part, for values of one known variance `sigma2` (Efron and Morris 1975 JASA 70:311): a textbook check, not for print. Below four values the factor is null (tooFew).
 */
export function jamesStein({ y, sigma2 }: { y: readonly number[]; sigma2: number }): {
  mean: number | null;
  factor: number | null;
  shrunk: (number | null)[];
  reason: Reason | null;
} {
  const mean = y.every(Number.isFinite) && isCount(sigma2) ? meanOf(y) : null;
  const none = { factor: null, shrunk: y.map(() => null) };
  if (mean === null) return { mean, ...none, reason: 'noData' };
  if (y.length < 4) return { mean, ...none, reason: 'tooFew' };
  const deviations = y.map((value) => value - mean);
  const squares = areAlike(deviations, largestOf(y)) ? 0 : sumOf(deviations.map((deviation) => deviation * deviation));
  const factor = squares === 0 ? 0 : Math.max(0, 1 - ((y.length - 3) * sigma2) / squares);
  return { mean, factor, shrunk: deviations.map((deviation) => mean + factor * deviation), reason: null };
}
