import { type Actor, holds, isAny } from '../people/actor.ts';

/** Grants are for those who gave them. */
export function mayFindGrants(actor: Actor): boolean {
  return isAny(actor, 'funder');
}

/** Access is by grant: a funder sees exactly the grants it holds a role at, whatever else lies in the project. */
export function mayViewGrant(actor: Actor, sourceId: string): boolean {
  return holds(actor, 'funder', sourceId);
}
