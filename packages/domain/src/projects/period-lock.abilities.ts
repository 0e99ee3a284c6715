import { type Actor, holds, isAny } from '../people/actor.ts';

/** Periods are a matter of the administration: coordinators and data protection officers see them. */
export function mayFindPeriods(actor: Actor): boolean {
  return isAny(actor, 'coordinator', 'dataProtectionOfficer');
}

/** Whether the actor sees the locked periods of this municipality. */
export function maySeePeriods(actor: Actor, municipalityId: string): boolean {
  return holds(actor, 'coordinator', municipalityId) || holds(actor, 'dataProtectionOfficer', municipalityId);
}

/** Only the municipality's coordinator locks, lifts and makes exceptions. */
export function mayLock(actor: Actor, municipalityId: string): boolean {
  return holds(actor, 'coordinator', municipalityId);
}

/** Owners and partners meet locked periods where they register, and see the exceptions of their own projects. */
export function mayMeetPeriods(actor: Actor): boolean {
  return isAny(actor, 'owner', 'partner', 'coordinator', 'committeeMember', 'dataProtectionOfficer', 'funder');
}
