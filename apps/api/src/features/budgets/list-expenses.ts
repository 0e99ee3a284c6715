import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { expensePageSize, type ListExpensesInput, type ShownExpense } from '@forspring/domain/budgets/budget';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';

/** The highest count that is counted; beyond it a list says "1.000+". */
const countCap = 1000;

/** One page of a project's expenses, searched, filtered and sorted, with their count and sums. */
export async function listExpenses(
  { em, project }: SignedInContext & { project: ProjectPlace },
  { search, lineIds, sort, isDescending, page }: ListExpensesInput,
): Promise<{ expenses: ShownExpense[]; totalCount: number; isMore: boolean; pageSize: number }> {
  const like = `%${search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  let rows = reader(em)
    .selectFrom('expense')
    .innerJoin('budgetLine', 'budgetLine.id', 'expense.lineId')
    .innerJoin('appUser', 'appUser.id', 'expense.recordedById')
    .where('expense.projectId', '=', project.projectId)
    .where('expense.removedAt', 'is', null);
  if (search !== '')
    rows = rows.where((where) =>
      where.or([
        where('expense.voucher', 'ilike', like),
        where('expense.note', 'ilike', like),
        where('budgetLine.title', 'ilike', like),
      ]),
    );
  if (lineIds.length > 0) rows = rows.where('expense.lineId', 'in', lineIds);
  const counted = await sql<{
    count: number;
  }>`select count(*)::int as count from (${rows.select('expense.id').limit(countCap + 1)}) as found`.execute(
    reader(em),
  );
  const totalCount = counted.rows[0]?.count ?? 0;
  const column = {
    spentOn: 'expense.spentOn',
    amountOere: 'expense.amountOere',
    lineTitle: 'budgetLine.title',
    voucher: 'expense.voucher',
  } as const;
  const expenses = await rows
    .orderBy(column[sort], isDescending ? 'desc' : 'asc')
    .orderBy('expense.recordedAt', 'desc')
    .orderBy('expense.id')
    .limit(expensePageSize)
    .offset((page - 1) * expensePageSize)
    .select([
      'expense.id',
      'expense.lineId',
      'budgetLine.title as lineTitle',
      'budgetLine.kind',
      'expense.spentOn',
      'expense.amountOere',
      'expense.voucher',
      'expense.note',
      'appUser.name as recordedBy',
      'expense.version',
      sql<boolean>`expense.period_id is not null`.as('isFromLedger'),
    ])
    .execute();
  return {
    expenses,
    totalCount: Math.min(totalCount, countCap),
    isMore: totalCount > countCap,
    pageSize: expensePageSize,
  };
}
