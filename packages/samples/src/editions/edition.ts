import type { ElementMarkWord } from '@forspring/domain/evaluation/fidelity';
import type { Recommendation } from '@forspring/domain/evaluation/evaluation';
import type { PulseAnswer, PulseQuestion } from '@forspring/domain/participation/kiosk';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { PersonKey } from '../people.ts';
import type { BodyKey, DistrictKey, MunicipalityKey, OrganisationKey, VenueKey } from '../places/places.ts';
import type { GoalPlan } from '../recipes/recipe.ts';
import type { RecipeKey } from '../recipes/recipes.ts';

/** What a project that is over says about itself. */
export interface EvaluationText {
  /** What was found, which the reason for the recommendation begins with. */
  found: string;
  worked: string;
  didNotWork: string;
  forWhom: string;
  adaptations: string;
  costText: string;
  preconditions: string;
  recommendation: Recommendation;
  recommendationReason: string;
  /** How each core element went, in the recipe's order; left out where all were done as described. */
  elements?: readonly ElementMarkWord[];
}

/** How many gave each answer to each question of the exit pulse. */
export type PulseCounts = Readonly<Record<PulseQuestion, Partial<Record<PulseAnswer, number>>>>;

/** One run of a recipe in one district and one year of the story. */
export interface Edition {
  recipe: RecipeKey;
  /** −1 last year, 0 the running year, 1 next year. */
  offset: -1 | 0 | 1;
  municipality: MunicipalityKey;
  district: DistrictKey | null;
  /** Written into the id when the recipe runs elsewhere than at home. */
  isCopy?: boolean;
  body: BodyKey;
  areaName: string;
  owner: PersonKey;
  /** Who chairs the body that decided; never the owner. */
  decidedBy: PersonKey;
  title?: string;
  /** Where the status does not follow from the year and the day the story is told on: proposals, what was stopped, what nobody has evaluated. */
  status?: ProjectStatus;
  returnComment?: string;
  stop?: { monthDay: string; reason: string };
  /** Organisations and venues of the home district replaced by this district's own. */
  organisations?: Partial<Record<OrganisationKey, OrganisationKey>>;
  venues?: Partial<Record<VenueKey, VenueKey>>;
  /** Prices and quantities against next year's printed budget. */
  priceShare?: number;
  volumeShare?: number;
  /** Visits against what the recipe usually draws, growth over the year, and the share of sessions cancelled. */
  crowdShare?: number;
  trend?: number;
  cancelShare?: number;
  /** From so many days before the story is told, so large a share of the usual crowd still comes. */
  crowdShift?: { daysAgo: number; share: number };
  /** What was expected before the owner changed it on a day (MM-DD), as a share of what is expected now. */
  expectedBefore?: { untilMonthDay: string; share: number };
  /** The evenings held last, latest first, at which a kiosk stood at the door, with what was answered on the way out. */
  kioskPulses?: readonly PulseCounts[];
  /** Whether a survey of two rounds belongs to it that is closed. */
  hasClosedSurvey?: boolean;
  /** Recent sessions nobody has registered. */
  forgottenCount?: number;
  /** Sessions on which nobody asked who was there for the first time. */
  firstTimeMissingShare?: number;
  /** What has been spent on lines worth telling about, by title, as a share of the line; above 1 is overspent. */
  spentShares?: Readonly<Record<string, number>>;
  /** The first Sunday session two weeks ahead is held on the Friday before instead, elsewhere. */
  movedAhead?: { venue: VenueKey; startMinute: number; endMinute: number; reason: string };
  isFirstYear?: boolean;
  usesCodes?: boolean;
  goals?: Readonly<Record<string, Partial<GoalPlan>>>;
  lockedChange?: { goal: string; fromText: string; toText: string; reason: string };
  budgetChange?: { fromLine: string; toLine: string; kr: number; reason: string };
  copiedFrom?: string;
  adaptations?: readonly { field: string; fromText: string; toText: string; reason: string }[];
  evaluation?: EvaluationText;
}
