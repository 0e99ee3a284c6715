import { z } from 'zod';
import { changeStatuses, changeVerdicts, costKinds } from '../budgets/budget.ts';
import { recommendations } from '../evaluation/evaluation.ts';
import { tiers } from '../interventions/intervention.ts';
import { learningGoal } from '../learning/learning.ts';
import { cellOf } from '../measures/cell.ts';
import { oere } from '../measures/money.ts';
import { reachRange } from '../measures/reach.ts';
import { projectStatuses } from '../projects/project.ts';

const count = z.number().int();
const named = z.object({ id: z.uuid(), title: z.string() });

/** One grant in its funder's list: the project, what was granted and what of it is spent. */
export const listedGrant = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(costKinds),
  projectTitle: z.string(),
  year: count,
  placeName: z.string(),
  tier: z.enum(tiers).nullable(),
  status: z.enum(projectStatuses),
  amountOere: oere,
  spentOere: oere,
  reportsOn: z.string().nullable(),
  /** Whether the evaluation is approved, so that there is something to learn. */
  isEvaluated: z.boolean(),
});
export type ListedGrant = z.infer<typeof listedGrant>;

/** A budget line as one funder sees it: its own part of budget and accounts, never whose the rest is. */
export const grantLine = z.object({ id: z.uuid(), title: z.string(), budgetOere: oere, spentOere: oere });
export type GrantLine = z.infer<typeof grantLine>;

/** A move of money on lines this funder pays part of. */
export const grantChange = z.object({
  id: z.uuid(),
  fromTitle: z.string(),
  toTitle: z.string(),
  amountOere: oere,
  reason: z.string(),
  verdict: z.enum(changeVerdicts),
  status: z.enum(changeStatuses),
  on: z.string(),
});

/** What the approved evaluation says; only then is it shown. */
export const grantLearning = z.object({
  worked: z.string(),
  didNotWork: z.string(),
  forWhom: z.string(),
  adaptations: z.string(),
  recommendation: z.enum(recommendations).nullable(),
  recommendationReason: z.string(),
  approvedOn: z.string(),
  contentHash: z.string(),
});

/** One grant as its funder may see it: promised, done, moved, cost, learnt, next. */
export const shownGrant = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(costKinds),
  funderName: z.string().nullable(),
  amountOere: oere,
  reportsOn: z.string().nullable(),
  project: named.extend({
    year: count,
    status: z.enum(projectStatuses),
    tier: z.enum(tiers).nullable(),
    placeName: z.string(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    minAge: count.nullable(),
    maxAge: count.nullable(),
    ownerNames: z.array(z.string()),
    summary: z.string(),
    stopReason: z.string(),
  }),
  promised: z.object({
    challenge: z.string(),
    targetGroup: z.string(),
    effects: z.string(),
    activities: z.string(),
    sessionCount: count,
  }),
  /** Numbers about people are withheld until the evaluation is approved. */
  done: z.object({
    heldCount: count,
    cancelledCount: count,
    plannedCount: count,
    visits: cellOf(z.number()),
    contacts: cellOf(z.number()),
    reach: cellOf(reachRange),
    visitMinutes: cellOf(z.number()),
    costPerVisitHour: cellOf(z.number()),
  }),
  goals: z.array(learningGoal),
  cost: z.object({
    lines: z.array(grantLine),
    /** What the others pay, as one sum. */
    rest: z.object({ budgetOere: oere, spentOere: oere }),
    total: z.object({ budgetOere: oere, spentOere: oere }),
  }),
  changes: z.array(grantChange),
  learning: grantLearning.nullable(),
  isEvaluated: z.boolean(),
});
export type ShownGrant = z.infer<typeof shownGrant>;
