import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';

/** The memberships of users with the names of their places, in one query. */
export function membershipsWithNames(em: EntityManager, userIds: readonly string[]) {
  return reader(em)
    .selectFrom('membership')
    .innerJoin('municipality', 'municipality.id', 'membership.municipalityId')
    .leftJoin('body', 'body.id', 'membership.placeId')
    .leftJoin('project', 'project.id', 'membership.placeId')
    .leftJoin('organisation', 'organisation.id', 'membership.placeId')
    .leftJoin('fundingSource', 'fundingSource.id', 'membership.placeId')
    .leftJoin('project as funded', 'funded.id', 'fundingSource.projectId')
    .where('membership.userId', 'in', [...userIds])
    .where('membership.endedAt', 'is', null)
    .select([
      'membership.userId',
      'membership.role',
      'membership.placeKind',
      'membership.placeId',
      'membership.municipalityId',
      'municipality.name as municipalityName',
      'municipality.concernUrl',
      sql<string>`coalesce(body.name, project.title || ' ' || project.year, organisation.name, funded.title || ' ' || funded.year, municipality.name)`.as(
        'placeName',
      ),
    ])
    .orderBy('membership.role')
    .orderBy('placeName');
}
