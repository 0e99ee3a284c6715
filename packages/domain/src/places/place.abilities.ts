import { type Actor, holds } from '../people/actor.ts';

/** Coordinators keep the places of their own municipality. */
export function mayEditPlaces(actor: Actor, municipalityId: string): boolean {
  return holds(actor, 'coordinator', municipalityId);
}
