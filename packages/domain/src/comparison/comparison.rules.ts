import { type AgeBand, ageBands } from '../participation/session.ts';
import type { Tier } from '../interventions/intervention.ts';
import { numberIn } from '../measures/cell.ts';
import type { Interval } from '../measures/interval.ts';
import type { AgeSpan, ComparedMeasure, ComparisonCells, ComparisonFinding, IncomparableReason } from './comparison.ts';

/** What a row is, as far as comparing goes. */
export interface Comparand {
  tier: Tier;
  ages: AgeSpan | null;
  /** What is counted at its sessions; null while nothing is. */
  unit: 'visit' | 'contact' | null;
  /** Whether first-timers and regulars are told apart by cards. */
  usesCodes: boolean;
  /** How much of a year it ran, 0–1. */
  yearShare: number;
  /** Whether its year is not over, so that sums still grow. */
  isOpen: boolean;
  /** Indicators with their versions, `key@version`, in order. */
  indicators: readonly string[];
  hasPopulation: boolean;
}

/** What the others are compared with; null leaves a part open. */
export interface Yardstick {
  tier: Tier | null;
  ages: AgeSpan | null;
  usesCodes: boolean | null;
  /** False where most have had their whole year. */
  isOpen: boolean | null;
  indicators: readonly string[] | null;
}

/** A run shorter than this part of a year says nothing about a year. */
export const leastYearShare = 0.5;

/** Measures whose base is the visit. */
const visitMeasures: readonly ComparedMeasure[] = ['visitsPerThousand', 'visits', 'reach', 'costPerVisitHour'];

const bandEnds: Record<Exclude<AgeBand, 'unknown'>, readonly [number, number]> = {
  '10-12': [10, 12],
  '13-15': [13, 15],
  '16-17': [16, 17],
  '18-25': [18, 25],
};

/** The age bands a span of ages touches, in order: 13–17 is 13–15 and 16–17. */
export function bandsOf({ minAge, maxAge }: AgeSpan): AgeBand[] {
  return ageBands.filter((band) => {
    if (band === 'unknown') return false;
    const [first, last] = bandEnds[band];
    return first <= maxAge && last >= minAge;
  });
}

/** Whether two spans touch the same age bands; an unknown span is like no other. */
export function isSameAges(a: AgeSpan | null, b: AgeSpan | null): boolean {
  return a !== null && b !== null && bandsOf(a).join() === bandsOf(b).join();
}

/** Why a row's measure cannot be compared with the yardstick; empty when it can. Rules 1.1–1.7 of `docs/comparison.md`. */
export function incomparableReasonsOf(
  row: Comparand,
  yardstick: Yardstick,
  measure: ComparedMeasure,
  cells: ComparisonCells,
): IncomparableReason[] {
  const reasons: IncomparableReason[] = [];
  if (yardstick.tier !== null && row.tier !== yardstick.tier) reasons.push('otherTier');
  if (yardstick.ages !== null && !isSameAges(row.ages, yardstick.ages)) reasons.push('otherAges');
  if (visitMeasures.includes(measure) && row.unit === 'contact') reasons.push('otherUnit');
  if (measure === 'reach' && yardstick.usesCodes !== null && row.usesCodes !== yardstick.usesCodes)
    reasons.push('otherMode');
  // A share or a price is as good for a short run; a sum or a rate a year is not.
  const isYearly = measure === 'visitsPerThousand' || measure === 'visits' || measure === 'reach';
  const isUnfinished = yardstick.isOpen === false && row.isOpen && (isYearly || measure === 'heldShare');
  if (isUnfinished || (isYearly && row.yearShare < leastYearShare)) reasons.push('otherPeriod');
  if (measure === 'goalShare' && yardstick.indicators !== null && row.indicators.join() !== yardstick.indicators.join())
    reasons.push('otherIndicator');
  if (measure === 'visitsPerThousand' && !row.hasPopulation) reasons.push('noPopulation');
  const cell = comparedCell(cells, measure);
  if (cell.kind === 'withheld') reasons.push('withheld');
  else if (cell.kind !== 'value' && cell.kind !== 'zero' && reasons.length === 0) reasons.push('notMeasured');
  return reasons;
}

