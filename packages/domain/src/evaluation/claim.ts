import type { ClaimDesign, IndicatorDirection, IndicatorUnit, MissingKind } from '../goals/goal.ts';
import { type Day, daysBetween } from '../measures/day.ts';
import { claimPhrases } from './claim-phrases.ts';
import { claimsEffect, effectLevel } from '../measures/effect-claims.ts';
import {
  type ClaimLanguage,
  countText,
  differenceRangeText,
  differenceText,
  ended,
  rangeText,
  valueText,
} from './value-text.ts';

/**
 * The Maryland Scientific Methods Scale (Sherman et al. 1997; Farrington et al. 2002): 1 one reading, 2 before and
 * after, 3 with a comparable comparison group, 4 many units with control for other factors, 5 randomised.
 */
export const evidenceLevels = [1, 2, 3, 4, 5] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** The compared group is read at the end when it is read at most so many days from the project's own reading. */
export const comparisonWindowDays = 92;

/** A controlled comparison has at least so many units (schools, districts) on each side. */
export const leastUnitCount = 2;

/** One reading as a sentence needs it: a value, or why there is none; interval and n where there are any. */
export interface ClaimReading {
  on: string | null;
  value: number | null;
  missing: MissingKind | null;
  lower?: number | null;
  upper?: number | null;
  n?: number | null;
}

/** The two limits of a 95 % interval. */
export interface Limits {
  lower: number;
  upper: number;
}

/** All that decides level and sentence. `baseline` and `latest` are null when nobody has written anything down. */
export interface ClaimFacts {
  titleDa: string;
  titleEn: string;
  unit: IndicatorUnit;
  direction?: IndicatorDirection | null;
  baseline: ClaimReading | null;
  latest: ClaimReading | null;
  /** The interval of the change itself, where the baseline's n is known; else the latest reading's own is used. */
  change?: Limits | null;
  design?: ClaimDesign;
  /** What was found in the compared group before and after; null limits where it cannot be reckoned. */
  comparison?: {
    baseline: ClaimReading | null;
    latest: ClaimReading | null;
    unitCount: number | null;
    /** How much more changed here than there; null where it cannot be reckoned. */
    difference: ({ estimate: number } & Limits) | null;
  } | null;
  /** Whether the project began where the figure was unusual, so that it may return to the usual by itself. */
  isRegressionRisk?: boolean;
}

/**
 * The level of evidence the design and the data allow: null before anything was measured after the start, 1 for one
 * reading, 2 for a baseline and a later reading, 3 when a comparison group was read before and after as well, 4 when
 * that comparison is controlled and has several units on each side, 5 when a draw made the groups. A design without its
 * data is worth nothing. A reading on the baseline's own day is no "after"; a value the reader may not see counts as
 * measured.
 */
export function claimLevel({
  baseline,
  latest,
  design = 'none',
  comparison = null,
}: Pick<ClaimFacts, 'baseline' | 'latest' | 'design' | 'comparison'>): EvidenceLevel | null {
  if (!isMeasured(latest)) return null;
  if (!isPair(baseline, latest)) return 1;
  if (design === 'none' || comparison === null || !isComparable(latest, comparison)) return 2;
  if (design === 'randomised') return 5;
  return design === 'controlled' && (comparison.unitCount ?? 0) >= leastUnitCount ? 4 : 3;
}

function isComparable(latest: ClaimReading, comparison: NonNullable<ClaimFacts['comparison']>): boolean {
  const { baseline: before, latest: after } = comparison;
  if (!isMeasured(after) || !isPair(before, after)) return false;
  if (latest.on === null || after.on === null) return true;
  return Math.abs(daysBetween(latest.on as Day, after.on as Day)) <= comparisonWindowDays;
}

function isPair(baseline: ClaimReading | null, latest: ClaimReading): boolean {
  return isMeasured(baseline) && (baseline.on === null || latest.on === null || baseline.on < latest.on);
}

