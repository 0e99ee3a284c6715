import { type Actor, isAny } from '../people/actor.ts';

/** Owners see what is owed in their own projects, coordinators what is owed in their municipality. */
export function mayListOwed(actor: Actor): boolean {
  return isAny(actor, 'owner', 'coordinator');
}

/** Whoever sees what is owed may send a reminder of it; to whom is bounded by what they see. */
export function mayRemind(actor: Actor): boolean {
  return mayListOwed(actor);
}
