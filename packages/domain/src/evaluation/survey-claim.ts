import type { Cell } from '../measures/cell.ts';
import type { Interval } from '../measures/interval.ts';
import type { BothTexts } from '../surveys/survey-item.ts';
import { type ClaimFacts, type ClaimReading, claimSentence } from './claim.ts';

/** What a survey measured, as its reader may see it. */
export interface SurveyClaim {
  name: BothTexts;
  /** Of a choice, the options that are counted. */
  counted: readonly BothTexts[];
  unit: 'points' | 'share';
  /** At or below this a group began unusually low, so that it may rise by itself; null where nobody knows. */
  lowAt: number | null;
  /** The latest level of all who answered; null before anything was measured. */
  latest: { value: Cell<Interval>; on: string } | null;
  /** What moved for those who answered twice, with the days of both rounds; null where answers are not linked. */
  change: {
    before: Cell<Interval>;
    after: Cell<Interval>;
    difference: Cell<Interval>;
    beganOn: string;
    endedOn: string;
  } | null;
}

/** The sentence of one survey measure in both languages: the same rule as for goals, with the interval of the paired change. */
export function surveyClaim(measured: SurveyClaim): { da: string; en: string } {
  const facts = factsOf(measured);
  return { da: claimSentence(facts, 'da'), en: claimSentence(facts, 'en') };
}

function factsOf({ name, counted, unit, lowAt, latest, change }: SurveyClaim): ClaimFacts {
  const title = (language: 'da' | 'en') =>
    [name, ...counted]
      .map((text) => (language === 'da' ? text.da : (text.en ?? text.da)))
      .join(' ')
      // What was found follows a colon, which does not stand well after a question mark.
      .replace(/\?$/u, '');
  const facts = {
    titleDa: title('da'),
    titleEn: title('en'),
    unit: unit === 'share' ? ('share' as const) : ('mean' as const),
  };
  if (change === null)
    return { ...facts, baseline: null, latest: latest === null ? null : readingOf(latest.value, latest.on) };
  const { before, after, difference } = change;
  const limits = difference.kind === 'value' ? difference.value : null;
  const start = before.kind === 'value' ? before.value.estimate : null;
  return {
    ...facts,
    direction: 'up',
    baseline: readingOf(before, change.beganOn),
    latest: readingOf(after, change.endedOn),
    change:
      limits === null || limits.lower === null || limits.upper === null
        ? null
        : { lower: limits.lower, upper: limits.upper },
    isRegressionRisk: lowAt !== null && start !== null && start <= lowAt,
  };
}

function readingOf(cell: Cell<Interval>, on: string): ClaimReading {
  if (cell.kind !== 'value') return { on, value: null, missing: cell.kind === 'withheld' ? 'withheld' : 'notMeasured' };
  const { estimate, lower, upper, n } = cell.value;
  return { on, value: estimate, missing: null, lower, upper, n };
}
