/**
 * Why a method gives no number where one was asked for. `noData`: nothing was counted, or what was counted makes no sense (a part larger than its whole);
 * `tooFew`: too few to estimate from; `zeroVariance`: all alike, which says that data are few or rounded, not that they are certain;
 * `zeroExposure`: nothing to divide by; `unbounded`: the limit lies at infinity, or the set of likely values is no interval;
 * `notIdentifiable`: the data cannot tell the parts asked for from each other; `infeasible`: nothing meets the demands.
 */
export type Reason =
  | 'noData'
  | 'tooFew'
  | 'zeroVariance'
  | 'zeroExposure'
  | 'unbounded'
  | 'notIdentifiable'
  | 'infeasible';

/** An estimate with its limits; null wherever there is no number to print, and why. */
export type Estimated = { estimate: number | null; lower: number | null; upper: number | null; reason: Reason | null };

/** Whether a confidence level lies strictly between 0 and 1 (0.95 = 95 %). */
export function isConfidence(conf: number): boolean {
  return conf > 0 && conf < 1;
}

/** Whether a number is a count of events or people: finite and not negative. */
export function isCount(count: number): boolean {
  return Number.isFinite(count) && count >= 0;
}
