import { sql } from 'kysely';
import { keptStatement } from '@forspring/database/kept-statement';
import type { EntityManager } from '@forspring/database/open-database';
import type { ProjectPlace } from '@forspring/domain/projects/project';

/** Where a project of the statement's `project` lies and who has a part in it, as one value. */
export const placeOfProject = sql<ProjectPlace>`json_build_object(
  'projectId', project.id, 'municipalityId', project.municipality_id, 'districtId', project.district_id,
  'bodyId', project.body_id, 'status', project.status, 'tier', project.tier,
  'createdById', project.created_by_id, 'submittedById', project.submitted_by_id,
  'partnerOrganisationIds', array(
    select partner.organisation_id from partner where partner.project_id = project.id
  ),
  'registeringOrganisationIds', array(
    select partner.organisation_id from partner where partner.project_id = project.id and partner.registers
  ),
  'fundingSourceIds', array(
    select funding_source.id from funding_source where funding_source.project_id = project.id
  )
)`;

const findPlace = keptStatement<{ projectId: string }, { place: ProjectPlace }>('project-place', (db, value) =>
  db.selectFrom('project').where('project.id', '=', value('projectId')).select(placeOfProject.as('place')).compile(),
);

/** Where a project lies and who has a part in it, in one query; null when there is no such project. */
export async function findProjectPlace(em: EntityManager, projectId: string): Promise<ProjectPlace | null> {
  const [row] = await findPlace(em, { projectId });
  return row?.place ?? null;
}
