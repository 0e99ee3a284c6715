import { z } from 'zod';
import { mayBeSignedIn } from '@forspring/domain/people/people.abilities';
import {
  addPlanInput,
  listedBody,
  planYear,
  setFrameInput,
  setPlanInput,
  shownEmergencyPlan,
  shownPlan,
} from '@forspring/domain/plans/annual-plan';
import { mayFindPlans } from '@forspring/domain/plans/annual-plan.abilities';
import { shownDeadline, shownWaiting } from '@forspring/domain/plans/deadline';
import { owedAsk, owedPage, reminderInput } from '@forspring/domain/plans/owed';
import { mayListOwed, mayRemind } from '@forspring/domain/plans/owed.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addPlan } from './add-plan.ts';
import { addReminder } from './add-reminder.ts';
import { listBodies } from './list-bodies.ts';
import { listDeadlines } from './list-deadlines.ts';
import { listEmergencyPlans } from './list-emergency-plans.ts';
import { listOwed } from './list-owed.ts';
import { listWaiting } from './list-waiting.ts';
import { adoptPlan, setFrame, setPlan } from './set-plan.ts';
import { showPlan } from './show-plan.ts';

export const plansRouter = router({
  listBodies: query
    .by(mayFindPlans)
    .output(z.array(listedBody))
    .query(({ ctx }) => listBodies(ctx)),
  showPlan: query
    .by(mayFindPlans)
    .input(z.object({ bodyId: z.uuid(), year: planYear }))
    .output(shownPlan)
    .query(({ ctx, input }) => showPlan(ctx, input)),
  addPlan: command
    .by(mayFindPlans)
    .input(addPlanInput)
    .output(shownPlan)
    .mutation(({ ctx, input }) => addPlan(ctx, input)),
  setFrame: command
    .by(mayFindPlans)
    .input(setFrameInput)
    .output(shownPlan)
    .mutation(({ ctx, input }) => setFrame(ctx, input)),
  setPlan: command
    .by(mayFindPlans)
    .input(setPlanInput)
    .output(shownPlan)
    .mutation(({ ctx, input }) => setPlan(ctx, input)),
  adoptPlan: command
    .by(mayFindPlans)
    .input(z.object({ planId: z.uuid(), baseVersion: z.number().int() }))
    .output(shownPlan)
    .mutation(({ ctx, input }) => adoptPlan(ctx, input)),
  listEmergencyPlans: query
    .by(mayFindPlans)
    .output(z.array(shownEmergencyPlan))
    .query(({ ctx }) => listEmergencyPlans(ctx)),
  listDeadlines: query
    .by(mayBeSignedIn)
    .output(z.array(shownDeadline))
    .query(({ ctx }) => listDeadlines(ctx)),
  listOwed: query
    .by(mayListOwed)
    .input(owedAsk)
    .output(owedPage)
    .query(({ ctx, input }) => listOwed(ctx, input)),
  addReminder: command
    .by(mayRemind)
    .input(reminderInput)
    .output(z.object({ letterCount: z.number().int() }))
    .mutation(({ ctx, input }) => addReminder(ctx, input)),
  listWaiting: query
    .by(mayBeSignedIn)
    .output(z.array(shownWaiting))
    .query(({ ctx }) => listWaiting(ctx)),
});
