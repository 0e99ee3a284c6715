import { LockMode } from '@mikro-orm/core';
import { Invitation } from '@forspring/database/people/invitation.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayInvite, maySeePeople } from '@forspring/domain/people/people.abilities';
import type { CommandContext } from '../../kernel/context.ts';

/** Takes back an invitation nobody has answered, such as one to a mistyped address: its link is worth nothing from then on. */
export async function removeInvitation(
  { em, actor, audit }: CommandContext,
  invitationId: string,
): Promise<{ invitationId: string }> {
  const open = { id: invitationId, acceptedAt: null };
  const invitation = await em.findOne(Invitation, open, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!invitation || !maySeePeople(actor, invitation.municipalityId)) throw commonProblems.missing();
  const { municipalityId } = invitation;
  if (!mayInvite(actor, municipalityId)) throw commonProblems.refused();
  em.remove(invitation);
  audit.leave({ action: 'removeInvitation', subjectKind: 'invitation', subjectId: invitationId, municipalityId });
  return { invitationId };
}
