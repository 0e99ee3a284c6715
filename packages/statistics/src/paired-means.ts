import { tQuantile, tTails } from './beta-distribution.ts';
import { isConfidence, type Reason } from './estimate.ts';
import { areAlike, largestOf, meanOf, sumOf, varianceOf } from './sample.ts';

/** The same people measured twice: arrays of equal length, one place a person, null where a measurement is missing. */
export type PairedValues = { pre: readonly (number | null)[]; post: readonly (number | null)[] };

/** Means, spread and correlation of complete pairs, in the unit measured; `n` counts the pairs used. */
export type PairedSummary = {
  n: number;
  meanPre: number | null;
  meanPost: number | null;
  sdPre: number | null;
  sdPost: number | null;
  r: number | null;
  meanChange: number | null;
  sdChange: number | null;
};

/** What complete pairs say: pairs with a missing value are dropped. Means are null without pairs, spreads below two, the correlation when either time all are alike. */
export function summarisePairs({ pre, post }: PairedValues): PairedSummary {
  const pairs = pre.flatMap((before, i): [number, number][] => {
    const after = post[i];
    return isMeasured(before) && isMeasured(after) ? [[before, after]] : [];
  });
  const before = pairs.map(([first]) => first);
  const after = pairs.map(([, second]) => second);
  const change = pairs.map(([first, second]) => second - first);
  const sdPre = root(varianceOf(before));
  const sdPost = root(varianceOf(after));
  return {
    n: pairs.length,
    meanPre: meanOf(before),
    meanPost: meanOf(after),
    sdPre,
    sdPost,
    r: sdPre && sdPost ? correlation(before, after) : null,
    meanChange: meanOf(change),
    // Rounding of a change is as large as rounding of what it was subtracted from.
    sdChange: root(varianceOf(change, Math.max(largestOf(before), largestOf(after)))),
  };
}

function isMeasured(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}

function root(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(variance);
}

function correlation(first: readonly number[], second: readonly number[]): number {
  const [u, v] = [first, second].map((values) => {
    const mean = meanOf(values) ?? 0;
    const deviations = values.map((value) => value - mean);
    const length = Math.sqrt(sumOf(deviations.map((one) => one * one)));
    return deviations.map((one) => one / length);
  }) as [number[], number[]];
  const r = sumOf(u.map((one, i) => one * (v[i] ?? 0)));
  return areAlike([Math.abs(r) - 1], 1) ? Math.sign(r) : r;
}

/** A mean change with Student's interval and test; `se` in the unit measured, `p` two-sided. */
export type PairedMeans = PairedSummary & {
  se: number | null;
  df: number | null;
  t: number | null;
  p: number | null;
  lower: number | null;
  upper: number | null;
  reason: Reason | null;
};

/**
 * The mean change post − pre of complete pairs with the paired t interval at confidence `conf`. Without a control group this is a *change*, never an effect: it holds regression to the mean,
 * growing older and the season too. One pair has a change but no interval (tooFew); when all change alike there is none either (zeroVariance).
 */
export function pairedMeans({ pre, post, conf }: PairedValues & { conf: number }): PairedMeans {
  const summary = summarisePairs({ pre, post });
  const { n, meanChange, sdChange } = summary;
  const none = { se: null, df: null, t: null, p: null, lower: null, upper: null };
  if (meanChange === null || !isConfidence(conf)) return { ...summary, ...none, reason: 'noData' };
  if (sdChange === null) return { ...summary, ...none, reason: 'tooFew' };
  const df = n - 1;
  const se = sdChange / Math.sqrt(n);
  if (sdChange === 0) return { ...summary, ...none, se, df, reason: 'zeroVariance' };
  const t = meanChange / se;
  const reach = tQuantile(1 - (1 - conf) / 2, df) * se;
  return {
    ...summary,
    se,
    df,
    t,
    p: Math.min(1, 2 * tTails(-Math.abs(t), df).lower),
    lower: meanChange - reach,
    upper: meanChange + reach,
    // The interval stands; only a correlation is missing when either time all are alike.
    reason: summary.r === null ? 'zeroVariance' : null,
  };
}
