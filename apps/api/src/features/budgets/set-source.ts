import type { FundingSource } from '@forspring/database/budgets/funding-source.entity';
import { LineShare } from '@forspring/database/budgets/line-share.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import type { FundingSourceChangeInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { countUp } from '../../kernel/stale.ts';
import { checkFunder } from './add-source.ts';
import { type BudgetContext, getSource, lockBudget } from './budget.store.ts';

/** Changes a funding source of a budget that is still being planned; its kind stays while it pays for lines. */
export async function setSource(
  ctx: BudgetContext,
  input: FundingSourceChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  const { sourceId, baseVersion, organisationId, name, kind, amountOere, isPlanFrame, reportsOn } = input;
  const fields = { organisationId, name, kind, amountOere, isPlanFrame, reportsOn };
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  await checkFunder(em, project.municipalityId, organisationId);
  const source = await getSource(em, project.projectId, sourceId);
  await countUp(source, baseVersion, () => currentSource(source));
  if (source.kind !== kind && (await em.count(LineShare, { sourceId })) > 0) throw budgetProblems.kindLocked();
  const changed = Object.keys(fields).filter(
    (name) => source[name as keyof FundingSource] !== fields[name as keyof typeof fields],
  );
  Object.assign(source, fields);
  await em.flush();
  audit.leave({
    action: 'setSource',
    subjectKind: 'fundingSource',
    subjectId: sourceId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: sourceId, version: source.version };
}

/** The stored source as a conflict shows it. */
export function currentSource({
  organisationId,
  name,
  kind,
  amountOere,
  isPlanFrame,
  reportsOn,
  version,
}: FundingSource) {
  return { organisationId, name, kind, amountOere, isPlanFrame, reportsOn, version };
}
