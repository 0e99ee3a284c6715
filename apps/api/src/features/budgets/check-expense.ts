import type { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import { type BudgetContext, getLine, lockBudget, refuseUnderReview } from './budget.store.ts';

/** What every booking must obey: a project that records, an approved line of it, a day between its start and today, a voucher number for cash. */
export async function checkExpense(
  ctx: BudgetContext,
  { lineId, spentOn, voucher }: { lineId: string; spentOn: string; voucher: string | null },
): Promise<BudgetLine> {
  const { em, clock, project } = ctx;
  const { startsOn } = await lockRecording(ctx);
  const line = await getLine(em, project.projectId, lineId);
  if (spentOn > clock.today()) throw budgetProblems.spentInFuture();
  if (startsOn && spentOn < startsOn) throw budgetProblems.spentBeforeStart(startsOn);
  if (line.kind === 'cash' && voucher === null) throw budgetProblems.voucherNeeded();
  return line;
}

/** Locks a project whose expenses may be booked: not while its evaluation is read or frozen. */
export async function lockRecording(ctx: BudgetContext) {
  const project = await lockBudget(ctx, recordingStatuses, budgetProblems.notRecording);
  await refuseUnderReview(ctx.em, project.id);
  return project;
}
