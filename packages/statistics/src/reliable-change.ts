import type { Reason } from './estimate.ts';

/** Whether one score changed by more than its measurement error; `sem`, `sDiff` and `threshold` in points of the scale, `rci` in standard errors of a difference. */
export type ReliableChange = {
  sem: number | null;
  sDiff: number | null;
  rci: number | null;
  threshold: number | null;
  classification: 'improved' | 'unchanged' | 'deteriorated' | null;
  reason: Reason | null;
};

/**
 * The reliable change index of Jacobson and Truax (1991, J Consult Clin Psychol 59:12): changed only if |rci| is strictly above `criticalZ` (1.96 by their rule). `sd` and `reliability` come from a reference
 * sample, not from the project. All null when `reliability` is outside 0 ≤ r < 1 or `sd` is not above 0 (notIdentifiable); no index without both scores (noData).
 */
export function reliableChange({
  pre,
  post,
  sd,
  reliability,
  criticalZ,
  higherIsBetter,
}: {
  pre: number | null;
  post: number | null;
  sd: number;
  reliability: number;
  criticalZ: number;
  higherIsBetter: boolean;
}): ReliableChange {
  const none = { sem: null, sDiff: null, rci: null, threshold: null, classification: null };
  if (!(sd > 0) || !Number.isFinite(sd) || !(reliability >= 0 && reliability < 1) || !(criticalZ > 0))
    return { ...none, reason: 'notIdentifiable' };
  const sem = sd * Math.sqrt(1 - reliability);
  const sDiff = Math.SQRT2 * sem;
  const threshold = criticalZ * sDiff;
  if (!isScore(pre) || !isScore(post)) return { ...none, sem, sDiff, threshold, reason: 'noData' };
  const rci = (post - pre) / sDiff;
  const isBetter = rci > 0 === higherIsBetter;
  const classification = Math.abs(rci) > criticalZ ? (isBetter ? 'improved' : 'deteriorated') : 'unchanged';
  return { sem, sDiff, rci, threshold, classification, reason: null };
}

function isScore(score: number | null | undefined): score is number {
  return score !== null && score !== undefined && Number.isFinite(score);
}

/**
 * The score between a functional and a clinical group, nearer to the one that spreads less (criterion c of Jacobson and Truax 1991): (s0 m1 + s1 m0) / (s0 + s1), in points of the scale.
 * Null when neither group spreads (zeroVariance) or a spread is negative (noData).
 */
export function cutoffC({ mean0, sd0, mean1, sd1 }: { mean0: number; sd0: number; mean1: number; sd1: number }): {
  cutoff: number | null;
  reason: Reason | null;
} {
  if (![mean0, mean1].every(Number.isFinite) || !(sd0 >= 0) || !(sd1 >= 0)) return { cutoff: null, reason: 'noData' };
  if (sd0 + sd1 === 0) return { cutoff: null, reason: 'zeroVariance' };
  return { cutoff: (sd0 * mean1 + sd1 * mean0) / (sd0 + sd1), reason: null };
}
