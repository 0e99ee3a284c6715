import { normalQuantile } from './distributions.ts';

/** An estimate with its limits; null wherever there is no number to print. */
export type Estimated = { estimate: number | null; lower: number | null; upper: number | null };

/**
 * The share x/n with Wilson's score interval (Wilson 1927; no continuity correction) at confidence `conf` (0.95 = 95 %), all 0–1.
 * Lower is exactly 0 at x = 0 and upper exactly 1 at x = n. All null when n is 0 or the counts make no sense.
 */
export function wilson({ x, n, conf }: { x: number; n: number; conf: number }): Estimated {
  if (!(n > 0) || !(x >= 0) || x > n || !(conf > 0 && conf < 1)) return { estimate: null, lower: null, upper: null };
  const z = normalQuantile(1 - (1 - conf) / 2);
  const share = x / n;
  const square = z * z;
  const middle = x + square / 2;
  const reach = z * Math.sqrt((x * (n - x)) / n + square / 4);
  return {
    estimate: share,
    lower: x === 0 ? 0 : (middle - reach) / (n + square),
    upper: x === n ? 1 : (middle + reach) / (n + square),
  };
}
