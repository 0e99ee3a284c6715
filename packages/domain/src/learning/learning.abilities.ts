import { type Actor, isAny } from '../people/actor.ts';
import { isOwner, mayAddProject, mayViewProject } from '../projects/project.abilities.ts';
import type { ProjectPlace } from '../projects/project.ts';

/** Whoever plans, decides or looks after projects may learn from all of them, wherever they ran. Partners see their own sessions, funders their own grants. */
export function mayLearn(actor: Actor): boolean {
  return isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
}

/** Whoever may start a project may start it as a copy of another. */
export function mayRepeatProject(actor: Actor): boolean {
  return mayAddProject(actor);
}

/** Whoever sees a whole project sees what it does differently from its original. */
export function maySeeAdaptations(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner says why something was done differently, as long as the project is kept. */
export function maySetAdaptationReason(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}
