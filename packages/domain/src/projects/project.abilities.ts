import { type Actor, holds, isAny, municipalitiesOf } from '../people/actor.ts';
import type { ProjectPlace } from './project.ts';

/** The owner of this project. */
export function isOwner(actor: Actor, project: ProjectPlace): boolean {
  return holds(actor, 'owner', project.projectId);
}

/** A coordinator of the project's own municipality. */
export function isCoordinator(actor: Actor, project: ProjectPlace): boolean {
  return holds(actor, 'coordinator', project.municipalityId);
}

/** A member of the body that decides about this project. */
export function isOnBody(actor: Actor, project: ProjectPlace): boolean {
  return holds(actor, 'committeeMember', project.bodyId);
}

/** Somebody from an organisation that takes part in this project. */
export function isPartner(actor: Actor, project: ProjectPlace): boolean {
  return project.partnerOrganisationIds.some((id) => holds(actor, 'partner', id));
}

/** A data protection officer of the project's own municipality. */
export function isProtectionOfficer(actor: Actor, project: ProjectPlace): boolean {
  return holds(actor, 'dataProtectionOfficer', project.municipalityId);
}

/** Whether the actor may know that the project exists. Funders meet it through their grant, others through learning. */
export function mayFindProject(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project) || isPartner(actor, project);
}

/** The whole project: its owner, its body, its coordinators and the data protection officer. */
export function mayViewProject(actor: Actor, project: ProjectPlace): boolean {
  return (
    isOwner(actor, project) ||
    isOnBody(actor, project) ||
    isCoordinator(actor, project) ||
    isProtectionOfficer(actor, project)
  );
}

/** Only the owner writes the plan. */
export function mayEditPlan(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** Only the owner submits, takes back, closes or restarts. */
export function mayMoveAsOwner(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** The body decides, but nobody decides about what they own, made or submitted themselves. */
export function mayDecide(actor: Actor, project: ProjectPlace): boolean {
  return (
    isOnBody(actor, project) &&
    !isOwner(actor, project) &&
    project.createdById !== actor.userId &&
    project.submittedById !== actor.userId
  );
}

/** Owner, body or coordinator may stop a project early, with a reason. */
export function mayStop(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isOnBody(actor, project) || isCoordinator(actor, project);
}

/** Owners, committee members and coordinators may start a new project in their own municipality. */
export function mayAddProject(actor: Actor): boolean {
  return isAny(actor, 'owner', 'coordinator', 'committeeMember');
}

/** The municipalities in which the actor may start a project. */
export function municipalitiesToAddIn(actor: Actor): string[] {
  return municipalitiesOf(actor, 'owner', 'coordinator', 'committeeMember');
}
