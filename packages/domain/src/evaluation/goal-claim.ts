import type { ClaimDesign, IndicatorDirection, IndicatorUnit, MissingKind } from '../goals/goal.ts';
import type { Tier } from '../interventions/intervention.ts';
import { type ClaimFacts, claimLevel, type ClaimReading, claimSentence, type EvidenceLevel } from './claim.ts';

/** What was found among n people: a part of them, or a mean with its standard deviation. */
export type FoundAmong =
  | { kind: 'share'; x: number; n: number }
  | { kind: 'mean'; mean: number; sd: number; n: number };

interface Estimate {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
}

/** The intervals a claim rests on, at a confidence of 0.95; null limits where there can be none. */
export interface Estimators {
  foundInterval(found: FoundAmong, conf: number): Estimate;
  changeInterval(before: FoundAmong, after: FoundAmong, conf: number): Estimate;
  changeDifference(
    here: { before: FoundAmong; after: FoundAmong },
    there: { before: FoundAmong; after: FoundAmong },
    conf: number,
  ): Estimate;
}

const conf = 0.95;

/** A reading as its reader may see it: what the gate withheld has no value and says so. */
export interface SeenReading {
  measuredOn: string | null;
  value: number | null;
  missing: MissingKind | null;
  numeratorCount: number | null;
  baseCount: number | null;
  spread: number | null;
}

/** A goal as its claim is made from it. */
export interface ClaimedGoal {
  title: string;
  tier: Tier;
  indicator: { titleDa: string; titleEn: string; unit: IndicatorUnit; direction: IndicatorDirection } | null;
  /** The baseline as its reader may see it; null where nothing is written. */
  baseline: SeenReading | null;
  /** The reading that counts; null while there is none. */
  latest: SeenReading | null;
  design: ClaimDesign;
  comparisonUnitCount: number | null;
  /** The compared group's readings as their reader may see them, the first and the last by day among them. */
  comparisonReadings: readonly SeenReading[];
  isChosenByBaseline: boolean;
  /** Whether only young people at risk take part: then what is measured of them began at an unusual place. */
  isRiskGroup: boolean;
}

/** Everything the system says of a goal. */
export interface GoalClaim {
  level: EvidenceLevel | null;
  sentenceDa: string;
  sentenceEn: string;
}

/** The one place a goal's level and sentences are made; charts, tables, pages and reports show what comes from here. */
export function goalClaim(goal: ClaimedGoal, estimators: Estimators): GoalClaim {
  const facts = claimFactsOf(goal, estimators);
  return { level: claimLevel(facts), sentenceDa: claimSentence(facts, 'da'), sentenceEn: claimSentence(facts, 'en') };
}

/** The limits of one reading's own 95 % interval; null where it has none. */
export function readingLimits(
  reading: Omit<SeenReading, 'measuredOn'>,
  unit: IndicatorUnit,
  { foundInterval }: Pick<Estimators, 'foundInterval'>,
): { lower: number | null; upper: number | null } {
  const found = foundAmong(reading, unit);
  if (found === null) return { lower: null, upper: null };
  const { lower, upper } = foundInterval(found, conf);
  return { lower, upper };
}

/** A reading of a share or a mean as intervals are made from it; null where a count behind it is not known. */
export function foundAmong(
  { value, numeratorCount, baseCount, spread }: Omit<SeenReading, 'measuredOn' | 'missing'>,
  unit: IndicatorUnit,
): FoundAmong | null {
  if (value === null || baseCount === null || baseCount === 0) return null;
  if (unit === 'share') return { kind: 'share', x: numeratorCount ?? Math.round(value * baseCount), n: baseCount };
  return unit === 'mean' && spread !== null ? { kind: 'mean', mean: value, sd: spread, n: baseCount } : null;
}

function claimFactsOf(goal: ClaimedGoal, estimators: Estimators): ClaimFacts {
  const { indicator, baseline, latest, design } = goal;
  const unit = indicator?.unit ?? 'count';
  const claimed = (reading: SeenReading | null, isBaseline = false): ClaimReading | null =>
    reading && {
      on: reading.measuredOn,
      value: reading.value,
      missing: reading.missing,
      // Of the baseline the sentence says n alone; its interval is in that of the change.
      ...(isBaseline ? { lower: null, upper: null } : readingLimits(reading, unit, estimators)),
      n: reading.value === null ? null : reading.baseCount,
    };
  const others = goal.comparisonReadings.toSorted((a, b) => ((a.measuredOn ?? '') < (b.measuredOn ?? '') ? -1 : 1));
  const [first, last] = [others[0] ?? null, others.length > 1 ? (others.at(-1) ?? null) : null];
  const among = [baseline, latest, first, last].map((reading) => reading && foundAmong(reading, unit));
  const [before, after, thereBefore, thereAfter] = among;
  const change = before && after ? limited(estimators.changeInterval(before, after, conf)) : null;
  const difference =
    before && after && thereBefore && thereAfter
      ? limited(estimators.changeDifference({ before, after }, { before: thereBefore, after: thereAfter }, conf))
      : null;
  const isOfPeople = unit === 'share' || unit === 'mean';
  return {
    titleDa: indicator?.titleDa ?? goal.title,
    titleEn: indicator?.titleEn ?? goal.title,
    unit,
    direction: indicator?.direction ?? null,
    baseline: claimed(baseline, true),
    latest: claimed(latest),
    change,
    design,
    comparison:
      design === 'none'
        ? null
        : { baseline: claimed(first, true), latest: claimed(last), unitCount: goal.comparisonUnitCount, difference },
    isRegressionRisk: goal.isChosenByBaseline || (isOfPeople && (goal.isRiskGroup || goal.tier === 'individual')),
  };
}

function limited({ estimate, lower, upper }: Estimate): { estimate: number; lower: number; upper: number } | null {
  return estimate === null || lower === null || upper === null ? null : { estimate, lower, upper };
}
