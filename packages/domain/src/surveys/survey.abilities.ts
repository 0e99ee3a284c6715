import type { Actor } from '../people/actor.ts';
import type { ProjectPlace } from '../projects/project.ts';
import { isOwner, mayViewProject } from '../projects/project.abilities.ts';
import { mayRegister } from '../participation/participation.abilities.ts';

/** Whoever sees the whole project sees its surveys; the numbers pass the gate for everybody. */
export function mayViewSurveys(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project) || mayRegister(actor, project);
}

/** The results: whoever sees the whole project. */
export function mayViewSurveyResults(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner plans surveys, their rounds and their closing. */
export function mayEditSurveys(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Whoever registers in the project hands the link out: on paper or on a tablet. */
export function mayHandOutSurveys(actor: Actor, project: ProjectPlace): boolean {
  return mayRegister(actor, project);
}
