import { tQuantile } from './beta-distribution.ts';
import { seededChance } from './chance.ts';
import { isConfidence, type Reason } from './estimate.ts';
import { areAlike, largestOf, meanOf, quantileOf, sumOf, varianceOf } from './sample.ts';

/** Costs and effects of the same units (sessions, districts), in their places; both must be there for each. */
export type CostAndEffect = { cost: readonly number[]; effect: readonly number[] };

/**
 * A ratio of mean cost to mean effect with Fieller's set of likely values. `kind`: `bounded`, an interval lower…upper; `exclusive`, everything *outside* lower…upper, to be printed as "not determined"; `unbounded`, everything, limits
 * null; `degenerate`, no variation, limits null. `g` is below 1 when the mean effect differs from 0.
 */
export type FiellerRatio = {
  ratio: number | null;
  g: number | null;
  kind: 'bounded' | 'exclusive' | 'unbounded' | 'degenerate' | null;
  lower: number | null;
  upper: number | null;
  reason: Reason | null;
};

/**
 * Fieller's interval (1954 JRSS B 16:175) of meanCost/meanEffect from the variances and the covariance *of the means*, with Student's t of `df`. Mean effect 0: no ratio. Limits below 0 are not clamped: they are a sign that the model does not
 * fit. Never an interval of no width: costs exactly proportional to effects are degenerate too (zeroVariance).
 */
export function fiellerOfSummary({
  meanCost,
  meanEffect,
  varMeanCost,
  varMeanEffect,
  covMeans,
  df,
  conf,
}: {
  meanCost: number;
  meanEffect: number;
  varMeanCost: number;
  varMeanEffect: number;
  covMeans: number;
  df: number;
  conf: number;
}): FiellerRatio {
  const ratio = meanEffect === 0 ? null : meanCost / meanEffect;
  const none = { g: null, kind: null, lower: null, upper: null };
  const numbers = [meanCost, meanEffect, varMeanCost, varMeanEffect, covMeans];
  if (!numbers.every(Number.isFinite) || varMeanCost < 0 || varMeanEffect < 0 || !(df > 0) || !isConfidence(conf))
    return { ratio: null, ...none, reason: 'noData' };
  const square = tQuantile(1 - (1 - conf) / 2, df) ** 2;
  const g = meanEffect === 0 ? null : (square * varMeanEffect) / meanEffect ** 2;
  if (varMeanCost === 0 && varMeanEffect === 0)
    return { ratio, g, kind: 'degenerate', lower: null, upper: null, reason: 'zeroVariance' };

  // The limits are the roots R of a R² − 2 b R + c = 0.
  const a = meanEffect ** 2 - square * varMeanEffect;
  const b = meanCost * meanEffect - square * covMeans;
  const c = meanCost ** 2 - square * varMeanCost;
  const rounding = 64 * Number.EPSILON * (b * b + Math.abs(a * c));
  const inside = b * b - a * c;
  if (Math.abs(inside) <= rounding)
    return { ratio, g, kind: 'degenerate', lower: null, upper: null, reason: 'zeroVariance' };
  if (a === 0 || inside < 0) return { ratio, g, kind: 'unbounded', lower: null, upper: null, reason: 'unbounded' };
  const far = b + (b < 0 ? -1 : 1) * Math.sqrt(inside);
  const roots = far === 0 ? [0, 0] : [far / a, c / far];
  const kind = a > 0 ? 'bounded' : 'exclusive';
  return { ratio, g, kind, lower: Math.min(...roots), upper: Math.max(...roots), reason: a > 0 ? null : 'unbounded' };
}

/** Fieller's interval from units whose cost and effect both vary, t with n − 1 degrees of freedom; see {@link fiellerOfSummary}. One unit has a ratio only (tooFew). */
export function fieller({ cost, effect, conf }: CostAndEffect & { conf: number }): FiellerRatio {
  const none = { g: null, kind: null, lower: null, upper: null };
  const n = cost.length;
  const [meanCost, meanEffect] = [meanOf(cost), meanOf(effect)];
  if (meanCost === null || meanEffect === null || effect.length !== n || !areNumbers(cost, effect))
    return { ratio: null, ...none, reason: 'noData' };
  if (n < 2) return { ratio: meanEffect === 0 ? null : meanCost / meanEffect, ...none, reason: 'tooFew' };
  const products = cost.map((one, i) => (one - meanCost) * ((effect[i] ?? 0) - meanEffect));
  return fiellerOfSummary({
    meanCost,
    meanEffect,
    varMeanCost: (varianceOf(cost) ?? 0) / n,
    varMeanEffect: (varianceOf(effect) ?? 0) / n,
    covMeans: sumOf(products) / (n - 1) / n,
    df: n - 1,
    conf,
  });
}

function areNumbers(cost: readonly number[], effect: readonly number[]): boolean {
  return cost.every(Number.isFinite) && effect.every(Number.isFinite);
}

const resamples = 40_000;

/**
 * The ratio of all cost to all effect with percentile bootstrap limits (Efron and Tibshirani 1993): units are drawn jointly with replacement 40,000 times from a fixed seed, so the answer is the same each time and whatever the units'
 * order. A second opinion beside {@link fieller}. A draw without effect counts as infinity; a limit that would be infinite is null (unbounded), as both are when a draw's effect is negative. No limits from one unit (tooFew) or
 * when all draws agree (zeroVariance).
 */
export function bootstrapRatio({ cost, effect, conf }: CostAndEffect & { conf: number }): {
  ratio: number | null;
  lower: number | null;
  upper: number | null;
  reason: Reason | null;
} {
  const none = { lower: null, upper: null };
  if (cost.length === 0 || effect.length !== cost.length || !areNumbers(cost, effect) || !isConfidence(conf))
    return { ratio: null, ...none, reason: 'noData' };
  const whole = sumOf(effect);
  const ratio = whole === 0 ? null : sumOf(cost) / whole;
  if (cost.length < 2) return { ratio, ...none, reason: 'tooFew' };

  const units = cost
    .map((one, i) => ({ cost: one, effect: effect[i] ?? 0 }))
    .toSorted((a, b) => a.cost - b.cost || a.effect - b.effect);
  const chance = seededChance(20_261_113);
  const ratios: number[] = [];
  for (let draw = 0; draw < resamples; draw++) {
    let [costs, effects] = [0, 0];
    for (let i = 0; i < units.length; i++) {
      const unit = units[Math.floor(chance() * units.length)];
      costs += unit?.cost ?? 0;
      effects += unit?.effect ?? 0;
    }
    if (effects < 0) return { ratio, ...none, reason: 'unbounded' };
    ratios.push(effects === 0 ? Infinity : costs / effects);
  }
  const finite = ratios.filter(Number.isFinite);
  const middle = finite[0] ?? 0;
  const isFlat = areAlike(
    finite.map((one) => one - middle),
    largestOf(finite),
  );
  if (isFlat && finite.length === ratios.length) return { ratio, ...none, reason: 'zeroVariance' };
  const limitAt = (p: number): number | null => {
    const limit = quantileOf(ratios, p);
    return limit === null || !Number.isFinite(limit) ? null : limit;
  };
  const outside = (1 - conf) / 2;
  const [lower, upper] = [limitAt(outside), limitAt(1 - outside)];
  // Few units leave few different draws: both limits on one of them would be no interval.
  if (lower !== null && lower === upper) return { ratio, ...none, reason: 'zeroVariance' };
  return { ratio, lower, upper, reason: lower === null || upper === null ? 'unbounded' : null };
}
