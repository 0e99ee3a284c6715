import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Actor } from '@forspring/domain/people/actor';

/** The person behind a user id with the roles they hold now; null when the account is gone. */
export async function findActor(em: EntityManager, userId: string): Promise<Actor | null> {
  const rows = await reader(em)
    .selectFrom('appUser')
    .leftJoin('membership', (join) =>
      join.onRef('membership.userId', '=', 'appUser.id').on('membership.endedAt', 'is', null),
    )
    .where('appUser.id', '=', userId)
    .select([
      'appUser.id as userId',
      'appUser.name',
      'membership.role',
      'membership.placeKind',
      'membership.placeId',
      'membership.municipalityId',
    ])
    .execute();
  const first = rows[0];
  if (!first) return null;
  return {
    userId: first.userId,
    name: first.name,
    memberships: rows.flatMap(({ role, placeKind, placeId, municipalityId }) =>
      role && placeKind && placeId && municipalityId ? [{ role, placeKind, placeId, municipalityId }] : [],
    ),
  };
}
