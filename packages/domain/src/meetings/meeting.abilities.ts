import { type Actor, isAny } from '../people/actor.ts';

/** Meetings are for the members of bodies and for coordinators. */
export function maySeeMeetings(actor: Actor): boolean {
  return isAny(actor, 'committeeMember', 'coordinator');
}
