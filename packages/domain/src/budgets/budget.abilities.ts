import type { Actor } from '../people/actor.ts';
import { isOwner, mayViewProject } from '../projects/project.abilities.ts';
import { planOpenStatuses, recordingStatuses } from '../projects/project.rules.ts';
import type { ProjectPlace, ProjectStatus } from '../projects/project.ts';

/** Whoever sees the whole project sees its budget. Partners see their own promise, funders their own grant, elsewhere. */
export function mayViewBudget(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner writes the budget. */
export function mayEditBudget(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Only the owner books expenses. */
export function mayRecordExpenses(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Only the owner moves money between approved lines and writes down the funder's answer. */
export function mayMoveMoney(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** The statuses in which money may still be moved: the budget is approved and the project has not ended. */
export const moneyMoveStatuses: readonly ProjectStatus[] = ['approved', 'running', 'paused'];

/** What an actor may do with a project's budget now. */
export function budgetAbilities(
  actor: Actor,
  project: ProjectPlace,
): { edit: boolean; record: boolean; move: boolean } {
  const { status } = project;
  return {
    edit: mayEditBudget(actor, project) && planOpenStatuses.includes(status),
    record: mayRecordExpenses(actor, project) && recordingStatuses.includes(status),
    move: mayMoveMoney(actor, project) && moneyMoveStatuses.includes(status),
  };
}
