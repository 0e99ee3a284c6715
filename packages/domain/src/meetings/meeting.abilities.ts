import { type Actor, holds, isAny } from '../people/actor.ts';
import type { BodyPlace } from '../plans/annual-plan.abilities.ts';

/** Meetings are for the members of bodies and for coordinators. */
export function maySeeMeetings(actor: Actor): boolean {
  return isAny(actor, 'committeeMember', 'coordinator');
}

/** A body's members see its meetings, and so do the municipality's coordinators. */
export function maySeeMeetingsOf(actor: Actor, body: BodyPlace): boolean {
  return mayEditMeetingsOf(actor, body) || holds(actor, 'coordinator', body.municipalityId);
}

/** Only a body's own members write in its meetings. */
export function mayEditMeetingsOf(actor: Actor, body: BodyPlace): boolean {
  return holds(actor, 'committeeMember', body.bodyId);
}
