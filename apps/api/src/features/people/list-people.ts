import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { dayOf } from '@forspring/domain/measures/day';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { listedPerson, openInvitation, rolePlace } from '@forspring/domain/people/invitation';
import { mayInvite, maySeePeople } from '@forspring/domain/people/people.abilities';
import type { SignedInContext } from '../../kernel/context.ts';
import { membershipsIn, rolePlacesIn } from './people.store.ts';

type People = {
  persons: z.infer<typeof listedPerson>[];
  invitations: z.infer<typeof openInvitation>[];
  places: z.infer<typeof rolePlace>[];
  abilities: { invite: boolean };
};

/** Everybody with a role in the municipality, open invitations, and the places a role can be given at. */
export async function listPeople({ em, actor, clock }: SignedInContext, municipalityId: string): Promise<People> {
  if (!maySeePeople(actor, municipalityId)) throw commonProblems.missing();
  const [members, invitations, places] = await Promise.all([
    membershipsIn(em, municipalityId).execute(),
    reader(em)
      .selectFrom('invitation')
      .where('municipalityId', '=', municipalityId)
      .where('acceptedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .select(['id', 'name', 'email', 'role', 'placeId', 'expiresAt'])
      .limit(200)
      .execute(),
    rolePlacesIn(em, municipalityId)
      .orderBy('sortKey')
      .orderBy(sql`name`)
      .execute(),
  ]);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const now = clock.now();
  return {
    persons: members.map(({ createdAt, ...person }) => ({ ...person, since: dayOf(createdAt) })),
    invitations: invitations.map(({ placeId, expiresAt, ...invitation }) => ({
      ...invitation,
      placeName: nameOf.get(placeId) ?? '',
      expiresOn: dayOf(expiresAt),
      isExpired: expiresAt < now,
    })),
    places: places.map(({ kind, id, name }) => ({ kind, id, name })),
    abilities: { invite: mayInvite(actor, municipalityId) },
  };
}
