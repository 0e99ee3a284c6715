import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type Actor, municipalitiesOf, placesOf } from '@forspring/domain/people/actor';

const nobody = '00000000-0000-0000-0000-000000000000';
const orNobody = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : [nobody]);

/** The bodies whose plans the actor may see, as a condition on `body`. */
export function seenBodies(em: EntityManager, actor: Actor) {
  const municipalities = municipalitiesOf(actor, 'coordinator', 'owner', 'dataProtectionOfficer');
  return reader(em)
    .selectFrom('body')
    .where((body) =>
      body.or([
        body('body.id', 'in', orNobody(placesOf(actor, 'committeeMember'))),
        body('body.municipalityId', 'in', orNobody(municipalities)),
      ]),
    );
}

/** A body's projects of one year with their money, in one query. */
export function projectsOfPlan(em: EntityManager, bodyId: string, year: number) {
  return reader(em)
    .selectFrom('project')
    .leftJoin('projectFigures', 'projectFigures.projectId', 'project.id')
    .where('project.bodyId', '=', bodyId)
    .where('project.year', '=', year)
    .where('project.status', 'not in', ['idea', 'draft', 'returned'])
    .orderBy('project.sortKey')
    .select((project) => [
      'project.id',
      'project.title',
      'project.status',
      'project.tier',
      'project.minAge',
      'project.maxAge',
      'project.submittedAt',
      'project.createdById',
      'project.submittedById',
      'project.municipalityId',
      sql<number>`coalesce(project_figures.budget_cash_oere, 0)`.as('cashOere'),
      sql<number>`coalesce(project_figures.budget_in_kind_oere, 0)`.as('inKindOere'),
      project
        .selectFrom('fundingSource')
        .whereRef('fundingSource.projectId', '=', 'project.id')
        .where('fundingSource.isPlanFrame', '=', true)
        .where('fundingSource.kind', '=', 'cash')
        .select(sql<number>`coalesce(sum(funding_source.amount_oere), 0)::bigint`.as('frame'))
        .as('frameOere'),
      project
        .selectFrom('membership')
        .innerJoin('appUser', 'appUser.id', 'membership.userId')
        .whereRef('membership.placeId', '=', 'project.id')
        .where('membership.role', '=', 'owner')
        .where('membership.endedAt', 'is', null)
        .select(sql<string>`coalesce(string_agg(app_user.name, ', ' order by app_user.name), '')`.as('names'))
        .as('ownerName'),
      project
        .selectFrom('membership')
        .whereRef('membership.placeId', '=', 'project.id')
        .where('membership.role', '=', 'owner')
        .where('membership.endedAt', 'is', null)
        .select(sql<string[]>`coalesce(array_agg(membership.user_id), '{}')`.as('ids'))
        .as('ownerIds'),
    ])
    .limit(500);
}