function isMeasured(reading: ClaimReading | null): reading is ClaimReading {
  return reading !== null && (reading.value !== null || reading.missing === 'withheld');
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

const labels: Record<EvidenceLevel, Record<ClaimLanguage, string>> = {
  1: { da: 'Øjebliksbillede', en: 'Snapshot' },
  2: { da: 'Før og efter', en: 'Before and after' },
  3: { da: 'Med sammenligning', en: 'With comparison' },
  4: { da: 'Kontrolleret sammenligning', en: 'Controlled comparison' },
  5: { da: 'Lodtrækning', en: 'Randomised' },
};

/** The word shown for a level; for null that nothing has been measured. */
export function evidenceLabel(level: number | null, language: ClaimLanguage): string {
  if (level === null) return language === 'da' ? 'Endnu ikke målt' : 'Not measured yet';
  return labels[level as EvidenceLevel][language];
}

/**
 * What the readings allow anyone to say, in a few short sentences: title of the chart, its alternative text, the
 * table's caption and the report's text. Below level 3 it never speaks of cause, whatever the indicator is called; from
 * level 4 it does when the difference from the compared group is certain.
 */
export function claimSentence(facts: ClaimFacts, language: ClaimLanguage): string {
  const level = claimLevel(facts);
  const title = titleOf(facts, level, language);
  const { baseline, latest, unit } = facts;
  const words = claimPhrases[language];
  const found = ended(`${title}: ${readingText(latest, unit, language)}`);
  if (level === null) {
    const isKnown = baseline !== null && baseline.value !== null;
    return isKnown ? `${found} ${words.startedAt(valueText(baseline.value ?? 0, unit, language))}` : found;
  }
  if (latest === null || latest.value === null) return found;
  if (level === 1) {
    const missing = baseline?.value === null && baseline.missing !== 'withheld' ? baseline.missing : null;
    return `${found} ${words.snapshot}${missing === null ? '' : words.startMissing[missing]}`;
  }
  const beside = level >= effectLevel ? comparedText(facts, level as 3 | 4 | 5, language) : null;
  if (baseline === null || baseline.value === null)
    return [found, words.hiddenStart, beside].filter((part) => part !== null).join(' ');

  const isWithin = isWithinUncertainty(facts, baseline.value, latest);
  const by = latest.value - baseline.value;
  const from = readingText(baseline, unit, language);
  const to = readingText(latest, unit, language);
  const moved =
    by === 0
      ? words.unchanged(to)
      : isWithin
        ? words.went(from, to)
        : by > 0
          ? words.rose(from, to)
          : words.fell(from, to);
  const isThreatened = facts.isRegressionRisk === true && level < 5 && !isWithin && isForBetter(facts.direction, by);
  return [
    ended(`${title}: ${moved}`),
    beside ?? (isWithin && by !== 0 ? words.uncertain : words.noCause),
    ...(isThreatened ? [words.regression] : []),
  ].join(' ');
}

/** Whether the change may be nothing: its own interval holds 0, or, where the baseline's n is not known, the latest reading's interval holds the baseline. */
function isWithinUncertainty({ change }: ClaimFacts, baseline: number, { lower, upper }: ClaimReading): boolean {
  if (change) return change.lower <= 0 && change.upper >= 0;
  return isNumber(lower) && isNumber(upper) && lower <= baseline && baseline <= upper;
}

/** Whether a change goes the way the indicator wants; false where it is not known which way that is. */
function isForBetter(direction: IndicatorDirection | null | undefined, by: number): boolean {
  if (!direction || by === 0) return false;
  return (direction === 'atLeast' || direction === 'up') === by > 0;
}

/** How the development stands beside the compared group's. A cause is named only where the interval leaves no doubt. */
function comparedText(facts: ClaimFacts, level: 3 | 4 | 5, language: ClaimLanguage): string {
  const words = claimPhrases[language];
  const { comparison, direction, unit } = facts;
  const isHidden = comparison?.baseline?.missing === 'withheld' || comparison?.latest?.missing === 'withheld';
  if (isHidden) return words.hiddenComparison;
  const difference = comparison?.difference ?? null;
  if (difference === null) return words.noInterval;
  const { estimate, lower, upper } = difference;
  const text = words.difference(
    differenceText(estimate, unit, language),
    differenceRangeText(lower, upper, unit, language),
  );
  if (!(lower > 0 || upper < 0)) return words.noDifference(text);
  const verdict = !direction ? 'other' : isForBetter(direction, estimate) ? 'better' : 'worse';
  return words.compared[level][verdict](text);
}

/** What the goal asked for and whether the latest reading meets it, as a sentence; empty without a target. */
export function targetSentence(
  goal: {
    targetValue: number | null;
    direction: IndicatorDirection;
    unit: IndicatorUnit;
    isMet: boolean | null;
  },
  language: ClaimLanguage,
): string {
  if (goal.targetValue === null) return '';
  const value = valueText(goal.targetValue, goal.unit, language);
  const isFloor = goal.direction === 'atLeast' || goal.direction === 'up';
  if (language === 'da') {
    const bound = goal.unit === 'yesNo' ? value : `${isFloor ? 'mindst' : 'højst'} ${value}`;
    if (goal.isMet === null) return ended(`Målet er ${bound}`);
    return goal.isMet ? `Målet, ${bound}, er nået.` : `Målet, ${bound}, er ikke nået.`;
  }
  const bound = goal.unit === 'yesNo' ? value : `${isFloor ? 'at least' : 'at most'} ${value}`;
  if (goal.isMet === null) return ended(`The target is ${bound}`);
  return goal.isMet ? `The target, ${bound}, has been reached.` : `The target, ${bound}, has not been reached.`;
}

function titleOf(facts: ClaimFacts, level: EvidenceLevel | null, language: ClaimLanguage): string {
  const title = (language === 'da' ? facts.titleDa : facts.titleEn || facts.titleDa).trim();
  const isLocked = level === null || level < effectLevel;
  if (title === '' || (isLocked && claimsEffect(title))) return language === 'da' ? 'Målingen' : 'The measure';
  return title;
}

function readingText(reading: ClaimReading | null, unit: IndicatorUnit, language: ClaimLanguage): string {
  const words = claimPhrases[language];
  if (reading === null) return words.never;
  if (reading.value === null) return words.missing[reading.missing ?? 'notMeasured'];
  const about: string[] = [];
  if (isNumber(reading.lower) && isNumber(reading.upper))
    about.push(words.interval(rangeText(reading.lower, reading.upper, unit, language)));
  if (isNumber(reading.n)) about.push(`n = ${countText(reading.n, language)}`);
  return `${valueText(reading.value, unit, language)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}
