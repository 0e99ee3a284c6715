/**
 * Where a continuous function crosses zero between `low` and `high`, whose values have opposite signs (Brent 1973, chapter 4), to the last digits.
 * An end where the function is 0 is the answer. NaN when the signs are alike.
 */
export function rootOf(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Number.NaN;
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let n = 0; n < 300 && fb !== 0; n++) {
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE;
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= near) return b;
    if (Math.abs(before) < near || Math.abs(fa) <= Math.abs(fb)) {
      step = middle;
      before = middle;
    } else {
      // Inverse quadratic interpolation, or the secant while only two points differ.
      const s = fb / fa;
      let p = 2 * middle * s;
      let q = 1 - s;
      if (a !== c) {
        const [u, v] = [fa / fc, fb / fc];
        p = s * (2 * middle * u * (u - v) - (b - a) * (v - 1));
        q = (u - 1) * (v - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      const isTrusted = 2 * p < Math.min(3 * middle * q - Math.abs(near * q), Math.abs(before * q));
      before = isTrusted ? step : middle;
      step = isTrusted ? p / q : middle;
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > near ? step : Math.sign(middle) * near;
    fb = f(b);
  }
  return b;
}
