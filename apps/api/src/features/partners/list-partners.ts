import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { mayEditPartners } from '@forspring/domain/partners/partner.abilities';
import type { ShownPartners } from '@forspring/domain/partners/partner';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

/** A project's partners, what they promised and what is registered of it, and who else could take part. */
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
      .leftJoinLateral(
        (one) =>
          one
            .selectFrom('session')
            .whereRef('session.projectId', '=', 'partner.projectId')
            .whereRef('session.organisationId', '=', 'partner.organisationId')
            .where('session.state', '=', 'held')
            .select([
              sql<number>`count(*)::int`.as('heldCount'),
              sql<number>`coalesce(sum(session.staff_minutes), 0)::int`.as('staffMinutes'),
              sql<number>`coalesce(sum(session.volunteer_minutes), 0)::int`.as('volunteerMinutes'),
            ])
            .as('held'),
        (join) => join.onTrue(),
      )
      .leftJoinLateral(
        (one) =>
          one
            .selectFrom('session as evening')
            .innerJoin('venue', 'venue.id', 'evening.venueId')
            .whereRef('evening.projectId', '=', 'partner.projectId')
            .whereRef('venue.organisationId', '=', 'partner.organisationId')
            .where('evening.state', '=', 'held')
            .select(sql<number>`coalesce(sum(evening.end_minute - evening.start_minute), 0)::int`.as('hallMinutes'))
            .as('hosted'),
        (join) => join.onTrue(),
      )
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
        'partner.promisedHallMinutes',
        'partner.promisedStaffMinutes',
        'partner.promisedVolunteerMinutes',
        'partner.registers',
        one
          .selectFrom('membership')
          .whereRef('membership.placeId', '=', 'partner.organisationId')
          .where('membership.role', '=', 'partner')
          .where('membership.endedAt', 'is', null)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('personCount'),
        'held.heldCount',
        'held.staffMinutes',
        'held.volunteerMinutes',
        'hosted.hallMinutes',
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
    partners: partners.map(({ heldCount, staffMinutes, volunteerMinutes, hallMinutes, personCount, ...partner }) => ({
      ...partner,
      personCount: personCount ?? 0,
      heldCount: heldCount ?? 0,
      deliveredStaffMinutes: staffMinutes ?? 0,
      deliveredVolunteerMinutes: volunteerMinutes ?? 0,
      deliveredHallMinutes: hallMinutes ?? 0,
    })),
    organisations,
    abilities: { edit: mayEditPartners(actor, project) && partnerStatuses.includes(project.status) },
  };
}
