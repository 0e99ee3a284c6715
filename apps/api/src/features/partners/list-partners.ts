import { sql } from 'kysely';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import { reader } from '@forspring/database/reader';
import { mayEditPartners } from '@forspring/domain/partners/partner.abilities';
import type { ShownPartners } from '@forspring/domain/partners/partner';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

/** A project's partners, how many sessions each held, and who else could take part. */
export async function listPartners({
  em,
  actor,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownPartners> {
  const db = reader(em);
  const [partners, organisations] = await Promise.all([
    db
      .selectFrom('partner')
      .innerJoin('organisation', 'organisation.id', 'partner.organisationId')
      .where('partner.projectId', '=', project.projectId)
      .orderBy('organisation.sortKey')
      .select((one) => [
        'partner.id',
        'partner.version',
        'partner.organisationId',
        'organisation.name as organisationName',
        'organisation.kind as organisationKind',
        'organisation.withinSection115',
        'partner.role',
        'partner.promise',
        'partner.registers',
        one
          .selectFrom('membership')
          .whereRef('membership.placeId', '=', 'partner.organisationId')
          .where('membership.role', '=', 'partner')
          .where('membership.endedAt', 'is', null)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('personCount'),
        sql<number>`(
          select coalesce(sum(session_count), 0)::int from (${countedSessions}) as counted
          where counted.project_id = partner.project_id and counted.organisation_id = partner.organisation_id
            and counted.state = 'held'
        )`.as('heldCount'),
      ])
      .execute(),
    db
      .selectFrom('organisation')
      .where('municipalityId', '=', project.municipalityId)
      .orderBy('sortKey')
      .limit(1000)
      .select(['id', 'name', 'kind', 'withinSection115'])
      .execute(),
  ]);
  return {
    partners: partners.map((partner) => ({ ...partner, personCount: partner.personCount ?? 0 })),
    organisations,
    abilities: { edit: mayEditPartners(actor, project) && partnerStatuses.includes(project.status) },
  };
}
