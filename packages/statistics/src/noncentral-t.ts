import type { Tails } from './beta-distribution.ts';
import { normalLogCdf, normalQuantile, stirlingRest } from './distributions.ts';
import { rootOf } from './root.ts';
import { exp, expm1, log } from './elementary.ts';

// The 15-point Kronrod rule and the 7-point Gauss rule inside it, on −1…1: node, Kronrod's weight, Gauss's weight.
const middle = { kronrod: 0.20948214108472782, gauss: 0.4179591836734694 };
const pairs = [
  { node: 0.9914553711208126, kronrod: 0.022935322010529224, gauss: 0 },
  { node: 0.9491079123427585, kronrod: 0.06309209262997856, gauss: 0.1294849661688697 },
  { node: 0.8648644233597691, kronrod: 0.10479001032225019, gauss: 0 },
  { node: 0.7415311855993945, kronrod: 0.14065325971552592, gauss: 0.27970539148927664 },
  { node: 0.5860872354676911, kronrod: 0.1690047266392679, gauss: 0 },
  { node: 0.4058451513773972, kronrod: 0.19035057806478542, gauss: 0.3818300505051189 },
  { node: 0.20778495500789848, kronrod: 0.20443294007529889, gauss: 0 },
];

/** The integral of a smooth positive function, halving the interval until both rules agree to `tolerance` (absolute). */
function integral(f: (x: number) => number, low: number, high: number, tolerance: number, depth = 0): number {
  const centre = (low + high) / 2;
  const half = (high - low) / 2;
  const atCentre = f(centre);
  let kronrod = atCentre * middle.kronrod;
  let gauss = atCentre * middle.gauss;
  for (const pair of pairs) {
    const both = f(centre - half * pair.node) + f(centre + half * pair.node);
    kronrod += both * pair.kronrod;
    gauss += both * pair.gauss;
  }
  if (Math.abs(kronrod - gauss) * half <= tolerance || depth > 12) return kronrod * half;
  return integral(f, low, centre, tolerance / 2, depth + 1) + integral(f, centre, high, tolerance / 2, depth + 1);
}

/** v − (e^2v − 1)/2, 0 at the top and falling both ways, without losing its digits there: times a large df they decide. */
function fallen(v: number): number {
  if (Math.abs(v) > 0.2) return v - expm1(2 * v) / 2;
  let term = v;
  let sum = 0;
  for (let n = 2; n < 24; n++) {
    term *= (2 * v) / n;
    sum -= term;
  }
  return sum;
}

/** Steps out from `start`, doubling, until a function that falls that way is no longer positive, and finds where it crosses 0. */
function crossing(f: (v: number) => number, start: number, step: number): number {
  let far = step;
  while (f(start + far) > 0) far *= 2;
  return rootOf(f, start, start + far);
}

/**
 * The log of the integrand at v = log s, where s is the sample's standard deviation over the true one: density of s times the probability that a normal deviate lies
 * below t s − ncp. Both are log-concave in s, so there is one peak.
 */
function logIntegrand(t: number, df: number, ncp: number): (v: number) => number {
  const constant = log(2) + log(df / (4 * Math.PI)) / 2 - stirlingRest(df / 2);
  return (v) => constant + df * fallen(v) + normalLogCdf(t * exp(v) - ncp);
}

/** The probability below t, to full relative precision however small it is. */
function lowerTail(t: number, df: number, ncp: number): number {
  const height = logIntegrand(t, df, ncp);
  const slope = (v: number): number => {
    const s = exp(v);
    const z = t * s - ncp;
    const hazard = exp(-(z * z) / 2 - log(2 * Math.PI) / 2 - normalLogCdf(z));
    return df * (1 - s * s) + t * s * hazard;
  };
  const peak = slope(0) > 0 ? crossing(slope, 0, 0.5) : -crossing((v) => -slope(-v), 0, 0.5);
  const top = height(peak);
  if (top < -750) return 0;
  // 45 powers of e below the peak nothing is left to add.
  const above = (v: number): number => height(v) - top + 45;
  const low = crossing(above, peak, -0.1);
  const high = crossing(above, peak, 0.1);
  const f = (v: number): number => exp(height(v) - top);
  const tolerance = 1e-13 * (high - low);
  return exp(top) * (integral(f, low, peak, tolerance) + integral(f, peak, high, tolerance));
}

/** Both tails of the noncentral t distribution with df ≥ 1 degrees of freedom and noncentrality ncp at t, by adaptive integration over the sample's standard deviation (Johnson, Kotz and Balakrishnan 1995, chapter 31). */
export function noncentralTTails(t: number, df: number, ncp: number): Tails {
  const lower = lowerTail(t, df, ncp);
  if (lower < 0.5) return { lower, upper: 1 - lower };
  const upper = lowerTail(-t, df, -ncp);
  return { lower: 1 - upper, upper };
}

/** The noncentralities between which t is neither in the upper nor the lower `outside` of its distribution (Cumming and Finch 2001): the confidence limits of the true t. */
export function noncentralityLimits(t: number, df: number, outside: number): { lower: number; upper: number } {
  const z = normalQuantile(outside);
  // On the normal scale the tails are nearly straight lines in the noncentrality.
  const lower = (ncp: number): number => normalQuantile(lowerTail(-t, df, -ncp)) - z;
  const upper = (ncp: number): number => normalQuantile(lowerTail(t, df, ncp)) - z;
  return { lower: crossing(lower, t, z / 2), upper: crossing(upper, t, -z / 2) };
}
