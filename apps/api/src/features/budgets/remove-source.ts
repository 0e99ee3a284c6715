import { LineShare } from '@forspring/database/budgets/line-share.entity';
import { Membership } from '@forspring/database/people/membership.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getSource, lockBudget } from './budget.store.ts';
import { currentSource } from './set-source.ts';

/** Removes a funding source, with what it was to pay and the access that hangs on it, from a budget that is still being planned. */
export async function removeSource(
  ctx: BudgetContext,
  { sourceId, baseVersion }: { sourceId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, clock, project, audit } = ctx;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const source = await getSource(em, project.projectId, sourceId);
  await countUp(source, baseVersion, () => currentSource(source));
  await em.nativeDelete(LineShare, { sourceId });
  await em.nativeUpdate(
    Membership,
    { placeKind: 'fundingSource', placeId: sourceId, endedAt: null },
    { endedAt: clock.now() },
  );
  em.remove(source);
  await em.flush();
  audit.leave({
    action: 'removeSource',
    subjectKind: 'fundingSource',
    subjectId: sourceId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: sourceId };
}