/** The cell a measure is read from. */
export function comparedCell(cells: ComparisonCells, measure: ComparedMeasure): ComparisonCells[keyof ComparisonCells] {
  return measure === 'costPerVisitHour' ? cells.totalPerVisitHour : cells[measure];
}

/** The most common of some values; ties go to the first in the order given. Null for none. */
export function mostCommon<T>(values: readonly T[], keyOf: (value: T) => string = String): T | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  let best: T | null = null;
  let bestCount = 0;
  for (const value of values) {
    const count = counts.get(keyOf(value)) ?? 0;
    if (count > bestCount) [best, bestCount] = [value, count];
  }
  return best;
}

/** A compared row's interval, and how many visits one young person made of it (1 where each counts once). */
export interface Spanned {
  interval: Interval;
  visitsEach: number;
}

/** The level of all together, and how many rows cannot be told from it. */
export interface Spread {
  level: number;
  alikeCount: number;
}

/**
 * The common level of some rows (each weighted by its base) and how many of them have an interval that holds it. The
 * same young people come again and again, so visits are not independent, and an exact interval of visits is too narrow:
 * its arms are made longer by the square root of the visits each young person made, the design effect of clusters of
 * equal size (Kish 1965, *Survey Sampling*, 8.2). Fewer than two rows, or one without a base, have no common level: null.
 */
export function spreadOf(rows: readonly Spanned[]): Spread | null {
  const known = rows.filter(
    ({ interval: { estimate, lower, upper, n } }) => n > 0 && estimate !== null && lower !== null && upper !== null,
  );
  if (known.length < 2 || known.length !== rows.length) return null;
  const base = known.reduce((sum, { interval }) => sum + interval.n, 0);
  const level = known.reduce((sum, { interval }) => sum + (interval.estimate ?? 0) * interval.n, 0) / base;
  const alikeCount = known.filter(({ interval, visitsEach }) => {
    const { estimate, lower, upper } = interval as { estimate: number; lower: number; upper: number };
    const longer = Math.sqrt(Math.max(1, visitsEach));
    return estimate - (estimate - lower) * longer <= level && level <= estimate + (upper - estimate) * longer;
  }).length;
  return { level, alikeCount };
}

/** Visits each young person made, at most: visits over the fewest young people they can have been; 1 where reach is not known. */
export function visitsEachOf({ visits, reach }: Pick<ComparisonCells, 'visits' | 'reach'>): number {
  if (visits.kind !== 'value' || reach.kind !== 'value' || reach.value.lower === 0) return 1;
  return visits.value / reach.value.lower;
}

/** What may be said of the compared rows, from cells only, so that nothing hidden can be read out of it. */
export function findingOf({
  measure,
  rowCount,
  compared,
  spread,
  isAcrossTiers,
  isAcrossIndicators,
}: {
  measure: ComparedMeasure;
  rowCount: number;
  compared: readonly ComparisonCells[];
  spread: Spread | null;
  isAcrossTiers: boolean;
  isAcrossIndicators: boolean;
}): ComparisonFinding {
  if (rowCount > 0 && isAcrossTiers) return { kind: 'sideBySide', why: 'tiers', rowCount };
  if (rowCount > 0 && measure === 'goalShare' && isAcrossIndicators)
    return { kind: 'sideBySide', why: 'indicators', rowCount };
  if (compared.length < 2) return { kind: 'tooFew', comparedCount: compared.length, rowCount };
  if (spread)
    return { kind: 'alike', alikeCount: spread.alikeCount, comparedCount: compared.length, level: spread.level };
  const ends = compared.flatMap((cells) => endsOf(cells, measure));
  return { kind: 'span', lowest: Math.min(...ends), highest: Math.max(...ends), comparedCount: compared.length };
}

function endsOf(cells: ComparisonCells, measure: ComparedMeasure): number[] {
  if (measure === 'reach')
    return cells.reach.kind === 'value' ? [cells.reach.value.lower, cells.reach.value.upper] : [0];
  if (measure === 'visits') return [numberIn(cells.visits) ?? 0];
  if (measure === 'costPerVisitHour') return [numberIn(cells.totalPerVisitHour) ?? 0];
  const cell =
    measure === 'heldShare' ? cells.heldShare : measure === 'goalShare' ? cells.goalShare : cells.visitsPerThousand;
  return cell.kind === 'value' && cell.value.estimate !== null ? [cell.value.estimate] : [0];
}
