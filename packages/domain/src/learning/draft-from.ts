import { addDays, type Day, isDay, isoWeekOf, mondayOfWeek, weekdayOf } from '../measures/day.ts';
import type { ProjectPlace } from '../projects/project.ts';

/** A day of one year moved to the same day of another; 29 February becomes the 28th where there is none. */
export function inYear(on: Day, fromYear: number, toYear: number): Day {
  const moved = `${Number(on.slice(0, 4)) + toYear - fromYear}${on.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** A day moved to the same weekday of the same ISO week of another year; week 53 becomes the last week there is. */
export function inWeekOfYear(on: Day, fromYear: number, toYear: number): Day {
  const { year, week } = isoWeekOf(on);
  const monday = mondayOfWeek(year + toYear - fromYear, week);
  const isThere = isoWeekOf(monday).week === week;
  return addDays(isThere ? monday : addDays(monday, -7), weekdayOf(on) - 1);
}

/** What a copy takes over from its original's plan. */
export interface CopiedPlan {
  title: string;
  summary: string;
  track: 'ssp' | 'sspPlus';
  tier: ProjectPlace['tier'];
  minAge: number | null;
  maxAge: number | null;
  extendedMinAge: number | null;
  extendedMinAgeReason: string;
  startsOn: Day | null;
  endsOn: Day | null;
  usesCodes: boolean;
  challenge: string;
  targetGroup: string;
  targetGroupCount: number | null;
  effects: string;
  results: string;
  activities: string;
  resources: string;
  assumptions: string[];
  adultsPresent: 'always' | 'partly' | 'no' | null;
  structure: 'fixed' | 'partly' | 'open' | null;
  groupMix: 'mixed' | 'onlyAtRisk' | null;
}

/**
 * The plan of a copy: everything the original taught, with its days in the new year. What each place must answer for
 * itself is left empty: why the tier fits here, what could go wrong here, whether the name stigmatises here.
 */
export function draftFrom(
  source: CopiedPlan & { year: number },
  year: number,
): CopiedPlan & { tierReason: ''; harmAnswer: ''; nameCheckedOn: null } {
  const { title, summary, track, tier, minAge, maxAge, extendedMinAge, extendedMinAgeReason, usesCodes } = source;
  const { challenge, targetGroup, targetGroupCount, effects, results, activities, resources } = source;
  const move = (on: Day | null) => (on === null ? null : inYear(on, source.year, year));
  return {
    title,
    summary,
    track,
    tier,
    minAge,
    maxAge,
    extendedMinAge,
    extendedMinAgeReason,
    usesCodes,
    challenge,
    targetGroup,
    targetGroupCount,
    effects,
    results,
    activities,
    resources,
    assumptions: [...source.assumptions],
    adultsPresent: source.adultsPresent,
    structure: source.structure,
    groupMix: source.groupMix,
    startsOn: move(source.startsOn),
    endsOn: move(source.endsOn),
    tierReason: '',
    harmAnswer: '',
    nameCheckedOn: null,
  };
}
