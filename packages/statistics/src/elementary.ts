// A language leaves the last bit of Math.exp and Math.log to the machine, and browsers and servers differ in it. These use only what IEEE 754 fixes to the bit (+ − × ÷, and the exponent bits of a number), so that
// a limit shown on a phone is the limit the server wrote. Right to the last digit but one.

const bits = new DataView(new ArrayBuffer(8));
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 2 to the power k, −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}

/** e to the power x; 0 and Infinity beyond what a number holds. After FreeBSD's msun (Sun Microsystems 1993): a rational function within ±½ ln 2, scaled by a power of two. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.round(x / Math.LN2);
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const t = r * r;
  const poly =
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8)));
  const c = r - t * poly;
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // In two steps: one power of two may be more than a number holds where the result is not.
  const half = Math.trunc(k / 2);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The natural logarithm; −Infinity of 0, NaN below. After FreeBSD's msun (Sun Microsystems 1993): an odd series in f / (2 + f) for 1 + f between √½ and √2. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const isTiny = x < 2.2250738585072014e-308;
  bits.setFloat64(0, isTiny ? x * 18_014_398_509_481_984 : x);
  const top = bits.getInt32(0);
  let k = (top >> 20) - 1023 - (isTiny ? 54 : 0);
  bits.setInt32(0, (top & 0x000fffff) | (1023 << 20));
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const square = (f * f) / 2;
  return k * ln2High - (square - (s * (square + even + odd) + k * ln2Low) - f);
}

/** log(1 + x) without loss of digits near 0. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1 || u === Infinity) return x;
  return u > 0 ? log(u) + (x - (u - 1)) / u : log(u);
}

/** e^x − 1 without loss of digits near 0. */
export function expm1(x: number): number {
  if (Math.abs(x) > 0.4) return exp(x) - 1;
  let term = x;
  let sum = x;
  for (let n = 2; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}
