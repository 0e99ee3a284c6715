/** How far a sum overshoots its limit on average (Siegmund 1985): a half step of a standard normal walk, twice. */
const overshoot = 1.166;

/**
 * How many ordinary evenings pass on average before a one-sided CUSUM of standard normal scores with reference value `k` above 0 passes its
 * limit `h`: Siegmund's approximation (Sequential Analysis, 1985), within a few per cent for `h` above 1.
 */
export function cusumRunLength(k: number, h: number): number {
  const height = 2 * k * (h + overshoot);
  return (Math.exp(height) - height - 1) / (2 * k * k);
}

/** The limit at which ordinary evenings pass it once in `runLength` on average, to six digits; never below 0. */
export function cusumLimit(k: number, runLength: number): number {
  let low = 0;
  let high = 1;
  while (cusumRunLength(k, high) < runLength) high *= 2;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (cusumRunLength(k, middle) < runLength) low = middle;
    else high = middle;
  }
  return high;
}
