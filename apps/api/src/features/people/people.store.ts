import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { PlaceKind } from '@forspring/domain/people/membership';

/**
 * Makes somebody's account as the sign-in library does it, but through the command's own transaction, so that nobody is
 * left with an account and no role. Answers the new user's id; null when the e-mail is in use.
 */
export async function addAccount(
  em: EntityManager,
  { name, email, password }: { name: string; email: string; password: string },
  at: Date,
): Promise<string | null> {
  const userId = randomUUID();
  const added = await reader(em)
    .insertInto('appUser')
    .values({ id: userId, name, email, createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return null;
  const hash = await hashPassword(password);
  await reader(em)
    .insertInto('account')
    .values({
      id: randomUUID(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return userId;
}

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

/** Everybody with a role in one municipality, by name. */
export function membershipsIn(em: EntityManager, municipalityId: string) {
  return reader(em)
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .leftJoinLateral(
      (places) => places.selectFrom(rolePlacesIn(em, municipalityId).as('any')).selectAll('any').as('place'),
      (join) => join.onRef('place.id', '=', 'membership.placeId'),
    )
    .where('membership.municipalityId', '=', municipalityId)
    .where('membership.endedAt', 'is', null)
    .orderBy('appUser.name')
    .orderBy('membership.role')
    .select([
      'membership.id as membershipId',
      'membership.userId',
      'appUser.name',
      'appUser.email',
      'appUser.title',
      'membership.role',
      sql<string>`coalesce(place.name, '')`.as('placeName'),
      'membership.createdAt',
    ])
    .limit(1000);
}

/** Every place in a municipality that a role can be held at, with its name. */
export function rolePlacesIn(em: EntityManager, municipalityId: string) {
  const db = reader(em);
  const kind = (name: PlaceKind) => sql<PlaceKind>`${sql.lit(name)}::text`.as('kind');
  return db
    .selectFrom('municipality')
    .where('municipality.id', '=', municipalityId)
    .select([kind('municipality'), 'municipality.id', 'municipality.name', sql<string>`''`.as('sortKey')])
    .unionAll(
      db
        .selectFrom('body')
        .where('body.municipalityId', '=', municipalityId)
        .select([kind('body'), 'body.id', 'body.name', 'body.sortKey']),
    )
    .unionAll(
      db
        .selectFrom('organisation')
        .where('organisation.municipalityId', '=', municipalityId)
        .select([kind('organisation'), 'organisation.id', 'organisation.name', 'organisation.sortKey']),
    )
    .unionAll(
      db
        .selectFrom('project')
        .where('project.municipalityId', '=', municipalityId)
        .select([
          kind('project'),
          'project.id',
          sql<string>`project.title || ' ' || project.year`.as('name'),
          'project.sortKey',
        ]),
    )
    .unionAll(
      db
        .selectFrom('fundingSource')
        .innerJoin('project', 'project.id', 'fundingSource.projectId')
        .where('project.municipalityId', '=', municipalityId)
        .select([
          kind('fundingSource'),
          'fundingSource.id',
          sql<string>`funding_source.name || ' – ' || project.title || ' ' || project.year`.as('name'),
          'project.sortKey',
        ]),
    );
}

/** One such place, or undefined when it is not in the municipality. */
export function findRolePlace(em: EntityManager, municipalityId: string, kind: PlaceKind, placeId: string) {
  return reader(em)
    .selectFrom(rolePlacesIn(em, municipalityId).as('place'))
    .where('place.kind', '=', kind)
    .where('place.id', '=', placeId)
    .select(['place.id', 'place.name'])
    .executeTakeFirst();
}
