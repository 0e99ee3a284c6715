import { type Actor, holds, isAny, worksIn } from './actor.ts';

/** Everybody signed in may see who they are and their own work list. */
export function mayBeSignedIn(_actor: Actor): boolean {
  return true;
}

/** Coordinators invite people to roles in their own municipality. */
export function mayInvite(actor: Actor, municipalityId: string): boolean {
  return holds(actor, 'coordinator', municipalityId);
}

/** Coordinators and data protection officers see who has which role in their own municipality. */
export function maySeePeople(actor: Actor, municipalityId: string): boolean {
  return worksIn(actor, municipalityId, 'coordinator', 'dataProtectionOfficer');
}

/** Coordinators and data protection officers have an administration page. */
export function mayAdministrate(actor: Actor): boolean {
  return isAny(actor, 'coordinator', 'dataProtectionOfficer');
}
