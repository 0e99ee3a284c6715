import type { Expense } from '@forspring/database/budgets/expense.entity';
import type { ExpenseChangeInput } from '@forspring/domain/budgets/budget';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getExpense, getLine, lineFigures } from './budget.store.ts';
import { checkExpense, lockRecording } from './check-expense.ts';

/** Corrects an expense, also to another line. */
export async function setExpense(
  ctx: BudgetContext,
  input: ExpenseChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  const { expenseId, baseVersion, lineId, spentOn, amountOere, voucher, note } = input;
  const to = await checkExpense(ctx, input);
  const expense = await getExpense(em, project.projectId, expenseId);
  if (expense.periodId !== null) throw budgetProblems.keptByLedger();
  // It may not be taken out of a locked period either.
  await lockRecording(ctx, [expense.spentOn]);
  await countUp(expense, baseVersion, () => currentExpense(expense));
  const from = expense.lineId === to.id ? to : await getLine(em, project.projectId, expense.lineId);

  const spentBefore = lineFigures({ kind: from.kind, amountOere: 0, spentOere: expense.amountOere });
  const spentAfter = lineFigures({ kind: to.kind, amountOere: 0, spentOere: amountOere });
  from.spentOere -= expense.amountOere;
  to.spentOere += amountOere;
  const next = { lineId, spentOn, amountOere, voucher: voucher ?? '', note: note ?? '' };
  const changed = Object.keys(next).filter(
    (name) => expense[name as keyof Expense] !== next[name as keyof typeof next],
  );
  Object.assign(expense, next);
  await em.flush();
  await changeFigures(em, project.projectId, difference(spentBefore, spentAfter));
  if (changed.includes('amountOere') || changed.includes('lineId')) await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: 'setExpense',
    subjectKind: 'expense',
    subjectId: expenseId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: expenseId, version: expense.version };
}

/** The stored expense as a conflict shows it. */
export function currentExpense({ lineId, spentOn, amountOere, voucher, note, version }: Expense) {
  return { lineId, spentOn, amountOere, voucher, note, version };
}
