import { log1pMinus, stirlingRest } from './distributions.ts';
import { exp, log } from './elementary.ts';

/** Both tails of a distribution at one point; they sum to 1, and each keeps its digits where it is small. */
export type Tails = { lower: number; upper: number };

/** x^a y^b / B(a, b) for x + y = 1, written around the mean so that large shapes lose no digits (Loader 2000). */
function betaFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const fromX = (x * b - y * a) / a;
  const fromY = (y * a - x * b) / b;
  // Far from the mean the ratio itself has the digits: 1 + fromX would lose an x next to 0.
  const logX = Math.abs(fromX) > 0.1 ? log((x * n) / a) - fromX : log1pMinus(fromX);
  const logY = Math.abs(fromY) > 0.1 ? log((y * n) / b) - fromY : log1pMinus(fromY);
  const rest = stirlingRest(n) - stirlingRest(a) - stirlingRest(b);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * exp(a * logX + b * logY + rest);
}

/**
 * The continued fraction of the lower tail over {@link betaFactor}, for x at or below the mean (DiDonato and Morris 1992, formula 9; Lentz), run until it settles. It sees how far
 * x lies from the mean and from 1 through y, so an x next to 1 costs no digits.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  const below = a * y - b * x;
  let c = 1 / tiny;
  let d = 1 / kept(((1 + below) * a) / (a + 1));
  let h = d;
  for (let n = 1; n < 1_000_000; n++) {
    const s = a + 2 * n - 1;
    const product = (n * (b - n) * x) / s;
    const numerator = (((a + n - 1) * (a + b + n - 1)) / s) * x * product;
    const denominator = n + product + ((a + n) * (below + 1 + n * (1 + y))) / (s + 2);
    d = 1 / kept(denominator + numerator * d);
    c = kept(denominator + numerator / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return h;
}

/** Both tails of the beta distribution with shapes a, b > 0 at x, 0 ≤ x ≤ 1. `y` is 1 − x, to be given where x is so near 1 that subtracting would lose its digits. */
export function betaTails(a: number, b: number, x: number, y = 1 - x): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const factor = betaFactor(a, b, x, y);
  if (x * b <= y * a) {
    const lower = Math.min(1, factor * betaFraction(a, b, x, y));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, factor * betaFraction(b, a, y, x));
  return { lower: 1 - upper, upper };
}

/** The logit of the x whose lower tail is p ≤ 1/2. On that scale the log of the tail is concave, so Newton's method closes in from the left wherever it starts. */
function lowerLogit(p: number, a: number, b: number): number {
  let low = -Infinity;
  let high = Infinity;
  let u = log(a / b);
  for (let n = 0; n < 500; n++) {
    const [x, y] = [1 / (1 + exp(-u)), 1 / (1 + exp(u))];
    const { lower } = betaTails(a, b, x, y);
    // Below the smallest number there is no tail to follow.
    const miss = lower > 0 ? log(lower / p) : -Infinity;
    if (miss > 0) high = Math.min(high, u);
    else low = Math.max(low, u);
    const step = lower > 0 ? (miss * lower) / betaFactor(a, b, x, y) : -1 - Math.abs(u) / 2;
    if (Math.abs(step) <= 2e-16 * Math.max(1, Math.abs(u))) return u - step;
    let next = u - step;
    if (!(next > low && next < high)) {
      if (low === -Infinity || high === Infinity) next = low === -Infinity ? u - 1 - Math.abs(u) : u + 1 + Math.abs(u);
      else next = (low + high) / 2;
    }
    if (next === u || Math.abs(u) > 1500) return next;
    u = next;
  }
  return u;
}

/** The odds x / (1 − x) below which the beta distribution has probability p; exact also where x is next to 0 or 1. 0 at p = 0, Infinity at p = 1. */
export function betaQuantileOdds(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  return p <= 0.5 ? exp(lowerLogit(p, a, b)) : exp(-lowerLogit(1 - p, b, a));
}

/** The x below which the beta distribution with shapes a, b > 0 has probability p. */
export function betaQuantile(p: number, a: number, b: number): number {
  const odds = betaQuantileOdds(p, a, b);
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** Both tails of Student's t distribution with df > 0 degrees of freedom at t. */
export function tTails(t: number, df: number): Tails {
  const square = t * t;
  const far = square === Infinity ? 0 : betaTails(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2;
  return t < 0 ? { lower: far, upper: 1 - far } : { lower: 1 - far, upper: far };
}

/** The t below which Student's t distribution with df > 0 degrees of freedom has probability p; ∓Infinity at 0 and 1. */
export function tQuantile(p: number, df: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, df);
  return -Math.sqrt(df / betaQuantileOdds(2 * p, df / 2, 0.5));
}

/** The probabilities of at most x, and of more than x, successes in n trials that each succeed with probability p. `failure` is 1 − p, to be given where subtracting would lose digits. */
export function binomialTails(x: number, n: number, p: number, failure = 1 - p): Tails {
  const count = Math.floor(x);
  if (count < 0) return { lower: 0, upper: 1 };
  if (count >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = betaTails(count + 1, n - count, p, failure);
  return { lower: upper, upper: lower };
}

/** The probability of exactly x successes in n trials that each succeed with probability p. */
export function binomialProbability(x: number, n: number, p: number): number {
  if (x < 0 || x > n) return 0;
  if (p <= 0 || p >= 1) return x === (p <= 0 ? 0 : n) ? 1 : 0;
  return betaFactor(x + 1, n - x + 1, p, 1 - p) / (p * (1 - p)) / (n + 1);
}
