import { type Actor, isAny } from '../people/actor.ts';
import type { ProjectPlace, ProjectStatus } from '../projects/project.ts';
import { isOwner, mayViewProject } from '../projects/project.abilities.ts';

/** The project's own people see all its partners; a partner sees only its own promise. */
export function mayViewPartners(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** The owner agrees with partners. */
export function mayEditPartners(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Somebody from a partner organisation may see what it promised and where. */
export function mayListOwnPromises(actor: Actor): boolean {
  return isAny(actor, 'partner');
}

/** A partner hears of a project once it is proposed, and no more of one that was not accepted. */
export const promiseStatuses: readonly ProjectStatus[] = [
  'submitted',
  'approved',
  'running',
  'paused',
  'closed',
  'evaluated',
  'stopped',
];
