import { type Actor, isAny } from '../people/actor.ts';

/** Those who plan, decide on or look after projects read the library of indicators. */
export function mayReadIndicators(actor: Actor): boolean {
  return isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
}

/** The library belongs to the installation, so that projects of all its municipalities compare; any of their coordinators keeps it. */
export function mayKeepIndicators(actor: Actor): boolean {
  return isAny(actor, 'coordinator');
}
