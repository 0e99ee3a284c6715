import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type Actor, municipalitiesOf } from '@forspring/domain/people/actor';

/** The recipes this person may read: all that are shared, and their own municipality's; with where they have been run. */
export function readableInterventions(em: EntityManager, actor: Actor) {
  const own = municipalitiesOf(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
  return reader(em)
    .selectFrom('intervention')
    .innerJoin('municipality', 'municipality.id', 'intervention.municipalityId')
    .where((one) =>
      one.or([
        one('intervention.isShared', '=', true),
        one('intervention.municipalityId', '=', sql<string>`any(${own}::uuid[])`),
      ]),
    )
    .select((one) => [
      'intervention.id',
      'intervention.title',
      'intervention.tier',
      'intervention.track',
      'intervention.minAge',
      'intervention.maxAge',
      'intervention.themes',
      'intervention.problem',
      'municipality.name as municipalityName',
      one
        .selectFrom('project')
        .whereRef('project.interventionId', '=', 'intervention.id')
        .where('project.status', 'in', ['approved', 'running', 'paused', 'closed', 'evaluated', 'archived', 'stopped'])
        .select(sql<number>`count(*)::int`.as('count'))
        .as('projectCount'),
      one
        .selectFrom('project')
        .leftJoin('district', 'district.id', 'project.districtId')
        .innerJoin('municipality as place', 'place.id', 'project.municipalityId')
        .whereRef('project.interventionId', '=', 'intervention.id')
        .where('project.status', 'in', ['approved', 'running', 'paused', 'closed', 'evaluated', 'archived', 'stopped'])
        .select(
          sql<
            string[]
          >`coalesce(array_agg(distinct case when district.id is null or district.is_implicit then place.name else district.name end), '{}')`.as(
            'names',
          ),
        )
        .as('districtNames'),
    ]);
}
