import { hedgesFactor } from './effect-sizes.ts';
import { isCount, type Reason } from './estimate.ts';
import { log } from './elementary.ts';

/** A district's estimate on the scale it is pooled on, and its sampling variance. */
export type Measure = { yi: number | null; vi: number | null; reason: Reason | null };

/** What a district counted: two groups (x of n), two rates, one share, one rate, or a mean change of n pairs. */
export type MeasureInput =
  | { measure: 'logRR' | 'logOR' | 'RD'; x1: number; n1: number; x2: number; n2: number }
  | { measure: 'logIRR'; events1: number; personTime1: number; events2: number; personTime2: number }
  | { measure: 'logitProportion'; x: number; n: number }
  | { measure: 'logRate'; events: number; personTime: number }
  | { measure: 'meanChange' | 'smcc'; n: number; meanChange: number; sdChange: number };

const noData: Measure = { yi: null, vi: null, reason: 'noData' };
const zeroExposure: Measure = { yi: null, vi: null, reason: 'zeroExposure' };

/**
 * The estimate and variance to pool, in the field's usual form (Viechtbauer 2010; log ratios, logit, risk difference, mean change, standardised mean change by the change's spread). 0.5 is added to every cell of a district that
 * has an empty one (logRR, logOR, logIRR, logitProportion, logRate), and only there. No event in either group (or, for odds, in all): both null (notIdentifiable). A risk difference or mean change without variance has an
 * estimate but no variance (zeroVariance, tooFew), so it is listed and not pooled; the standardised change needs three pairs.
 */
export function effectMeasure(input: MeasureInput): Measure {
  switch (input.measure) {
    case 'logRR':
    case 'logOR':
    case 'RD':
      return ofTwoShares(input.measure, input);
    case 'logIRR':
      return ofTwoRates(input);
    case 'logitProportion':
      return logit(input);
    case 'logRate':
      return logRate(input);
    case 'meanChange':
      return meanChange(input);
    case 'smcc':
      return standardisedChange(input);
  }
}

function ofTwoShares(
  measure: 'logRR' | 'logOR' | 'RD',
  { x1, n1, x2, n2 }: { x1: number; n1: number; x2: number; n2: number },
): Measure {
  if (![x1, n1, x2, n2].every(isCount) || x1 > n1 || x2 > n2 || n1 === 0 || n2 === 0) return noData;
  if (measure === 'RD') {
    const [p1, p2] = [x1 / n1, x2 / n2];
    const vi = (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2;
    return vi > 0 ? { yi: p1 - p2, vi, reason: null } : { yi: p1 - p2, vi: null, reason: 'zeroVariance' };
  }
  const isNone = x1 + x2 === 0;
  const isAll = x1 === n1 && x2 === n2;
  if (isNone || (measure === 'logOR' && isAll)) return { yi: null, vi: null, reason: 'notIdentifiable' };
  const add = [x1, n1 - x1, x2, n2 - x2].includes(0) ? 0.5 : 0;
  const [a, b, c, d] = [x1 + add, n1 - x1 + add, x2 + add, n2 - x2 + add];
  if (measure === 'logOR') return { yi: log((a / b) * (d / c)), vi: 1 / a + 1 / b + 1 / c + 1 / d, reason: null };
  return {
    yi: log((a / (a + b)) * ((c + d) / c)),
    // 1/a − 1/(a + b), without losing digits when nearly all have the event.
    vi: b / a / (a + b) + d / c / (c + d),
    reason: null,
  };
}

function ofTwoRates({
  events1,
  personTime1,
  events2,
  personTime2,
}: {
  events1: number;
  personTime1: number;
  events2: number;
  personTime2: number;
}): Measure {
  if (![events1, personTime1, events2, personTime2].every(isCount)) return noData;
  if (personTime1 === 0 || personTime2 === 0) return zeroExposure;
  if (events1 + events2 === 0) return { yi: null, vi: null, reason: 'notIdentifiable' };
  const add = events1 === 0 || events2 === 0 ? 0.5 : 0;
  const [a, b] = [events1 + add, events2 + add];
  return { yi: log((a / b) * (personTime2 / personTime1)), vi: 1 / a + 1 / b, reason: null };
}

function logit({ x, n }: { x: number; n: number }): Measure {
  if (!isCount(x) || !isCount(n) || x > n || n === 0) return noData;
  const add = x === 0 || x === n ? 0.5 : 0;
  const [a, b] = [x + add, n - x + add];
  return { yi: log(a / b), vi: 1 / a + 1 / b, reason: null };
}

function logRate({ events, personTime }: { events: number; personTime: number }): Measure {
  if (!isCount(events) || !isCount(personTime)) return noData;
  if (personTime === 0) return zeroExposure;
  const count = events === 0 ? 0.5 : events;
  return { yi: log(count / personTime), vi: 1 / count, reason: null };
}

type Change = { n: number; meanChange: number; sdChange: number };

function meanChange({ n, meanChange: yi, sdChange }: Change): Measure {
  if (!(n > 0) || !Number.isFinite(yi)) return noData;
  if (n < 2 || !isCount(sdChange)) return { yi, vi: null, reason: 'tooFew' };
  if (sdChange === 0) return { yi, vi: null, reason: 'zeroVariance' };
  return { yi, vi: (sdChange * sdChange) / n, reason: null };
}

function standardisedChange({ n, meanChange: change, sdChange }: Change): Measure {
  if (!(n > 0) || !Number.isFinite(change)) return noData;
  const factor = n < 3 ? null : hedgesFactor(n - 1);
  if (factor === null || !isCount(sdChange)) return { yi: null, vi: null, reason: 'tooFew' };
  if (sdChange === 0) return { yi: null, vi: null, reason: 'zeroVariance' };
  const yi = (factor * change) / sdChange;
  return { yi, vi: 1 / n + (yi * yi) / (2 * n), reason: null };
}
