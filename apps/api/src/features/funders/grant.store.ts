import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';

/** A grant's project with its lines, their shares and every expense on them; one query for any number of grants. */
export function paidLinesOf(em: EntityManager, projectIds: readonly string[]) {
  return reader(em)
    .selectFrom('budgetLine')
    .where('budgetLine.projectId', 'in', [...projectIds])
    .orderBy('budgetLine.position')
    .select([
      'budgetLine.id',
      'budgetLine.projectId',
      'budgetLine.title',
      'budgetLine.amountOere',
      // In the order of the sources, as the project's own page splits them, so that both agree to the øre. Built by name: aliases inside aggregated JSON would arrive in the columns' own spelling.
      sql<{ sourceId: string; amountOere: number }[]>`coalesce((
        select json_agg(json_build_object('sourceId', line_share.source_id, 'amountOere', line_share.amount_oere) order by funding_source.position, funding_source.id)
        from line_share join funding_source on funding_source.id = line_share.source_id
        where line_share.line_id = budget_line.id
      ), '[]')`.as('shares'),
      sql<number[]>`coalesce((
        select json_agg(expense.amount_oere order by expense.id)
        from expense where expense.line_id = budget_line.id and expense.removed_at is null
      ), '[]')`.as('expensesOere'),
    ])
    .execute();
}

/** Where a project lies, in words: its district, or the municipality when it is for all of it. */
export const placeName = sql<string>`coalesce(district.name, municipality.name)`;
