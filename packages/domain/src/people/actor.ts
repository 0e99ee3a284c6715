import type { Membership, Role } from './membership.ts';

/** The signed-in person as the rules see them: who, and which roles at which places. */
export interface Actor {
  userId: string;
  name: string;
  memberships: readonly Membership[];
}

/** Whether the actor holds `role` at exactly the place with this id. */
export function holds(actor: Actor, role: Role, placeId: string | null): boolean {
  return placeId !== null && actor.memberships.some((one) => one.role === role && one.placeId === placeId);
}

/** The ids of the places where the actor holds `role`; empty when none. */
export function placesOf(actor: Actor, role: Role): string[] {
  return actor.memberships.filter((one) => one.role === role).map((one) => one.placeId);
}

/** The municipalities in which the actor holds any of `roles`. */
export function municipalitiesOf(actor: Actor, ...roles: Role[]): string[] {
  return [...new Set(actor.memberships.filter((one) => roles.includes(one.role)).map((one) => one.municipalityId))];
}

/** Whether the actor holds any of `roles` anywhere in the municipality. */
export function worksIn(actor: Actor, municipalityId: string, ...roles: Role[]): boolean {
  return municipalitiesOf(actor, ...roles).includes(municipalityId);
}

/** Whether the actor holds any of `roles` anywhere. */
export function isAny(actor: Actor, ...roles: Role[]): boolean {
  return actor.memberships.some((one) => roles.includes(one.role));
}
