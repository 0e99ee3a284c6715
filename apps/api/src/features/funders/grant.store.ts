import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';

/** A grant's project with its lines, their shares and every expense on them; one query for any number of grants. */
export function paidLinesOf(em: EntityManager, projectIds: readonly string[]) {
  return reader(em)
    .selectFrom('budgetLine')
    .where('budgetLine.projectId', 'in', [...projectIds])
    .orderBy('budgetLine.position')
    .select((line) => [
      'budgetLine.id',
      'budgetLine.projectId',
      'budgetLine.title',
      'budgetLine.amountOere',
      jsonArrayFrom(
        line
          .selectFrom('lineShare')
          .whereRef('lineShare.lineId', '=', 'budgetLine.id')
          .orderBy('lineShare.id')
          .select(['lineShare.sourceId as sourceId', 'lineShare.amountOere as amountOere']),
      ).as('shares'),
      sql<number[]>`coalesce((
        select json_agg(expense.amount_oere order by expense.id)
        from expense where expense.line_id = budget_line.id and expense.removed_at is null
      ), '[]')`.as('expensesOere'),
    ])
    .execute();
}

/** Where a project lies, in words: its district, or the municipality when it is for all of it. */
export const placeName = sql<string>`coalesce(district.name, municipality.name)`;
