import { Expense } from '@forspring/database/budgets/expense.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import type { ExpenseInput } from '@forspring/domain/budgets/budget';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import { type BudgetContext, lineFigures } from './budget.store.ts';
import { checkExpense } from './check-expense.ts';

/** Books an expense, or in-kind support received, on one approved line. */
export async function addExpense(ctx: BudgetContext, input: ExpenseInput): Promise<{ id: string; version: number }> {
  const { em, actor, clock, project, audit } = ctx;
  const { id, lineId, spentOn, amountOere, voucher, note } = input;
  const line = await checkExpense(ctx, input);
  if (await em.findOne(Expense, { id })) throw budgetProblems.exists();
  const before = lineFigures(line);
  em.create(
    Expense,
    {
      id,
      lineId,
      spentOn,
      amountOere,
      projectId: project.projectId,
      voucher: voucher ?? '',
      note: note ?? '',
      recordedById: actor.userId,
      recordedAt: clock.now(),
      removedAt: null,
      periodId: null,
    },
    { persist: true },
  );
  line.spentOere += amountOere;
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, lineFigures(line)));
  await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: 'addExpense',
    subjectKind: 'expense',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id, version: 1 };
}
