import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { Invitation } from '@forspring/database/people/invitation.entity';
import { Membership } from '@forspring/database/people/membership.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { AcceptInput } from '@forspring/domain/people/invitation';
import type { Actor } from '@forspring/domain/people/actor';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import type { OpenCommandContext } from '../../kernel/context.ts';
import { hashToken } from './invite-person.ts';
import { addAccount } from './people.store.ts';

/**
 * Gives the invited person the role: to the signed-in account with the invited e-mail, or to a new account with the
 * chosen password. An unknown, used or expired link is missing.
 */
export async function acceptInvitation(
  { em, actor, clock, audit }: OpenCommandContext,
  { token, password }: AcceptInput,
): Promise<{ email: string }> {
  const now = clock.now();
  const invitation = await em.findOne(
    Invitation,
    { tokenHash: hashToken(token), acceptedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!invitation || invitation.expiresAt < now) throw commonProblems.missing();
  const { email, role, placeKind, placeId, municipalityId } = invitation;

  const userId = (await accountOf(em, email, actor)) ?? (await newAccount(em, invitation, password, now));
  const held = await em.findOne(Membership, { userId, role, placeKind, placeId });
  if (held) held.endedAt = null;
  else em.create(Membership, { id: randomUUID(), userId, role, placeKind, placeId, municipalityId, createdAt: now });
  invitation.acceptedAt = now;
  audit.isBy(userId);
  audit.leave({
    action: 'acceptInvitation',
    subjectKind: 'invitation',
    subjectId: invitation.id,
    municipalityId,
  });
  return { email };
}

/** The account that has the e-mail, when it is the one signed in; null when nobody has it. */
async function accountOf(em: EntityManager, email: string, actor: Actor | null): Promise<string | null> {
  const account = await reader(em).selectFrom('appUser').where('email', '=', email).select('id').executeTakeFirst();
  if (!account) return null;
  if (!actor) throw peopleProblems.signInFirst(email);
  if (actor.userId !== account.id) throw peopleProblems.otherAccount(email);
  return account.id;
}

async function newAccount(
  em: EntityManager,
  { name, email }: { name: string; email: string },
  password: string | undefined,
  at: Date,
): Promise<string> {
  if (password === undefined) throw peopleProblems.passwordNeeded();
  const userId = await addAccount(em, { name, email, password }, at);
  if (userId === null) throw peopleProblems.signInFirst(email);
  return userId;
}
