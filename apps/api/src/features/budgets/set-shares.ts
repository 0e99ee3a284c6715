import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import type { LineSharesInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getLine, lockBudget, sharesOf, sourceRows, writeShares } from './budget.store.ts';

/** Says who pays how much of a line. A draft may be paid too little or too much; the balance says so until it is submitted. */
export async function setShares(
  ctx: BudgetContext,
  { lineId, baseVersion, shares }: LineSharesInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const line = await getLine(em, project.projectId, lineId);
  const stored = await sharesOf(em, lineId);
  await countUp(line, baseVersion, () => ({ shares: stored, version: line.version }));
  const sources = await sourceRows(em, project.projectId);
  for (const [index, share] of shares.entries()) {
    const path = `shares.${index}.sourceId`;
    const source = sources.find((one) => one.id === share.sourceId);
    if (!source) throw budgetProblems.unknownSource(path);
    if (source.kind !== line.kind) throw budgetProblems.kindsDiffer(path);
    if (shares.findIndex((one) => one.sourceId === share.sourceId) !== index)
      throw budgetProblems.sameSourceTwice(path);
  }
  await em.flush();
  await writeShares(em, lineId, shares);
  audit.leave({
    action: 'setShares',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['shares'],
  });
  return { id: lineId, version: line.version };
}
