import type { ProjectTheme, Tier, Track } from '../interventions/intervention.ts';
import { addDays, type Day, yearOf } from '../measures/day.ts';
import type { FieldProblem } from '../measures/problem.ts';
import { emptyPlan, type PlanFields } from './plan.ts';

/** The last day a project beginning on a day may have: twelve months, both ends included (1 January – 31 December). */
export function latestEndOf(startsOn: Day): Day {
  const [year = '', month = '', dayOfMonth = ''] = startsOn.split('-');
  const sameDay = `${Number(year) + 1}-${month}-${dayOfMonth}`;
  // A project begun on a leap day has no such day a year later; its year ends on 28 February.
  return dayOfMonth === '29' && month === '02' ? `${Number(year) + 1}-02-28` : addDays(sameDay, -1);
}

/** What contradicts itself in a plan, whatever else may still be missing: told at once, at the field. */
export function planProblems(
  plan: Pick<PlanFields, 'startsOn' | 'endsOn' | 'minAge' | 'maxAge' | 'usesCodes' | 'tier'>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { startsOn, endsOn, minAge, maxAge } = plan;
  if (startsOn !== null && endsOn !== null) {
    if (endsOn < startsOn) problems.push({ path: 'endsOn', code: 'project.endsBeforeStart', params: {} });
    else if (endsOn > latestEndOf(startsOn))
      problems.push({ path: 'endsOn', code: 'project.longerThanYear', params: { latestOn: latestEndOf(startsOn) } });
  }
  if (minAge !== null && maxAge !== null && maxAge < minAge)
    problems.push({ path: 'maxAge', code: 'project.agesReversed', params: { minAge } });
  if (plan.usesCodes && plan.tier !== 'specific')
    problems.push({ path: 'usesCodes', code: 'project.codesNeedSpecificTier', params: {} });
  return problems;
}

/** The ages of each track, both ends included; SSP+ may reach down to 16 with a reason. */
export const trackAges: Readonly<Record<Track, { min: number; max: number }>> = {
  ssp: { min: 10, max: 18 },
  sspPlus: { min: 18, max: 25 },
};

/** Whether a plan's youngest age lies within its track; an unknown age does. */
export function isWithinTrack({ track, minAge }: Pick<PlanFields, 'track' | 'minAge'>): boolean {
  return minAge === null || (minAge >= trackAges[track].min && minAge <= trackAges[track].max);
}

/**
 * Whether gathering these young people this way may make things worse: no adults all the time, nothing planned, or only
 * young people at risk. Peers teach each other in unled groups (Dishion, McCord & Poulin 1999; Mahoney,
 * Stattin & Magnusson 2001; Dodge, Dishion & Lansford 2006), so a plan like that must say how it prevents it.
 */
export function isHarmRisk({
  adultsPresent,
  structure,
  groupMix,
}: Pick<PlanFields, 'adultsPresent' | 'structure' | 'groupMix'>): boolean {
  return (adultsPresent !== null && adultsPresent !== 'always') || structure === 'open' || groupMix === 'onlyAtRisk';
}

/** The year a project belongs to: the one it begins in, else the one it was planned for. */
export function planYear(startsOn: Day | null, plannedYear: number): number {
  return startsOn === null ? plannedYear : yearOf(startsOn);
}

/** The fields approval locks: a later change needs a reason and is shown wherever they are. */
export const lockedPlanFields = ['targetGroup', 'targetGroupCount', 'minAge', 'maxAge', 'extendedMinAge'] as const;
export type LockedPlanField = (typeof lockedPlanFields)[number];

/** What a new draft may be made from: an intervention or an earlier project, whichever fields it has. */
export interface DraftSource extends Partial<Omit<PlanFields, 'title' | 'themes' | 'assumptions'>> {
  title: string;
  themes?: readonly ProjectTheme[];
  assumptions?: readonly string[];
  /** An intervention's word for the challenge. */
  problem?: string;
}

/**
 * A draft's plan copied from a recipe or an earlier project. What belongs to the new place and period is left empty:
 * district, body, venue, area and days; the number in the target group too, because it was counted elsewhere.
 */
export function draftFrom(source: DraftSource): PlanFields {
  const empty = emptyPlan(source.title);
  const assumptions = empty.assumptions.map((_, index) => source.assumptions?.[index] ?? '');
  return {
    ...empty,
    summary: source.summary ?? '',
    track: source.track ?? 'ssp',
    tier: source.tier ?? null,
    tierReason: source.tierReason ?? '',
    themes: [...(source.themes ?? [])],
    minAge: source.minAge ?? null,
    maxAge: source.maxAge ?? null,
    extendedMinAge: source.extendedMinAge ?? null,
    extendedMinAgeReason: source.extendedMinAgeReason ?? '',
    usesCodes: source.tier === 'specific' && source.usesCodes === true,
    challenge: source.challenge ?? source.problem ?? '',
    targetGroup: source.targetGroup ?? '',
    effects: source.effects ?? '',
    results: source.results ?? '',
    activities: source.activities ?? '',
    resources: source.resources ?? '',
    assumptions,
    adultsPresent: source.adultsPresent ?? null,
    structure: source.structure ?? null,
    groupMix: source.groupMix ?? null,
    harmAnswer: source.harmAnswer ?? '',
  };
}

/** A tier that may use participant codes: general is counted by headcount only, individual never per person. */
export function mayUseCodes(tier: Tier | null): boolean {
  return tier === 'specific';
}
