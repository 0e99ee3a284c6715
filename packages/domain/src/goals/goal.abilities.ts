import type { Actor } from '../people/actor.ts';
import { lockedStatuses, planOpenStatuses, recordingStatuses } from '../projects/project.rules.ts';
import type { ProjectPlace, ProjectStatus } from '../projects/project.ts';
import { isOwner, mayViewProject } from '../projects/project.abilities.ts';

/** Whoever sees the whole project sees its goals; beyond the owner the numbers pass the gate. */
export function mayViewGoals(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner writes goals. */
export function mayEditGoals(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Only the owner records and corrects readings. */
export function mayMeasureGoals(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** The statuses in which a locked goal may still be changed with a reason: once a project has ended, nobody moves its goalposts. */
export const goalChangeStatuses: readonly ProjectStatus[] = ['approved', 'running', 'paused'];

/** What an actor may do with a project's goals now. */
export function goalAbilities(
  actor: Actor,
  project: ProjectPlace,
): { edit: boolean; editLocked: boolean; measure: boolean } {
  const isOwned = mayEditGoals(actor, project);
  return {
    edit: isOwned && planOpenStatuses.includes(project.status),
    editLocked: isOwned && lockedStatuses.includes(project.status) && goalChangeStatuses.includes(project.status),
    measure: mayMeasureGoals(actor, project) && recordingStatuses.includes(project.status),
  };
}
