import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getLine, lineFigures, lockBudget, writeShares } from './budget.store.ts';
import { currentOf } from './set-line.ts';

/** Removes a line, with what was to be paid of it, from a budget that is still being planned. */
export async function removeLine(
  ctx: BudgetContext,
  { lineId, baseVersion }: { lineId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, project, audit } = ctx;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const line = await getLine(em, project.projectId, lineId);
  await countUp(line, baseVersion, () => currentOf(line));
  const before = lineFigures(line);
  await writeShares(em, lineId, []);
  em.remove(line);
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, {}));
  audit.leave({
    action: 'removeLine',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: lineId };
}
