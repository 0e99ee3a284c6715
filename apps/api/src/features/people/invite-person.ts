import { createHash, randomBytes } from 'node:crypto';
import { Invitation } from '@forspring/database/people/invitation.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { InviteInput } from '@forspring/domain/people/invitation';
import { mayInvite, maySeePeople } from '@forspring/domain/people/people.abilities';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { findRolePlace } from './people.store.ts';
import { invitationLetter } from './invitation-letter.ts';

const daysOpen = 14;

/** The form in which a link's token is stored: nobody who reads the database can open the link. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Invites a person to a role by a link that lives for fourteen days; the link leaves by letter only. */
export async function invitePerson(ctx: CommandContext, input: InviteInput): Promise<{ id: string }> {
  const { em, actor, clock, post, baseUrl, audit } = ctx;
  if (!maySeePeople(actor, input.municipalityId)) throw commonProblems.missing();
  if (!mayInvite(actor, input.municipalityId)) throw commonProblems.refused();
  const place = await findRolePlace(em, input.municipalityId, input.placeKind, input.placeId);
  if (!place) throw commonProblems.missing();

  const token = randomBytes(32).toString('base64url');
  const createdAt = clock.now();
  em.create(Invitation, {
    ...input,
    tokenHash: hashToken(token),
    invitedById: actor.userId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + daysOpen * 86_400_000),
  });
  audit.leave({
    action: 'invitePerson',
    subjectKind: 'invitation',
    subjectId: input.id,
    municipalityId: input.municipalityId,
  });
  await em.flush();
  const municipality = await reader(em)
    .selectFrom('municipality')
    .where('id', '=', input.municipalityId)
    .select('name')
    .executeTakeFirstOrThrow();
  const letter = invitationLetter({
    to: input.email,
    name: input.name,
    invitedBy: actor.name,
    placeName: place.name,
    municipalityName: municipality.name,
    address: `${baseUrl}/invitation/${token}`,
    daysOpen,
  });
  try {
    await post.send(letter);
  } catch {
    // An invitation nobody gets is none: nothing is kept, and it can be sent again.
    throw peopleProblems.notSent();
  }
  return { id: input.id };
}
