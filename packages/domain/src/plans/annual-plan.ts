import { z } from 'zod';
import { amountOere, oere } from '../measures/money.ts';
import { freeText } from '../measures/text.ts';

/** A plan is drafted in the autumn before its year, adopted by its body and closed with a review. */
export const annualPlanStatuses = ['draft', 'adopted', 'closed'] as const;
export type AnnualPlanStatus = (typeof annualPlanStatuses)[number];

/** What a project asks of, or takes from, a plan's frame. */
export interface FrameClaim {
  isDecided: boolean;
  isProposed: boolean;
  frameOere: number;
}

/** A body's year: the frame, what is taken, what is asked for and what is left. All in øre; left may be negative. */
export const planFrame = z.object({
  frameOere: oere,
  otherCostsOere: oere,
  takenOere: oere,
  askedOere: oere,
  leftOere: oere,
  /** What would be left if every proposal were approved as it stands. */
  leftIfAllOere: oere,
});
export type PlanFrame = z.infer<typeof planFrame>;

/** A project as it stands in its body's year. */
export const plannedProject = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.string(),
  tier: z.string().nullable(),
  ownerName: z.string(),
  minAge: z.number().int().nullable(),
  maxAge: z.number().int().nullable(),
  cashOere: oere,
  inKindOere: oere,
  /** What it asks of this plan's frame. */
  frameOere: oere,
  submittedOn: z.string().nullable(),
  /** Whether the one who looks may decide about it now. */
  mayDecide: z.boolean(),
});

export const shownPlan = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  year: z.number().int(),
  status: z.enum(annualPlanStatuses),
  situation: z.string(),
  challenges: z.string(),
  adoptedOn: z.string().nullable(),
  frame: planFrame,
  projects: z.array(plannedProject),
  observations: z.array(
    z.object({
      id: z.uuid(),
      placeName: z.string(),
      theme: z.string(),
      fromOn: z.string(),
      toOn: z.string(),
      text: z.string(),
    }),
  ),
  /** Years of the same body that have a plan, newest first. */
  years: z.array(z.number().int()),
  abilities: z.object({ edit: z.boolean(), adopt: z.boolean() }),
  version: z.number().int(),
});
export type ShownPlan = z.infer<typeof shownPlan>;

/** A year a plan can be of. */
export const planYear = z.number().int().min(2000).max(2100);

/** A body's plan for a year that has none yet, begun as an empty draft. */
export const addPlanInput = z.object({ id: z.uuid(), bodyId: z.uuid(), year: planYear });

/** The money of a plan that is still a draft: the cash there is, and what the body uses on other than projects. */
export const setFrameInput = z.object({
  planId: z.uuid(),
  baseVersion: z.number().int(),
  frameOere: amountOere,
  otherCostsOere: amountOere,
});
export type SetFrameInput = z.infer<typeof setFrameInput>;

export const setPlanInput = z.object({
  planId: z.uuid(),
  baseVersion: z.number().int(),
  situation: freeText({ max: 8000, min: 0 }),
  challenges: freeText({ max: 8000, min: 0 }),
});
export type SetPlanInput = z.infer<typeof setPlanInput>;

/** A body the one who asks may see, with the years it has a plan for, newest first; none before the first is begun. */
export const listedBody = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  municipalityName: z.string(),
  years: z.array(z.number().int()),
  proposalCount: z.number().int(),
  /** Whether the one who looks may begin and write its plans. */
  mayWrite: z.boolean(),
});
export type ListedBody = z.infer<typeof listedBody>;

export const shownEmergencyPlan = z.object({
  id: z.uuid(),
  municipalityName: z.string(),
  areaName: z.string(),
  trigger: z.string(),
  status: z.enum(['standing', 'active', 'closed']),
  reviewedOn: z.string(),
  activatedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  learning: z.string(),
});
