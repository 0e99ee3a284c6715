import { tQuantile } from './beta-distribution.ts';
import { type Estimated, isConfidence, isCount } from './estimate.ts';
import { newcombe, wilson } from './proportions.ts';

/** What was found among n people at one time: the part x of them, or a mean with its standard deviation. */
export type Found = { kind: 'share'; x: number; n: number } | { kind: 'mean'; mean: number; sd: number; n: number };

const none: Estimated = { estimate: null, lower: null, upper: null, reason: 'noData' };

/**
 * What was found with its interval: of a share Wilson's, 0–1; of a mean the t interval of n − 1 degrees of freedom, in
 * the unit of the mean. A mean of fewer than two people (tooFew) or of people who are all alike (zeroVariance) has none.
 */
export function foundInterval(found: Found, conf: number): Estimated {
  if (found.kind === 'share') return wilson({ x: found.x, n: found.n, conf });
  const { mean, sd, n } = found;
  if (!isConfidence(conf) || !isCount(sd) || !Number.isFinite(mean) || n < 1) return none;
  if (n < 2) return { estimate: mean, lower: null, upper: null, reason: 'tooFew' };
  if (sd === 0) return { estimate: mean, lower: null, upper: null, reason: 'zeroVariance' };
  const reach = (tQuantile(1 - (1 - conf) / 2, n - 1) * sd) / Math.sqrt(n);
  return { estimate: mean, lower: mean - reach, upper: mean + reach, reason: null };
}

/**
 * The change from `before` to `after` among *different* people: of shares Newcombe's interval (method 10), −1…1; of
 * means Welch's (1947), in the unit of the mean. All null (noData) when the two are not of one kind or one is empty.
 */
export function changeInterval(before: Found, after: Found, conf: number): Estimated {
  if (before.kind === 'share' && after.kind === 'share') {
    const { diff, lower, upper, reason } = newcombe({ x1: after.x, n1: after.n, x2: before.x, n2: before.n, conf });
    return { estimate: diff, lower, upper, reason };
  }
  if (before.kind !== 'mean' || after.kind !== 'mean') return none;
  const groups = [before, after];
  if (!isConfidence(conf) || groups.some(({ mean, sd, n }) => !Number.isFinite(mean) || !isCount(sd) || n < 1))
    return none;
  const estimate = after.mean - before.mean;
  if (groups.some(({ n }) => n < 2)) return { estimate, lower: null, upper: null, reason: 'tooFew' };
  const parts = groups.map(({ sd, n }) => ({ variance: (sd * sd) / n, freedom: n - 1 }));
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (variance === 0) return { estimate, lower: null, upper: null, reason: 'zeroVariance' };
  const freedom = variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
  const reach = tQuantile(1 - (1 - conf) / 2, freedom) * Math.sqrt(variance);
  return { estimate, lower: estimate - reach, upper: estimate + reach, reason: null };
}

/**
 * How much more changed here than there (a difference in differences): the two changes' intervals recovered and added
 * as squares (MOVER; Zou and Donner 2008 Stat Med 27:1693), in the unit of the change. Null limits when either change
 * has none.
 */
export function changeDifference(
  here: { before: Found; after: Found },
  there: { before: Found; after: Found },
  conf: number,
): Estimated {
  const one = changeInterval(here.before, here.after, conf);
  const two = changeInterval(there.before, there.after, conf);
  if (one.estimate === null || two.estimate === null) return none;
  const estimate = one.estimate - two.estimate;
  if (one.lower === null || one.upper === null || two.lower === null || two.upper === null)
    return { estimate, lower: null, upper: null, reason: one.reason ?? two.reason };
  return {
    estimate,
    lower: estimate - Math.hypot(one.estimate - one.lower, two.upper - two.estimate),
    upper: estimate + Math.hypot(one.upper - one.estimate, two.estimate - two.lower),
    reason: null,
  };
}
