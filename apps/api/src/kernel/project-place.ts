import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';

/** Where a project lies and who has a part in it, in one query; null when there is no such project. */
export async function findProjectPlace(em: EntityManager, projectId: string): Promise<ProjectPlace | null> {
  return (await findProjectPlaces(em, [projectId])).get(projectId) ?? null;
}

/** As {@link findProjectPlace} for several projects at once, by id. */
export async function findProjectPlaces(
  em: EntityManager,
  projectIds: readonly string[],
): Promise<Map<string, ProjectPlace>> {
  if (projectIds.length === 0) return new Map();
  const rows = await reader(em)
    .selectFrom('project')
    .where('project.id', 'in', [...projectIds])
    .select((project) => [
      'project.id as projectId',
      'project.municipalityId',
      'project.districtId',
      'project.bodyId',
      'project.status',
      'project.tier',
      'project.createdById',
      'project.submittedById',
      project
        .selectFrom('partner')
        .whereRef('partner.projectId', '=', 'project.id')
        .select(sql<string[]>`coalesce(array_agg(partner.organisation_id::text), '{}')`.as('ids'))
        .as('partnerOrganisationIds'),
      project
        .selectFrom('partner')
        .whereRef('partner.projectId', '=', 'project.id')
        .where('partner.registers', '=', true)
        .select(sql<string[]>`coalesce(array_agg(partner.organisation_id::text), '{}')`.as('ids'))
        .as('registeringOrganisationIds'),
      project
        .selectFrom('fundingSource')
        .whereRef('fundingSource.projectId', '=', 'project.id')
        .select(sql<string[]>`coalesce(array_agg(funding_source.id::text), '{}')`.as('ids'))
        .as('fundingSourceIds'),
    ])
    .execute();
  const places = rows.map((row) => ({
    ...row,
    partnerOrganisationIds: row.partnerOrganisationIds ?? [],
    registeringOrganisationIds: row.registeringOrganisationIds ?? [],
    fundingSourceIds: row.fundingSourceIds ?? [],
  }));
  return new Map(places.map((place) => [place.projectId, place]));
}
