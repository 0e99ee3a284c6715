import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ShownIndicatorVersion } from '@forspring/domain/goals/indicator';

/** Every version of the library's cards (or of one), newest first within its card, with who wrote it and how many goals use it. */
export async function indicatorVersions(em: EntityManager, key: string | null): Promise<ShownIndicatorVersion[]> {
  const rows = await reader(em)
    .selectFrom('indicator')
    .leftJoin('appUser', 'appUser.id', 'indicator.createdById')
    .where('indicator.key', 'not like', 'own/%')
    .$if(key !== null, (query) => query.where('indicator.key', '=', key ?? ''))
    .selectAll('indicator')
    .select('appUser.name as createdBy')
    .select((query) =>
      query
        .selectFrom('goal')
        .whereRef('goal.indicatorId', '=', 'indicator.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('goalCount'),
    )
    .orderBy('indicator.key')
    .orderBy('indicator.version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt === null ? null : new Date(row.createdAt).toISOString(),
    goalCount: Number(row.goalCount ?? 0),
    isOwn: false,
  }));
}

/** The goals measured by any version of a card, in projects of these municipalities; the newest year first. */
export function goalsOfIndicator(em: EntityManager, key: string, municipalityIds: readonly string[]) {
  if (municipalityIds.length === 0) return Promise.resolve([]);
  return reader(em)
    .selectFrom('goal')
    .innerJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .innerJoin('project', 'project.id', 'goal.projectId')
    .where('indicator.key', '=', key)
    .where('project.municipalityId', 'in', [...municipalityIds])
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .orderBy('goal.position')
    .limit(200)
    .select(['goal.id', 'goal.title', 'indicator.version', 'project.id as projectId', 'project.year'])
    .select('project.title as project')
    .execute();
}
