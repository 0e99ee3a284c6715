import type { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { lineAmount, sharesFollowing } from '@forspring/domain/budgets/budget.rules';
import type { BudgetLineChangeInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { type BudgetContext, getLine, lineFigures, lockBudget, sharesOf, writeShares } from './budget.store.ts';

/** Changes a line of a budget that is still being planned; who pays follows the amount, and starts anew when the kind changes. */
export async function setLine(
  ctx: BudgetContext,
  input: BudgetLineChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  const { lineId, baseVersion, title, quantityHundredths, unit, unitPriceOere, kind, isEligible, note } = input;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const amountOere = lineAmount(quantityHundredths, unitPriceOere);
  if (amountOere === null) throw budgetProblems.tooLarge();
  const line = await getLine(em, project.projectId, lineId);
  await countUp(line, baseVersion, () => currentOf(line));

  const before = lineFigures(line);
  const shares = await sharesOf(em, lineId);
  const after = line.kind === kind ? sharesFollowing(shares, line.amountOere, amountOere) : [];
  const next = { title, quantityHundredths, unit, unitPriceOere, kind, isEligible, note: note ?? '', amountOere };
  const changed = Object.keys(next).filter(
    (name) => line[name as keyof BudgetLine] !== next[name as keyof typeof next],
  );
  Object.assign(line, next);
  await em.flush();
  if (JSON.stringify(after) !== JSON.stringify(shares)) await writeShares(em, lineId, after);
  await changeFigures(em, project.projectId, difference(before, lineFigures(line)));
  audit.leave({
    action: 'setLine',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: lineId, version: line.version };
}

/** The stored line as a conflict shows it. */
export function currentOf({
  title,
  quantityHundredths,
  unit,
  unitPriceOere,
  amountOere,
  kind,
  isEligible,
  note,
  version,
}: BudgetLine) {
  return { title, quantityHundredths, unit, unitPriceOere, amountOere, kind, isEligible, note, version };
}
