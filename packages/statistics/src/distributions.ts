import { exp, log, log1p } from './elementary.ts';

// Lanczos coefficients (g = 607/128, n = 15), after Godfrey.
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  0.00003399464998481189, 0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275,
  -0.000026190838401581408, 0.0000036899182659531625,
];

/** The natural logarithm of the gamma function for x > 0, to about 15 digits. */
export function logGamma(x: number): number {
  // Stirling's series is the more exact for large x, where Lanczos loses digits to rounding.
  if (x > 100) return (x - 0.5) * log(x) - x + 0.9189385332046728 + stirlingRest(x);
  if (x < 0.5) return logGamma(x + 1) - log(x);
  let sum = lanczos[0] ?? 0;
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? 0) / (x - 1 + i);
  const base = x + 607 / 128 - 0.5;
  return (x - 0.5) * log(base) - base + log(Math.sqrt(2 * Math.PI) * sum);
}

/** What Stirling's formula (x − ½) log x − x + ½ log 2π leaves of log gamma(x), x > 0. */
export function stirlingRest(x: number): number {
  if (x < 20) return logGamma(x) - ((x - 0.5) * log(x) - x + 0.9189385332046728);
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
}

/** log(1 + x) − x for x > −1, without loss of digits near 0. */
export function log1pMinus(x: number): number {
  if (Math.abs(x) > 0.1) return log1p(x) - x;
  let term = x;
  let sum = 0;
  for (let k = 2; k < 60; k++) {
    term *= -x;
    const next = term / k;
    sum += next;
    if (Math.abs(next) < 1e-18 * Math.abs(sum)) break;
  }
  return sum;
}

/** x^a e^-x / gamma(a), the factor both expansions share; written so that a large shape loses no digits. */
function gammaFactor(shape: number, x: number): number {
  if (shape < 20) return exp(shape * log(x) - x - logGamma(shape));
  const ratio = (x - shape) / shape;
  return Math.sqrt(shape / (2 * Math.PI)) * exp(shape * log1pMinus(ratio) - stirlingRest(shape));
}

/** Both tails of the gamma distribution with scale 1 at x ≥ 0, each computed where it is small, so neither loses digits. Series and continued fraction (Lentz), run until they settle. */
export function gammaTails(shape: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const factor = gammaFactor(shape, x);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    const lower = Math.min(1, factor * sum);
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = Math.min(1, factor * h);
  return { lower: 1 - upper, upper };
}

/** The x below which the gamma distribution (shape > 0, scale > 0) has probability p; 0 at p = 0, Infinity at p = 1. Newton's method kept inside a bracket. */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  let low = 0;
  let high = Math.max(1, shape);
  while (gammaTails(shape, high).lower < p) {
    low = high;
    high *= 2;
  }
  // The start is Wilson and Hilferty's cube, and for small shapes, where it fails, the first term of the series.
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  let x = cube > 0.1 ? shape * cube ** 3 : exp((log(p * shape) + logGamma(shape)) / shape);
  if (!(x > low && x < high)) x = (low + high) / 2;
  for (let n = 0; n < 200; n++) {
    const tails = gammaTails(shape, x);
    // The smaller tail keeps its digits.
    const miss = p < 0.5 ? tails.lower - p : 1 - p - tails.upper;
    if (miss > 0) high = x;
    else low = x;
    const step = (miss * x) / gammaFactor(shape, x);
    if (Math.abs(step) <= 1e-14 * x) return (x - step) * scale;
    const next = x - step;
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x * scale;
}

/** The x below which the chi-square distribution with df > 0 degrees of freedom has probability p. */
export function chiSquareQuantile(p: number, df: number): number {
  return gammaQuantile(p, df / 2, 2);
}

/** The probability above x in the chi-square distribution with df > 0 degrees of freedom, exact far out in the tail. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).upper;
}

/** The probabilities of at most x, and of more than x, events when `mean` are expected. */
export function poissonTails(x: number, mean: number): { lower: number; upper: number } {
  if (x < 0) return { lower: 0, upper: 1 };
  const { lower, upper } = gammaTails(Math.floor(x) + 1, mean);
  return { lower: upper, upper: lower };
}

/** The probability of at most x events when `mean` are expected. */
export function poissonCdf(x: number, mean: number): number {
  return poissonTails(x, mean).lower;
}

/** The probability of exactly x events when `mean` > 0 are expected. */
export function poissonProbability(x: number, mean: number): number {
  return x < 0 ? 0 : gammaFactor(x + 1, mean) / mean;
}

/** The probability below z in the standard normal distribution, with full relative precision in the lower tail. */
export function normalCdf(z: number): number {
  const tails = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? tails.upper / 2 : 1 - tails.upper / 2;
}

/** The natural logarithm of the probability below z, also where the probability itself is too small for a number. */
export function normalLogCdf(z: number): number {
  if (z > 0) return log1p(-normalCdf(-z));
  if (z > -10) return log(normalCdf(z));
  // Laplace's continued fraction for the density over the tail, which settles at once this far out.
  let hazard = -z;
  for (let n = 30; n > 0; n--) hazard = n / hazard - z;
  return (-z * z) / 2 - log(2 * Math.PI) / 2 - log(hazard);
}

/** The z below which the standard normal distribution has probability p (0 < p < 1), to machine precision; ∓Infinity at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  // Abramowitz and Stegun 26.2.23 is right to 4.5e-4; Halley's steps on the log of the tail make it exact.
  const t = Math.sqrt(-2 * log(p));
  let z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let n = 0; n < 4; n++) {
    const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const step = (normalCdf(z) - p) / density;
    z -= step / (1 + (z * step) / 2);
  }
  return z;
}
