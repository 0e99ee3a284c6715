import { LockMode } from '@mikro-orm/core';
import { BudgetChange } from '@forspring/database/budgets/budget-change.entity';
import { moneyMoveStatuses } from '@forspring/domain/budgets/budget.abilities';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { partsOf } from '@forspring/domain/budgets/budget.rules';
import type { ChangeAnswerInput, ChangeStatus } from '@forspring/domain/budgets/budget';
import { commonProblems } from '@forspring/domain/measures/problem';
import { type BudgetContext, lockBudget, sharesOf } from './budget.store.ts';
import { linesToMove, moveBetween, ownedParts } from './move-money.ts';

/** Writes down what the funder answered to a requested change; *made* moves the money now, by what is left and who pays now. */
export async function setChangeAnswer(
  ctx: BudgetContext,
  { changeId, answer }: ChangeAnswerInput,
): Promise<{ id: string; status: ChangeStatus }> {
  const { em, project, audit } = ctx;
  await lockBudget(ctx, moneyMoveStatuses, budgetProblems.notMovable);
  const change = await em.findOne(
    BudgetChange,
    { id: changeId, projectId: project.projectId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!change) throw commonProblems.missing();
  if (change.status !== 'requested') throw budgetProblems.answered();
  if (answer === 'made') {
    const { from, to } = await linesToMove(ctx, change);
    const parts = partsOf(
      { amountOere: from.amountOere, shares: await sharesOf(em, from.id) },
      change.amountOere,
    ).filter((part) => part.amountOere > 0);
    await moveBetween(ctx, from, to, change.amountOere, parts);
    change.parts = ownedParts(parts);
  }
  change.status = answer;
  audit.leave({
    action: 'setChangeAnswer',
    subjectKind: 'budgetChange',
    subjectId: changeId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status'],
  });
  return { id: changeId, status: answer };
}
