import { normalQuantile } from './distributions.ts';
import { isCount, type Reason } from './estimate.ts';
import { quantileOf, sumOf } from './sample.ts';

/**
 * How far districts lie from a target compared with chance. `z` in standard errors under the target; `phi` the mean square of the winsorised z (1 when only chance is at work) and `phiRaw` of all; `tau2` the
 * variance between districts; limits for each district and probability, widened by √phi (multiplicative) or by tau2 (additive, to be preferred when districts differ truly). Arrays keep the districts' places, null where unusable.
 */
export type Overdispersion = {
  target: number | null;
  z: (number | null)[];
  zWinsorised: (number | null)[];
  phiRaw: number | null;
  phi: number | null;
  tau2: number | null;
  zAdjusted: (number | null)[];
  limitsMultiplicative: (number | null)[][];
  limitsAdditive: (number | null)[][];
  reason: Reason | null;
};

/**
 * Spiegelhalter's test and correction for more spread than chance (2005 Stat Med 24:1185; 2012 JRSS A 175:1): z values beyond the `winsor` and 1 − `winsor` quantiles are set to them. `y` in the target's unit, `se` its
 * standard error if the target were true. Limits are never narrowed. One district has tau2 0 and says nothing of spread; with fewer than about ten phi is unsure.
 */
export function overdispersion({
  y,
  se,
  target,
  winsor,
  probs,
}: {
  y: readonly (number | null)[];
  se: readonly (number | null)[];
  target: number;
  winsor: number;
  probs: readonly number[];
}): Overdispersion {
  const errors = y.map((value, i) => {
    const error = se[i];
    const isUsable = isNumber(value) && isNumber(error) && error > 0 && Number.isFinite(target);
    return isUsable ? error : null;
  });
  const z = errors.map((error, i) => (error === null ? null : ((y[i] ?? 0) - target) / error));
  const known = z.filter(isNumber);
  const low = quantileOf(known, winsor);
  const high = quantileOf(known, 1 - winsor);
  if (low === null || high === null) return nothing(y.length, probs.length, target);

  const zWinsorised = z.map((one) => (one === null ? null : Math.min(high, Math.max(low, one))));
  const meanSquare = (values: readonly (number | null)[]): number =>
    sumOf(values.map((value) => (value ?? 0) ** 2)) / known.length;
  const phi = meanSquare(zWinsorised);
  const weights = errors.filter(isNumber).map((error) => 1 / (error * error));
  const total = sumOf(weights);
  const room = total - sumOf(weights.map((weight) => weight * weight)) / total;
  const excess = known.length * phi - (known.length - 1);
  const tau2 = known.length < 2 || !(room > 0) ? 0 : Math.max(0, excess / room);
  const widened = (widen: (error: number) => number): (number | null)[][] =>
    errors.map((error) => probs.map((p) => (error === null ? null : target + normalQuantile(p) * widen(error))));
  const between = (error: number): number => Math.sqrt(error * error + tau2);
  return {
    target,
    z,
    zWinsorised,
    phiRaw: meanSquare(z),
    phi,
    tau2,
    zAdjusted: errors.map((error, i) => (error === null ? null : ((y[i] ?? 0) - target) / between(error))),
    limitsMultiplicative: widened((error) => error * Math.sqrt(Math.max(1, phi))),
    limitsAdditive: widened(between),
    reason: known.length < y.length ? 'noData' : null,
  };
}

/**
 * {@link overdispersion} of shares x/n around `target`, by default all x over all n (mildly a comparison with themselves; last year's share is better). Limits stay within 0–1. When the target is 0 or 1 no district can
 * differ by chance, and only the target is given (zeroVariance).
 */
export function overdispersionOfShares({
  x,
  n,
  winsor,
  probs,
  target,
}: {
  x: readonly (number | null)[];
  n: readonly (number | null)[];
  winsor: number;
  probs: readonly number[];
  target?: number | null;
}): Overdispersion {
  const places = x.map((part, i) => {
    const whole = n[i];
    const isPart = isNumber(part) && isNumber(whole) && isCount(part) && whole > 0 && part <= whole;
    return isPart ? { part, whole } : null;
  });
  const used = places.filter((place) => place !== null);
  const wholes = sumOf(used.map(({ whole }) => whole));
  const common = target ?? (wholes > 0 ? sumOf(used.map(({ part }) => part)) / wholes : null);
  if (common === null) return nothing(x.length, probs.length, null);
  if (!(common > 0 && common < 1)) return { ...nothing(x.length, probs.length, common), reason: 'zeroVariance' };
  const spread = overdispersion({
    y: places.map((place) => place && place.part / place.whole),
    se: places.map((place) => place && Math.sqrt((common * (1 - common)) / place.whole)),
    target: common,
    winsor,
    probs,
  });
  const clamped = (rows: (number | null)[][]): (number | null)[][] =>
    rows.map((row) => row.map((limit) => limit && Math.min(1, Math.max(0, limit))));
  return {
    ...spread,
    limitsMultiplicative: clamped(spread.limitsMultiplicative),
    limitsAdditive: clamped(spread.limitsAdditive),
  };
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}

function nothing(districts: number, limits: number, target: number | null): Overdispersion {
  const empty = (): null[] => Array.from({ length: districts }, () => null);
  const rows = (): null[][] => Array.from({ length: districts }, () => Array.from({ length: limits }, () => null));
  return {
    target,
    z: empty(),
    zWinsorised: empty(),
    phiRaw: null,
    phi: null,
    tau2: null,
    zAdjusted: empty(),
    limitsMultiplicative: rows(),
    limitsAdditive: rows(),
    reason: 'noData',
  };
}
