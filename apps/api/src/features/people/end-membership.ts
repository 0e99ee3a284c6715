import { LockMode } from '@mikro-orm/core';
import { Membership } from '@forspring/database/people/membership.entity';
import { Municipality } from '@forspring/database/places/municipality.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayInvite, maySeePeople } from '@forspring/domain/people/people.abilities';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import type { CommandContext } from '../../kernel/context.ts';

/** Ends a role; a municipality keeps at least one coordinator. */
export async function endMembership(
  { em, actor, clock, audit }: CommandContext,
  membershipId: string,
): Promise<{ membershipId: string }> {
  const found = await em.findOne(Membership, { id: membershipId, endedAt: null });
  // The municipality is locked first and by everybody, so that two coordinators can neither end each other at the same
  // moment nor wait for each other for ever.
  if (found) await em.findOne(Municipality, { id: found.municipalityId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const membership = found && (await em.findOne(Membership, { id: membershipId, endedAt: null }, { refresh: true }));
  if (!membership || !maySeePeople(actor, membership.municipalityId)) throw commonProblems.missing();
  if (!mayInvite(actor, membership.municipalityId)) throw commonProblems.refused();
  const { role, municipalityId } = membership;
  if (role === 'coordinator') {
    const left = await em.count(Membership, { role, municipalityId, endedAt: null });
    if (left <= 1) throw peopleProblems.lastCoordinator();
  }
  membership.endedAt = clock.now();
  audit.leave({ action: 'endMembership', subjectKind: 'membership', subjectId: membershipId, municipalityId });
  return { membershipId };
}
