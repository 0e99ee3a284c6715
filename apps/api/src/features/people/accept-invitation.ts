import { randomUUID } from 'node:crypto';
import { Invitation } from '@forspring/database/people/invitation.entity';
import { Membership } from '@forspring/database/people/membership.entity';
import { LockMode } from '@mikro-orm/core';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { AcceptInput } from '@forspring/domain/people/invitation';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import { Audit } from '../../kernel/audit.ts';
import type { Context } from '../../kernel/context.ts';
import { hashToken } from './invite-person.ts';

/**
 * Gives the invited person the role: to the signed-in account with the invited e-mail, or to a new account with the
 * chosen password. An unknown, used or expired link is missing.
 */
export async function acceptInvitation(ctx: Context, { token, password }: AcceptInput): Promise<{ email: string }> {
  const { em, actor, clock, accounts } = ctx;
  const now = clock.now();
  const invitation = await em.findOne(Invitation, { tokenHash: hashToken(token), acceptedAt: null });
  if (!invitation || invitation.expiresAt < now) throw commonProblems.missing();
  const { email, name } = invitation;

  const account = await reader(em).selectFrom('appUser').where('email', '=', email).select('id').executeTakeFirst();
  let userId: string;
  if (account) {
    if (!actor) throw peopleProblems.signInFirst(email);
    if (actor.userId !== account.id) throw peopleProblems.otherAccount(email);
    userId = account.id;
  } else {
    if (password === undefined) throw peopleProblems.passwordNeeded();
    const added = await accounts.add({ name, email, password });
    if (added === null) throw peopleProblems.signInFirst(email);
    userId = added;
  }

  await em.transactional(async (inside) => {
    const tx = inside;
    const locked = await tx.findOne(
      Invitation,
      { id: invitation.id, acceptedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (!locked) throw commonProblems.missing();
    const { role, placeKind, placeId, municipalityId } = locked;
    const held = await tx.findOne(Membership, { userId, role, placeKind, placeId });
    if (held) held.endedAt = null;
    else
      tx.create(Membership, {
        id: randomUUID(),
        userId,
        role,
        placeKind,
        placeId,
        municipalityId,
        createdAt: now,
      });
    locked.acceptedAt = now;
    new Audit(tx, clock, userId).leave({
      action: 'acceptInvitation',
      subjectKind: 'invitation',
      subjectId: locked.id,
      municipalityId,
    });
  });
  return { email };
}
