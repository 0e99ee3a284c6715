import { costPerHour } from '../src/cost.ts';
import { suppressPrimary } from '../src/disclosure.ts';
import {
  chiSquareQuantile,
  chiSquareUpperTail,
  gammaQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
  poissonCdf,
} from '../src/distributions.ts';
import { wilson } from '../src/proportions.ts';
import { exactRate } from '../src/rates.ts';

/** Each method by the id the reference cases use: from a case's input to what the product computes for it. */
const methods = {
  'prop.wilson': wilson,
  'rate.exact': exactRate,
  'cost.perHour': costPerHour,
  'suppress.primary': (input: Parameters<typeof suppressPrimary>[0]) => ({ primary: suppressPrimary(input) }),
  'dist.normalQuantile': ({ p }: { p: number }) => ({ value: normalQuantile(p) }),
  'dist.normalCdf': ({ x }: { x: number }) => ({ value: normalCdf(x) }),
  'dist.chiSquareQuantile': ({ p, df }: { p: number; df: number }) => ({ value: chiSquareQuantile(p, df) }),
  'dist.chiSquareUpperTail': ({ x, df }: { x: number; df: number }) => ({ value: chiSquareUpperTail(x, df) }),
  'dist.gammaQuantile': ({ p, shape, scale }: { p: number; shape: number; scale: number }) => ({
    value: gammaQuantile(p, shape, scale),
  }),
  'dist.poissonCdf': ({ x, mean }: { x: number; mean: number }) => ({ value: poissonCdf(x, mean) }),
  'dist.logGamma': ({ x }: { x: number }) => ({ value: logGamma(x) }),
};

export default methods;
