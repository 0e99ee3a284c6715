import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { OwnPromise } from '@forspring/domain/partners/partner';
import { promiseStatuses } from '@forspring/domain/partners/partner.abilities';
import { placesOf } from '@forspring/domain/people/actor';
import type { SignedInContext } from '../../kernel/context.ts';

/** What this person's own organisations promised, and to which projects; nothing about anybody else. */
export async function listOwnPromises({ em, actor }: SignedInContext): Promise<OwnPromise[]> {
  return reader(em)
    .selectFrom('partner')
    .innerJoin('project', 'project.id', 'partner.projectId')
    .innerJoin('organisation', 'organisation.id', 'partner.organisationId')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .where('partner.organisationId', 'in', placesOf(actor, 'partner'))
    .where('project.status', 'in', [...promiseStatuses])
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .orderBy('organisation.sortKey')
    .limit(500)
    .select([
      'project.id as projectId',
      'project.title',
      'project.year',
      'project.status',
      sql<string>`case when district.id is null or district.is_implicit then municipality.name else district.name end`.as(
        'placeName',
      ),
      'project.startsOn',
      'project.endsOn',
      'organisation.name as organisationName',
      'partner.role',
      'partner.promise',
      'partner.registers',
    ])
    .execute();
}
