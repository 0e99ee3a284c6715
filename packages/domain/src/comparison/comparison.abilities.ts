import { type Actor, isAny, worksIn } from '../people/actor.ts';

/** Those who decide, own or look after projects compare them. Partners see their own sessions, funders their own grants. */
export function mayCompare(actor: Actor): boolean {
  return isAny(actor, 'committeeMember', 'coordinator', 'owner', 'dataProtectionOfficer');
}

/** Whether a municipality's numbers are the actor's own to compare, running years among them. */
export function isOwnMunicipality(actor: Actor, municipalityId: string): boolean {
  return worksIn(actor, municipalityId, 'committeeMember', 'coordinator', 'owner', 'dataProtectionOfficer');
}
