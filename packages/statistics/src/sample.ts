/** A value that rounding alone can have made differ from another of the given size. */
const roundingSteps = 8 * Number.EPSILON;

/** The sum of the values, exact to the last digits however many there are (Neumaier 1974). */
export function sumOf(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // Sums beyond what a number can hold have no lost digits to speak of.
  return Number.isFinite(lost) ? sum + lost : sum;
}

/** The mean of the values; null when there are none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

/**
 * The sample variance (n − 1) in two passes, so that a large offset costs no digits; null below two values. Exactly 0 when the values differ by no more than
 * rounding at `scale`, the size of the numbers they were worked out from (their own size if not given): 0.1 + 0.2 and 0.3 are alike.
 */
export function varianceOf(values: readonly number[], scale = largestOf(values)): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const deviations = values.map((value) => value - mean);
  if (areAlike(deviations, scale)) return 0;
  return sumOf(deviations.map((deviation) => deviation * deviation)) / (values.length - 1);
}

/** Whether deviations from a mean are no more than rounding of numbers of the size `scale`. */
export function areAlike(deviations: readonly number[], scale: number): boolean {
  return largestOf(deviations) <= roundingSteps * scale;
}

/** The largest absolute value; 0 of none. */
export function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** The p-quantile (0 ≤ p ≤ 1) with linear interpolation (Hyndman and Fan 1996, type 7: R's default); null of no values. Infinite values are allowed. */
export function quantileOf(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below === above ? below : below + (at - Math.floor(at)) * (above - below);
}
