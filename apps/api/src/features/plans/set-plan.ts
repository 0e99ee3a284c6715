import { LockMode } from '@mikro-orm/core';
import { AnnualPlan } from '@forspring/database/plans/annual-plan.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { SetFrameInput, SetPlanInput, ShownPlan } from '@forspring/domain/plans/annual-plan';
import { mayAdoptPlan, mayEditPlanOf, maySeePlan } from '@forspring/domain/plans/annual-plan.abilities';
import { planProblems } from '@forspring/domain/plans/annual-plan.problems';
import type { Actor } from '@forspring/domain/people/actor';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { showPlan } from './show-plan.ts';

async function lockPlan(em: EntityManager, actor: Actor, planId: string, ability: typeof mayEditPlanOf) {
  const plan = await em.findOne(AnnualPlan, { id: planId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const body = plan
    ? await reader(em)
        .selectFrom('body')
        .where('id', '=', plan.bodyId)
        .select(['id as bodyId', 'municipalityId'])
        .executeTakeFirst()
    : undefined;
  if (!plan || !body || !maySeePlan(actor, body)) throw commonProblems.missing();
  if (!ability(actor, body)) throw commonProblems.refused();
  if (plan.status !== 'draft') throw planProblems.notDraft();
  return { plan, municipalityId: body.municipalityId };
}

/** Changes a draft as one command: on the version it was read in, with its trace. */
async function changePlan(
  ctx: CommandContext,
  { planId, baseVersion }: { planId: string; baseVersion: number },
  { action, ability, write }: { action: string; ability: typeof mayEditPlanOf; write: (plan: AnnualPlan) => string[] },
): Promise<ShownPlan> {
  const { em, actor, audit } = ctx;
  const { plan, municipalityId } = await lockPlan(em, actor, planId, ability);
  await countUp(plan, baseVersion, () => showPlan(ctx, plan));
  audit.leave({ action, subjectKind: 'annualPlan', subjectId: plan.id, municipalityId, changed: write(plan) });
  await em.flush();
  return showPlan(ctx, plan);
}

/** Writes the situation picture and the agreed challenges of a plan that is still a draft. */
export function setPlan(ctx: CommandContext, input: SetPlanInput): Promise<ShownPlan> {
  const write = (plan: AnnualPlan) => {
    plan.situation = input.situation;
    plan.challenges = input.challenges;
    return ['situation', 'challenges'];
  };
  return changePlan(ctx, input, { action: 'setPlan', ability: mayEditPlanOf, write });
}

/** Writes the money of a plan that is still a draft. */
export function setFrame(ctx: CommandContext, input: SetFrameInput): Promise<ShownPlan> {
  const write = (plan: AnnualPlan) => {
    plan.frameOere = input.frameOere;
    plan.otherCostsOere = input.otherCostsOere;
    return ['frameOere', 'otherCostsOere'];
  };
  return changePlan(ctx, input, { action: 'setFrame', ability: mayEditPlanOf, write });
}

/** The body adopts its plan; a plan without a situation picture is not ready. */
export function adoptPlan(ctx: CommandContext, input: { planId: string; baseVersion: number }): Promise<ShownPlan> {
  const write = (plan: AnnualPlan) => {
    if (plan.situation.trim() === '') throw planProblems.situationNeeded();
    plan.status = 'adopted';
    plan.adoptedOn = ctx.clock.today();
    return ['status'];
  };
  return changePlan(ctx, input, { action: 'adoptPlan', ability: mayAdoptPlan, write });
}
