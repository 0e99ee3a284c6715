import { type Actor, isAny } from '../people/actor.ts';

/** Recipes are shared by all districts: everybody who plans, decides or coordinates may read them. */
export function mayReadInterventions(actor: Actor): boolean {
  return isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
}
