import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import type { MoveLineInput } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { type BudgetContext, lockBudget } from './budget.store.ts';

/** Puts a line before another of its budget, or last; all lines get their place anew, 0, 1, 2 …, in one statement. */
export async function moveLine(ctx: BudgetContext, { lineId, beforeId }: MoveLineInput): Promise<{ id: string }> {
  const { em, project, audit } = ctx;
  await lockBudget(ctx, planOpenStatuses, budgetProblems.notOpen);
  const rows = await reader(em)
    .selectFrom('budgetLine')
    .where('projectId', '=', project.projectId)
    .orderBy('position')
    .orderBy('id')
    .select('id')
    .execute();
  const order = rows.map((row) => row.id).filter((one) => one !== lineId);
  const at = beforeId === null || beforeId === lineId ? order.length : order.indexOf(beforeId);
  if (at === -1) throw budgetProblems.unknownLine('beforeId');
  if (beforeId !== lineId) {
    order.splice(at, 0, lineId);
    await sql`
      update budget_line set position = place.position
      from (select id, (row_number() over () - 1)::int as position from unnest(${order}::uuid[]) as id) as place
      where budget_line.id = place.id
    `.execute(reader(em));
  }
  audit.leave({
    action: 'moveLine',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['position'],
  });
  return { id: lineId };
}
