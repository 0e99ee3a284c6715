import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';

/** Whether the project's evaluation lies with the body or is approved, so that the numbers it rests on must stand still. */
export async function isUnderReview(em: EntityManager, projectId: string): Promise<boolean> {
  const row = await reader(em)
    .selectFrom('evaluation')
    .where('projectId', '=', projectId)
    .where('status', 'in', ['submitted', 'approved'])
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
