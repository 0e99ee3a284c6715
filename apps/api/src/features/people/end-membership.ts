import { LockMode } from '@mikro-orm/core';
import { Membership } from '@forspring/database/people/membership.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayInvite, maySeePeople } from '@forspring/domain/people/people.abilities';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import type { CommandContext } from '../../kernel/context.ts';

/** Ends a role; a municipality keeps at least one coordinator. */
export async function endMembership(
  { em, actor, clock, audit }: CommandContext,
  membershipId: string,
): Promise<{ membershipId: string }> {
  const membership = await em.findOne(
    Membership,
    { id: membershipId, endedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!membership || !maySeePeople(actor, membership.municipalityId)) throw commonProblems.missing();
  if (!mayInvite(actor, membership.municipalityId)) throw commonProblems.refused();
  const { role, municipalityId } = membership;
  if (role === 'coordinator') {
    // Locked together, so that two coordinators cannot end each other at the same moment.
    const left = await em.find(
      Membership,
      { role, municipalityId, endedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    if (left.length <= 1) throw peopleProblems.lastCoordinator();
  }
  membership.endedAt = clock.now();
  audit.leave({ action: 'endMembership', subjectKind: 'membership', subjectId: membershipId, municipalityId });
  return { membershipId };
}
