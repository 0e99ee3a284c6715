import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getExpense, getLine, lineFigures } from './budget.store.ts';
import { lockRecording } from './check-expense.ts';
import { currentExpense } from './set-expense.ts';

/** Takes an expense out of the accounts; the row stays, marked as removed, so that the trail of vouchers has no hole. */
export async function removeExpense(
  ctx: BudgetContext,
  { expenseId, baseVersion }: { expenseId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, clock, project, audit } = ctx;
  // The project is locked first everywhere, so that two bookings cannot wait for each other.
  await lockRecording(ctx, []);
  const expense = await getExpense(em, project.projectId, expenseId);
  await lockRecording(ctx, [expense.spentOn]);
  if (expense.periodId !== null) throw budgetProblems.keptByLedger();
  await countUp(expense, baseVersion, () => currentExpense(expense));
  const line = await getLine(em, project.projectId, expense.lineId);
  const before = lineFigures(line);
  expense.removedAt = clock.now();
  line.spentOere -= expense.amountOere;
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, lineFigures(line)));
  await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: 'removeExpense',
    subjectKind: 'expense',
    subjectId: expenseId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: expenseId };
}
