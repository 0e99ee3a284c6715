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

/** Writes the situation picture and the agreed challenges of a plan that is still a draft. */
export async function setPlan(ctx: CommandContext, input: SetPlanInput): Promise<ShownPlan> {
  const { em, actor, audit } = ctx;
  const { plan, municipalityId } = await lockPlan(em, actor, input.planId, mayEditPlanOf);
  await countUp(plan, input.baseVersion, () => showPlan(ctx, plan));
  plan.situation = input.situation;
  plan.challenges = input.challenges;
  audit.leave({
    action: 'setPlan',
    subjectKind: 'annualPlan',
    subjectId: plan.id,
    municipalityId,
    changed: ['situation', 'challenges'],
  });
  await em.flush();
  return showPlan(ctx, plan);
}

/** Writes the money of a plan that is still a draft. */
export async function setFrame(ctx: CommandContext, input: SetFrameInput): Promise<ShownPlan> {
  const { em, actor, audit } = ctx;
  const { plan, municipalityId } = await lockPlan(em, actor, input.planId, mayEditPlanOf);
  await countUp(plan, input.baseVersion, () => showPlan(ctx, plan));
  plan.frameOere = input.frameOere;
  plan.otherCostsOere = input.otherCostsOere;
  audit.leave({
    action: 'setFrame',
    subjectKind: 'annualPlan',
    subjectId: plan.id,
    municipalityId,
    changed: ['frameOere', 'otherCostsOere'],
  });
  await em.flush();
  return showPlan(ctx, plan);
}

/** The body adopts its plan; a plan without a situation picture is not ready. */
export async function adoptPlan(
  ctx: CommandContext,
  input: { planId: string; baseVersion: number },
): Promise<ShownPlan> {
  const { em, actor, audit, clock } = ctx;
  const { plan, municipalityId } = await lockPlan(em, actor, input.planId, mayAdoptPlan);
  await countUp(plan, input.baseVersion, () => showPlan(ctx, plan));
  if (plan.situation.trim() === '') throw planProblems.situationNeeded();
  plan.status = 'adopted';
  plan.adoptedOn = clock.today();
  audit.leave({
    action: 'adoptPlan',
    subjectKind: 'annualPlan',
    subjectId: plan.id,
    municipalityId,
    changed: ['status'],
  });
  await em.flush();
  return showPlan(ctx, plan);
}
