import type { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { isUnderReview } from '../../kernel/under-review.ts';
import { type BudgetContext, getLine, lockBudget } from './budget.store.ts';

/** What every booking must obey: a project that records, an approved line of it, a day between its start and today, a voucher number for cash. */
export async function checkExpense(
  ctx: BudgetContext,
  { lineId, spentOn, voucher }: { lineId: string; spentOn: string; voucher: string | null },
): Promise<BudgetLine> {
  const { em, clock, project } = ctx;
  const { startsOn } = await lockRecording(ctx, [spentOn]);
  const line = await getLine(em, project.projectId, lineId);
  if (spentOn > clock.today()) throw budgetProblems.spentInFuture();
  if (startsOn && spentOn < startsOn) throw budgetProblems.spentBeforeStart(startsOn);
  if (line.kind === 'cash' && voucher === null) throw budgetProblems.voucherNeeded();
  return line;
}

/**
 * Locks a project whose expenses of these days may be booked: not while its evaluation is read, not in a locked period,
 * and after its evaluation is frozen only where an exception opens the days.
 */
export async function lockRecording(ctx: BudgetContext, days: readonly string[]) {
  const project = await lockBudget(ctx, [...recordingStatuses, 'evaluated'], budgetProblems.notRecording);
  const { isOpened } = await refuseLocked(ctx, ctx.project, days);
  if (project.status === 'evaluated' && !isOpened) throw budgetProblems.notRecording(project.status);
  if (project.status !== 'evaluated' && (await isUnderReview(ctx.em, project.id))) throw budgetProblems.underReview();
  return project;
}
