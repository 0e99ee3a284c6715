import type { z } from 'zod';
import { Invitation } from '@forspring/database/people/invitation.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { foundInvitation } from '@forspring/domain/people/invitation';
import type { Context } from '../../kernel/context.ts';
import { hashToken } from './invite-person.ts';
import { findRolePlace } from './people.store.ts';

/** The invitation behind a link; unknown, used and expired links are all missing. */
export async function findInvitation({ em, clock }: Context, token: string): Promise<z.infer<typeof foundInvitation>> {
  const invitation = await em.findOne(Invitation, { tokenHash: hashToken(token), acceptedAt: null });
  if (!invitation || invitation.expiresAt < clock.now()) throw commonProblems.missing();
  const { name, email, role, placeKind, placeId, municipalityId } = invitation;
  const db = reader(em);
  const place = await findRolePlace(em, municipalityId, placeKind, placeId);
  const municipality = await db
    .selectFrom('municipality')
    .where('id', '=', municipalityId)
    .select('name')
    .executeTakeFirstOrThrow();
  const account = await db.selectFrom('appUser').where('email', '=', email).select('id').executeTakeFirst();
  return {
    name,
    email,
    role,
    placeName: place?.name ?? municipality.name,
    municipalityName: municipality.name,
    hasAccount: account !== undefined,
  };
}
