import type { CostKind } from '@forspring/domain/budgets/budget';
import type { IndicatorKey } from '../indicators.ts';
import type { ClaimDesign, MeasurementMethod, MeasurementMode } from '@forspring/domain/goals/goal';
import type { Disaggregation } from '@forspring/domain/goals/part';
import type { ProjectTheme, Tier, Track } from '@forspring/domain/interventions/intervention';
import type { AgeBand, CountUnit } from '@forspring/domain/participation/session';
import type { PartnerRole } from '@forspring/domain/partners/partner';
import type { OrganisationKey, VenueKey } from '../places/places.ts';

/** One budget line as next year's proposal prints it; the amount is quantity times price. */
export interface LinePlan {
  title: string;
  quantity: number;
  unit: string;
  priceKr: number;
  kind?: CostKind;
  note?: string;
  /** A line the money is spent on once, at a time of the year (0–1), and not month by month. */
  spentAtShare?: number;
}

/** Who pays, in the order in which lines are filled. */
export interface SourcePlan {
  name: string;
  organisation: OrganisationKey;
  kr: number;
  kind?: CostKind;
  isPlanFrame?: boolean;
}

/** Who usually comes to a series: how many, how old, and with which adults. */
export interface Crowd {
  mean: number;
  girlShare: number;
  bands: Partial<Record<AgeBand, number>>;
  /** Share of the visits that are first visits, in an ordinary week; 0 when all begin the same day, null when nobody is new here. */
  newShare: number | null;
  staff: number;
  volunteers?: number;
}

/** A recurring activity of a recipe in any year. */
export interface SeriesPlan {
  key: string;
  title: string;
  rule: string;
  firstOn: (year: number) => string;
  lastOn: (year: number) => string;
  startMinute: number;
  endMinute: number;
  venue: VenueKey;
  organisation: OrganisationKey;
  countUnit?: CountUnit;
  /** The two minutes where the evening's time bands begin, where it is divided. */
  timeBands?: readonly [number, number];
  /** Which proposed skips are followed: leisure rests on public and school holidays, holiday projects on none. */
  skips: 'publicAndSchool' | 'public' | 'none';
  /** A programme instead of a rule that is kept: what the days are called and when they begin, by ISO weekday; each is as long as the series says. */
  programme?: Readonly<Partial<Record<number, { title: string; startMinute: number }>>>;
  /** Days the owner chose to skip besides, both ends included. */
  chosenSkip?: { firstOn: (year: number) => string; lastOn: (year: number) => string; reason: string };
  crowd: Crowd;
}

/** A series without a rule: a session is opened when it is needed. */
export interface OnDemandPlan {
  key: string;
  title: string;
  startMinute: number;
  endMinute: number;
  venue: VenueKey;
  organisation: OrganisationKey;
}

/** One reading of an indicator; shares come with the two counts they are made of. */
export interface Reading {
  /** Month and day, MM-DD, of the reading's year. */
  on: string;
  /** `counted` takes the number from the story's own sessions up to that day. */
  value: number | 'counted';
  of?: readonly [part: number, base: number];
  note?: string;
  /** What was found in each group, where it was divided: of a share its two counts, else the count. */
  parts?: Partial<Record<Disaggregation, Readonly<Record<string, number | readonly [part: number, base: number]>>>>;
  /** Told whatever day the story is told on. */
  isPinned?: boolean;
}

/** A goal as next year's proposal states it, and how it went the years before. */
export interface GoalPlan {
  key: string;
  indicator: IndicatorKey;
  title: string;
  baseline: number | null;
  target: number;
  /** How many the baseline was found among, of a share. */
  baselineCount?: number;
  method: MeasurementMethod;
  mode?: MeasurementMode;
  assumption: string;
  lastYear?: Reading;
  /** What was read early last year, where it was read twice. */
  earlyLastYear?: Reading;
  thisYear?: Reading;
  /** The running year's comparison: what was found in a group that is alike, before and after. */
  comparison?: {
    design: ClaimDesign;
    text: string;
    before: readonly [part: number, base: number];
    after: readonly [part: number, base: number];
  };
  /** Begun because the figure was unusual. */
  isChosenByBaseline?: boolean;
}

/** An organisation's part in the recipe. */
export interface PartnerPlan {
  organisation: OrganisationKey;
  role: PartnerRole;
  promise: string;
  hallHours?: number;
  staffHours?: number;
  volunteerHours?: number;
  /** How many young people are introduced to an association or another offer; a count. */
  introductionCount?: number;
  /** The in-kind line the promised hours pay, at the line's price. */
  paysLine?: string;
  registers?: boolean;
}

/** One of the twelve example projects: everything that is the same wherever and whenever it runs. */
export interface Recipe {
  key: string;
  title: string;
  summary: string;
  track: Track;
  tier: Tier;
  tierReason: string;
  themes: readonly ProjectTheme[];
  minAge: number;
  maxAge: number;
  extendedMinAge?: number;
  extendedMinAgeReason?: string;
  challenge: string;
  targetGroup: string;
  targetGroupCount: number;
  effects: string;
  results: string;
  activities: string;
  resources: string;
  /** The assumption behind each arrow between the six words, in their order. */
  assumptions: readonly [string, string, string, string, string];
  coreElements: readonly string[];
  knownRisks: string;
  adultsPresent: 'always' | 'partly' | 'no';
  structure: 'fixed' | 'partly' | 'open';
  groupMix: 'mixed' | 'onlyAtRisk';
  harmAnswer: string;
  usesCodes?: boolean;
  firstOn: (year: number) => string;
  lastOn: (year: number) => string;
  lines: readonly LinePlan[];
  sources: readonly SourcePlan[];
  series: readonly SeriesPlan[];
  onDemand?: readonly OnDemandPlan[];
  partners: readonly PartnerPlan[];
  goals: readonly GoalPlan[];
  /** Started and completed in each half-year of an ordinary year; the individual tier only. */
  halfYears?: readonly [readonly [number, number], readonly [number, number]];
}
