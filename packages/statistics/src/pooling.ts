import { tQuantile } from './beta-distribution.ts';
import { chiSquareUpperTail, normalQuantile } from './distributions.ts';
import { isConfidence, type Reason } from './estimate.ts';
import { betweenVariance, type Tau2Method, usableStudies, weighted } from './heterogeneity.ts';

/**
 * Districts' estimates pooled. `k` counts those used; `mu` with its limits and the `se` they rest on; `tau2` the variance between districts; Cochran's `Q` with `df` and `pQ`; `I2` (%) and `H2` from Q; the prediction
 * interval a new district would fall in; and for the forest plot `weightsPct` (box areas, sum 100) and each district's own normal limits. Arrays keep the districts' places, null where unusable.
 */
export type Pooled = {
  k: number;
  mu: number | null;
  se: number | null;
  lower: number | null;
  upper: number | null;
  tau2: number | null;
  Q: number | null;
  df: number | null;
  pQ: number | null;
  I2: number | null;
  H2: number | null;
  piLower: number | null;
  piUpper: number | null;
  weightsPct: (number | null)[];
  studyLower: (number | null)[];
  studyUpper: (number | null)[];
  reason: Reason | null;
};

/** How the pooled estimate's interval is made: from the normal distribution, by Hartung and Knapp, or by Hartung and Knapp never narrower than the weights say (to be printed). */
export type PooledInterval = 'z' | 'HK' | 'HKtrunc';

/**
 * Random-effects pooling (DerSimonian and Laird 1986; Veroniki et al. 2016 Res Synth Methods 7:55) of estimates `yi` with variances `vi` on one scale (log for ratios: transform back at the end). `HKtrunc` is Hartung and Knapp's interval with its
 * factor kept at 1 or more (Knapp and Hartung 2003 Stat Med 22:2693; Röver, Knapp and Friede 2015). I² is max(0, (Q − df)/Q) (Higgins and Thompson 2002). The prediction interval (Higgins, Thompson and Spiegelhalter 2009) has k − 1 or
 * k − 2 degrees of freedom; print which. One district: its own normal interval and nothing pooled; prediction needs three (tooFew). When all agree exactly, plain HK has no interval (zeroVariance).
 */
export function poolRandomEffects({
  yi,
  vi,
  tau2Method,
  ci,
  piDf,
  conf,
}: {
  yi: readonly (number | null)[];
  vi: readonly (number | null)[];
  tau2Method: Tau2Method;
  ci: PooledInterval;
  piDf: 'k-1' | 'k-2';
  conf: number;
}): Pooled {
  const studies = isConfidence(conf) ? usableStudies(yi, vi) : [];
  const k = studies.length;
  const z = k > 0 ? normalQuantile(1 - (1 - conf) / 2) : 0;
  const tau2 = betweenVariance(studies, tau2Method);
  const { mu, total, squares, weights } = weighted(studies, tau2 ?? 0);
  const atPlaces = (value: (study: { y: number; v: number }, index: number) => number): (number | null)[] => {
    const row: (number | null)[] = yi.map(() => null);
    for (const [index, study] of studies.entries()) row[study.place] = value(study, index);
    return row;
  };
  const forest = {
    k,
    weightsPct: atPlaces((_, index) => (100 * (weights[index] ?? 0)) / total),
    studyLower: atPlaces(({ y, v }) => y - z * Math.sqrt(v)),
    studyUpper: atPlaces(({ y, v }) => y + z * Math.sqrt(v)),
  };
  if (k === 0) return { ...forest, ...nothing, df: null, reason: 'noData' };

  const df = k - 1;
  const plainSe = 1 / Math.sqrt(total);
  if (tau2 === null)
    return {
      ...forest,
      ...nothing,
      mu,
      se: plainSe,
      lower: mu - z * plainSe,
      upper: mu + z * plainSe,
      df,
      reason: 'tooFew',
    };
  const factor = ci === 'z' ? 1 : ci === 'HK' ? squares / df : Math.max(1, squares / df);
  const se = plainSe * Math.sqrt(factor);
  const outside = (1 - conf) / 2;
  const reach = (ci === 'z' ? z : tQuantile(1 - outside, df)) * se;
  const reachOfNew =
    k < 3 || se === 0 ? null : tQuantile(1 - outside, piDf === 'k-1' ? df : df - 1) * Math.sqrt(tau2 + se * se);
  const Q = weighted(studies, 0).squares;
  return {
    ...forest,
    mu,
    se,
    lower: se === 0 ? null : mu - reach,
    upper: se === 0 ? null : mu + reach,
    tau2,
    Q,
    df,
    pQ: chiSquareUpperTail(Q, df),
    I2: Q > df ? (100 * (Q - df)) / Q : 0,
    H2: Q / df,
    piLower: reachOfNew === null ? null : mu - reachOfNew,
    piUpper: reachOfNew === null ? null : mu + reachOfNew,
    reason: se === 0 ? 'zeroVariance' : k < 3 ? 'tooFew' : k < yi.length ? 'noData' : null,
  };
}

const nothing = {
  mu: null,
  se: null,
  lower: null,
  upper: null,
  tau2: null,
  Q: null,
  pQ: null,
  I2: null,
  H2: null,
  piLower: null,
  piUpper: null,
};
