import { type Actor, worksIn } from '../people/actor.ts';

/** The trail of a municipality is for its data protection officers and coordinators. */
export function maySeeTrail(actor: Actor, municipalityId: string): boolean {
  return worksIn(actor, municipalityId, 'dataProtectionOfficer', 'coordinator');
}

/** What is kept how long is decided by a municipality's coordinator or data protection officer. */
export function mayKeep(actor: Actor, municipalityId: string): boolean {
  return worksIn(actor, municipalityId, 'dataProtectionOfficer', 'coordinator');
}
