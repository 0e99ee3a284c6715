import { normalQuantile } from './distributions.ts';
import { type Estimated, isConfidence, isCount, type Reason } from './estimate.ts';

/** A part and its whole, both counts. */
type Part = { x: number; n: number };

function isPart({ x, n }: Part): boolean {
  return n > 0 && isCount(x) && isCount(n) && x <= n;
}

/** Wilson's limits (1927), 0–1: exactly 0 at x = 0 and exactly 1 at x = n, where rounding would leave 1e-17 or 1 + 2e-16. */
function wilsonLimits({ x, n }: Part, z: number): { lower: number; upper: number } {
  const square = z * z;
  const reach = z * Math.sqrt((x / n) * (n - x) + square / 4);
  // The smaller root of the quadratic comes from the larger one, so that small shares keep their digits.
  const lower = x === 0 ? 0 : (x * (x / n)) / (x + square / 2 + reach);
  const beside = x === n ? 0 : ((n - x) * ((n - x) / n)) / (n - x + square / 2 + reach);
  return { lower, upper: 1 - beside };
}

/**
 * The share x/n with Wilson's score interval (Wilson 1927; no continuity correction) at confidence `conf` (0.95 = 95 %), all 0–1.
 * Lower is exactly 0 at x = 0 and upper exactly 1 at x = n. All null (noData) when n is 0 or the counts make no sense.
 */
export function wilson({ x, n, conf }: Part & { conf: number }): Estimated {
  if (!isPart({ x, n }) || !isConfidence(conf)) return { estimate: null, lower: null, upper: null, reason: 'noData' };
  return { estimate: x / n, ...wilsonLimits({ x, n }, normalQuantile(1 - (1 - conf) / 2)), reason: null };
}

/** A difference of two shares, −1…1, with its limits. */
export type Difference = { diff: number | null; lower: number | null; upper: number | null; reason: Reason | null };

/**
 * The difference x1/n1 − x2/n2 of two shares of *different* people with Newcombe's interval (1998 Stat Med 17:873, method 10: the two Wilson intervals squared and added),
 * −1…1. Never of no width, also when both are 0. All null (noData) when a group is empty. For the same people before and after: {@link newcombePaired}.
 */
export function newcombe({
  x1,
  n1,
  x2,
  n2,
  conf,
}: {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  conf: number;
}): Difference {
  const [first, second] = [
    { x: x1, n: n1 },
    { x: x2, n: n2 },
  ];
  if (!isPart(first) || !isPart(second) || !isConfidence(conf))
    return { diff: null, lower: null, upper: null, reason: 'noData' };
  return { ...newcombeLimits(first, second, 0, conf), reason: null };
}

/** Newcombe's limits of a difference whose shares correlate with `phi` (0 for different people). */
function newcombeLimits(
  first: Part,
  second: Part,
  phi: number,
  conf: number,
): { diff: number; lower: number; upper: number } {
  const z = normalQuantile(1 - (1 - conf) / 2);
  const [one, two] = [wilsonLimits(first, z), wilsonLimits(second, z)];
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const diff = (first.x * second.n - second.x * first.n) / first.n / second.n;
  // Rounding can leave the square a hair below 0.
  const reach = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    diff,
    lower: Math.max(-1, diff - reach(p1 - one.lower, two.upper - p2)),
    upper: Math.min(1, diff + reach(one.upper - p1, p2 - two.lower)),
  };
}

/** The same people asked twice: `a` both times yes, `b` yes the first time only, `c` the second time only, `d` never. */
export type PairedCounts = { a: number; b: number; c: number; d: number };

/**
 * The difference of two shares of the *same* people, p1 − p2 with p1 = (a + b)/n and p2 = (a + c)/n, with Newcombe's paired interval (1998 Stat Med 17:2635, method 10), all −1…1.
 * For a change put the second time first: b gained, c lost. `phi` is the correlation after Newcombe's correction, 0 when a margin is empty. All null (noData) when n is 0.
 */
export function newcombePaired({
  a,
  b,
  c,
  d,
  conf,
}: PairedCounts & { conf: number }): Difference & { p1: number | null; p2: number | null; phi: number | null } {
  const n = a + b + c + d;
  if (![a, b, c, d].every(isCount) || !(n > 0) || !isConfidence(conf))
    return { p1: null, p2: null, diff: null, phi: null, lower: null, upper: null, reason: 'noData' };
  const phi = correctedPhi({ a, b, c, d });
  const { lower, upper } = newcombeLimits({ x: a + b, n }, { x: a + c, n }, phi, conf);
  return { p1: (a + b) / n, p2: (a + c) / n, diff: (b - c) / n, phi, lower, upper, reason: null };
}

function correctedPhi({ a, b, c, d }: PairedCounts): number {
  const n = a + b + c + d;
  // Square roots in pairs: the product of four margins outgrows the exact integers.
  const margins = Math.sqrt((a + b) * (c + d)) * Math.sqrt((a + c) * (b + d));
  if (margins === 0) return 0;
  const cross = a * d - b * c;
  const corrected = cross > n / 2 ? cross - n / 2 : Math.min(cross, 0);
  return Math.max(-1, corrected / margins);
}
