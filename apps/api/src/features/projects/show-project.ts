import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { movesFor, projectAbilities } from '@forspring/domain/projects/project.abilities';
import type { ShownProject } from '@forspring/domain/projects/shown-project';
import type { SignedInContext } from '../../kernel/context.ts';

/** A project as its tabs show it, in one query, with what this person may do now. */
export async function showProject({
  em,
  actor,
  clock,
  project: place,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownProject> {
  const row = await reader(em)
    .selectFrom('project')
    .where('project.id', '=', place.projectId)
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('appUser as submitter', 'submitter.id', 'project.submittedById')
    .select((one) => [
      'project.id',
      'project.version',
      'project.title',
      'project.summary',
      'project.status',
      'project.tier',
      'project.track',
      'project.themes',
      'project.year',
      'project.startsOn',
      'project.endsOn',
      'project.minAge',
      'project.maxAge',
      'project.extendedMinAge',
      'project.areaName',
      'project.usesCodes',
      'project.submittedAt',
      'project.lockedAt',
      'project.stopReason',
      'submitter.name as submittedByName',
      'municipality.id as municipalityId',
      'municipality.name as municipalityName',
      jsonObjectFrom(
        // A municipality without districts has one implicit district that nobody needs to read about.
        one
          .selectFrom('district')
          .whereRef('district.id', '=', 'project.districtId')
          .where('district.isImplicit', '=', false)
          .select(['district.id', 'district.name']),
      ).as('district'),
      jsonObjectFrom(
        one.selectFrom('body').whereRef('body.id', '=', 'project.bodyId').select(['body.id', 'body.name']),
      ).as('body'),
      jsonObjectFrom(
        one.selectFrom('venue').whereRef('venue.id', '=', 'project.venueId').select(['venue.id', 'venue.name']),
      ).as('venue'),
      jsonObjectFrom(
        one
          .selectFrom('intervention')
          .whereRef('intervention.id', '=', 'project.interventionId')
          .select(['intervention.id', 'intervention.title']),
      ).as('intervention'),
      jsonArrayFrom(
        one
          .selectFrom('membership')
          .innerJoin('appUser', 'appUser.id', 'membership.userId')
          .whereRef('membership.placeId', '=', 'project.id')
          .where('membership.role', '=', 'owner')
          .where('membership.endedAt', 'is', null)
          .orderBy('appUser.name')
          .select(['appUser.id', 'appUser.name']),
      ).as('owners'),
      jsonObjectFrom(
        one
          .selectFrom('project as earlier')
          .leftJoin('district as earlierDistrict', 'earlierDistrict.id', 'earlier.districtId')
          .innerJoin('municipality as earlierMunicipality', 'earlierMunicipality.id', 'earlier.municipalityId')
          .whereRef('earlier.id', '=', 'project.copiedFromId')
          .select((from) => [
            // Keys inside JSON keep the database's spelling, so they are single words here.
            'earlier.id',
            'earlier.title',
            'earlier.year',
            from.fn.coalesce('earlierDistrict.name', 'earlierMunicipality.name').as('place'),
          ]),
      ).as('copiedFrom'),
      one
        .selectFrom('projectStep')
        .whereRef('projectStep.projectId', '=', 'project.id')
        .orderBy('projectStep.at', 'desc')
        .limit(1)
        .select('projectStep.comment')
        .as('lastComment'),
    ])
    .executeTakeFirst();
  if (!row) throw commonProblems.missing();
  const { municipalityId, municipalityName, copiedFrom, ...rest } = row;
  return {
    ...rest,
    municipality: { id: municipalityId, name: municipalityName },
    copiedFrom: copiedFrom && {
      projectId: copiedFrom.id,
      title: copiedFrom.title,
      year: copiedFrom.year,
      districtName: copiedFrom.place ?? '',
    },
    lastComment: row.lastComment || null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    lockedAt: row.lockedAt?.toISOString() ?? null,
    today: clock.today(),
    abilities: projectAbilities(actor, place),
    moves: movesFor(actor, place),
  };
}
