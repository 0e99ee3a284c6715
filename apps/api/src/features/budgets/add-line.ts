import { randomUUID } from 'node:crypto';
import { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { LineShare } from '@forspring/database/budgets/line-share.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { lineAmount } from '@forspring/domain/budgets/budget.rules';
import type { BudgetLineInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { changeFigures } from '../../kernel/figures.ts';
import { type BudgetContext, getSource, lineFigures, lockBudget, nextPosition } from './budget.store.ts';

/** Adds a line last in a budget that is still being planned, paid by one source from the start when one is named. */
export async function addLine(ctx: BudgetContext, input: BudgetLineInput): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  const { id, sourceId, title, quantityHundredths, unit, unitPriceOere, kind, isEligible, note } = input;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const amountOere = lineAmount(quantityHundredths, unitPriceOere);
  if (amountOere === null) throw budgetProblems.tooLarge();
  if (await em.findOne(BudgetLine, { id })) throw budgetProblems.exists();
  const source = sourceId === null ? null : await getSource(em, project.projectId, sourceId);
  if (source && source.kind !== kind) throw budgetProblems.kindsDiffer('sourceId');

  const line = {
    id,
    title,
    quantityHundredths,
    unit,
    unitPriceOere,
    kind,
    isEligible,
    projectId: project.projectId,
    position: await nextPosition(em, 'budgetLine', project.projectId),
    amountOere,
    spentOere: 0,
    note: note ?? '',
  };
  em.create(BudgetLine, line, { persist: true });
  await em.flush();
  if (source && amountOere > 0)
    em.create(LineShare, { id: randomUUID(), lineId: id, sourceId: source.id, amountOere }, { persist: true });
  await em.flush();
  await changeFigures(em, project.projectId, lineFigures(line));
  audit.leave({
    action: 'addLine',
    subjectKind: 'budgetLine',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id, version: 1 };
}
