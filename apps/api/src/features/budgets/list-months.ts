import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { monthsOf, planByMonth } from '@forspring/domain/budgets/budget-months.rules';
import type { ShownMonths } from '@forspring/domain/budgets/budget';
import { notMeasured, numberCell } from '@forspring/domain/measures/cell';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';

/** What was spent in each month beside an even plan; a month to come is not measured. */
export async function listMonths({
  em,
  clock,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownMonths> {
  const { projectId } = project;
  const db = reader(em);
  const { startsOn, endsOn } = await db
    .selectFrom('project')
    .where('id', '=', projectId)
    .select(['startsOn', 'endsOn'])
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('expense')
    .innerJoin('budgetLine', 'budgetLine.id', 'expense.lineId')
    .where('expense.projectId', '=', projectId)
    .where('expense.removedAt', 'is', null)
    .groupBy([sql`to_char(expense.spent_on, 'YYYY-MM')`, 'budgetLine.kind'])
    .select([
      sql<string>`to_char(expense.spent_on, 'YYYY-MM')`.as('month'),
      'budgetLine.kind',
      sql<number>`sum(expense.amount_oere)::bigint`.as('spentOere'),
    ])
    .execute();
  const budget = await db
    .selectFrom('budgetLine')
    .where('projectId', '=', projectId)
    .where('kind', '=', 'cash')
    .select(sql<number>`coalesce(sum(amount_oere), 0)::bigint`.as('amountOere'))
    .executeTakeFirstOrThrow();
  const months = monthsOf(
    startsOn,
    endsOn,
    rows.map((row) => row.month),
  );
  const plan = planByMonth(startsOn, endsOn, budget.amountOere);
  const thisMonth = clock.today().slice(0, 7);
  const spentIn = (month: string, kind: 'cash' | 'inKind') =>
    month > thisMonth
      ? notMeasured
      : numberCell(rows.find((row) => row.month === month && row.kind === kind)?.spentOere ?? 0);
  return months.map((month) => ({
    month,
    cash: spentIn(month, 'cash'),
    inKind: spentIn(month, 'inKind'),
    plan: numberCell(plan.get(month) ?? 0),
  }));
}
