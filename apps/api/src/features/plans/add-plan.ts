import type { z } from 'zod';
import { AnnualPlan } from '@forspring/database/plans/annual-plan.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { addPlanInput, ShownPlan } from '@forspring/domain/plans/annual-plan';
import { mayEditPlanOf, maySeePlan } from '@forspring/domain/plans/annual-plan.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { showPlan } from './show-plan.ts';

/** Begins a body's plan for a year that has none: an empty draft without money. */
export async function addPlan(
  ctx: CommandContext,
  { id, bodyId, year }: z.infer<typeof addPlanInput>,
): Promise<ShownPlan> {
  const { em, actor, audit } = ctx;
  const db = reader(em);
  const body = await db
    .selectFrom('body')
    .where('id', '=', bodyId)
    .select(['id as bodyId', 'municipalityId'])
    .executeTakeFirst();
  if (!body || !maySeePlan(actor, body)) throw commonProblems.missing();
  if (!mayEditPlanOf(actor, body)) throw commonProblems.refused();
  const known = await db
    .selectFrom('annualPlan')
    .where((one) => one.or([one('id', '=', id), one.and([one('bodyId', '=', bodyId), one('year', '=', year)])]))
    .select('id')
    .executeTakeFirst();
  if (known) throw commonProblems.alreadyThere();
  em.create(AnnualPlan, { id, bodyId, year, status: 'draft', frameOere: 0, adoptedOn: null });
  audit.leave({
    action: 'addPlan',
    subjectKind: 'annualPlan',
    subjectId: id,
    municipalityId: body.municipalityId,
  });
  await em.flush();
  return showPlan(ctx, { bodyId, year });
}
