import { FundingSource } from '@forspring/database/budgets/funding-source.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import type { FundingSourceInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { type BudgetContext, lockBudget, nextPosition } from './budget.store.ts';

/** Adds a funding source to a budget that is still being planned. */
export async function addSource(
  ctx: BudgetContext,
  input: FundingSourceInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  const { id, organisationId, name, kind, amountOere, isPlanFrame, reportsOn } = input;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  await checkFunder(em, project.municipalityId, organisationId);
  if (await em.findOne(FundingSource, { id })) throw budgetProblems.exists();
  const position = await nextPosition(em, 'fundingSource', project.projectId);
  em.create(
    FundingSource,
    { id, organisationId, name, kind, amountOere, isPlanFrame, reportsOn, projectId: project.projectId, position },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addSource',
    subjectKind: 'fundingSource',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id, version: 1 };
}

/** Only organisations the municipality knows can be named as funders. */
export async function checkFunder(
  em: EntityManager,
  municipalityId: string,
  organisationId: string | null,
): Promise<void> {
  if (organisationId === null) return;
  const row = await reader(em)
    .selectFrom('organisation')
    .where('id', '=', organisationId)
    .where('municipalityId', '=', municipalityId)
    .select('id')
    .executeTakeFirst();
  if (!row) throw budgetProblems.unknownFunder();
}
