import { checkName } from '../measures/name-check.ts';
import type { PlanField, PlanFields } from './plan.ts';
import { isHarmRisk, isWithinTrack, planProblems } from './plan.rules.ts';

/** The tabs of a project, in their order; each is a page of its own. */
export const projectTabs = ['plan', 'activities', 'budget', 'goals', 'evaluation', 'partners', 'history'] as const;
export type ProjectTab = (typeof projectTabs)[number];

/** What can be missing outside the plan's own fields. */
export const submissionGapCodes = [
  'field',
  'agesOutsideTrack',
  'extendedAgeReason',
  'harmAnswer',
  'nameCheck',
  'contradiction',
  'partners',
  'activities',
  'noLines',
  'sharesOpen',
  'fundingTooSmall',
  'fundingTooLarge',
  'noGoals',
  'goalIncomplete',
] as const;
export type SubmissionGapCode = (typeof submissionGapCodes)[number];

/** One thing a plan lacks: what, on which tab, at which field, and what the sentence needs. */
export interface SubmissionGap {
  code: SubmissionGapCode;
  tab: ProjectTab;
  /** The plan's field, so that the form can be opened at it; null on other tabs. */
  field: PlanField | null;
  /** The thing itself where there are several, such as a goal. */
  subjectId: string | null;
  params: Record<string, string | number>;
}

/** One goal as submission sees it: which of its parts are still missing (`goal.rules.ts` says what they are). */
export interface GoalReadiness {
  id: string;
  title: string;
  gaps: readonly string[];
}

/** Money on both sides of one kind of support, in øre. */
export interface KindBalance {
  kind: 'cash' | 'inKind';
  linesOere: number;
  fundingOere: number;
}

/** What the other tabs say about a project, handed in so that this rule needs no database. */
export interface SubmissionFacts {
  seriesCount: number;
  sessionCount: number;
  partnerCount: number;
  lineCount: number;
  /** Lines of which not all is paid by somebody. */
  openLineCount: number;
  balances: readonly KindBalance[];
  goals: readonly GoalReadiness[];
  /** The day the owner last looked at what the name check found; null when never. */
  nameCheckedOn: string | null;
}

/** Every plan needs these; ages and period only say so when they are empty. */
const required: readonly PlanField[] = [
  'title',
  'summary',
  'tier',
  'tierReason',
  'themes',
  'minAge',
  'maxAge',
  'bodyId',
  'startsOn',
  'endsOn',
  'challenge',
  'targetGroup',
  'targetGroupCount',
  'effects',
  'results',
  'activities',
  'resources',
  'adultsPresent',
  'structure',
  'groupMix',
];

function isEmpty(value: PlanFields[PlanField]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What a project lacks before it can be submitted, in the order of its tabs; empty when nothing does. */
export function missingForSubmission(plan: PlanFields, facts: SubmissionFacts): SubmissionGap[] {
  const gaps: SubmissionGap[] = [];
  const add = (code: SubmissionGapCode, tab: ProjectTab, rest: Partial<SubmissionGap> = {}) =>
    gaps.push({ code, tab, field: null, subjectId: null, params: {}, ...rest });
  for (const field of required) if (isEmpty(plan[field])) add('field', 'plan', { field });
  plan.assumptions.forEach((assumption, index) => {
    if (assumption === '') add('field', 'plan', { field: 'assumptions', params: { index } });
  });
  for (const { path, code } of planProblems(plan))
    add('contradiction', 'plan', { field: path as PlanField, params: { problem: code } });
  if (!isWithinTrack(plan)) add('agesOutsideTrack', 'plan', { field: 'minAge', params: { track: plan.track } });
  if (plan.extendedMinAge !== null && plan.extendedMinAgeReason === '')
    add('extendedAgeReason', 'plan', { field: 'extendedMinAgeReason' });
  if (isHarmRisk(plan) && plan.harmAnswer === '') add('harmAnswer', 'plan', { field: 'harmAnswer' });
  if (checkName(plan.title).length > 0 && facts.nameCheckedOn === null) add('nameCheck', 'plan', { field: 'title' });

  // The individual tier never has sessions per person; its totals come later, per half-year.
  if (plan.tier !== 'individual' && facts.seriesCount === 0 && facts.sessionCount === 0)
    add('activities', 'activities');
  addMoneyGaps(facts, add);
  if (facts.goals.length === 0) add('noGoals', 'goals');
  for (const goal of facts.goals)
    if (goal.gaps.length > 0)
      add('goalIncomplete', 'goals', { subjectId: goal.id, params: { title: goal.title, gaps: goal.gaps.join(',') } });
  if (facts.partnerCount === 0) add('partners', 'partners');
  return gaps;
}

/** Funding must equal expenses, cash and in-kind each by itself, and every line must be paid by somebody. */
function addMoneyGaps(
  facts: SubmissionFacts,
  add: (code: SubmissionGapCode, tab: ProjectTab, rest?: Partial<SubmissionGap>) => void,
): void {
  if (facts.lineCount === 0) return add('noLines', 'budget');
  for (const { kind, linesOere, fundingOere } of facts.balances) {
    const byOere = linesOere - fundingOere;
    if (byOere > 0) add('fundingTooSmall', 'budget', { params: { kind, byOere } });
    if (byOere < 0) add('fundingTooLarge', 'budget', { params: { kind, byOere: -byOere } });
  }
  if (facts.openLineCount > 0) add('sharesOpen', 'budget', { params: { count: facts.openLineCount } });
}
