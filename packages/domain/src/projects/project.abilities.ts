import { type Actor, holds, isAny, municipalitiesOf } from '../people/actor.ts';
import type { ProjectPlace, ProjectStatus } from './project.ts';
import { lockedStatuses, type Move, type MoveBy, moves, planOpenStatuses } from './project.rules.ts';

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

/** Projects are listed for their owners, bodies, coordinators and data protection officers; each sees only their own rows. */
export function mayListProjects(actor: Actor): boolean {
  return isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
}

/** The owner and the coordinator may pause and resume. */
export function mayPause(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isCoordinator(actor, project);
}

/** Only the owner changes what approval locked, and only while the project lives. */
export function mayChangeLocked(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** The municipality's coordinator puts away what is finished. */
export function mayArchive(actor: Actor, project: ProjectPlace): boolean {
  return isCoordinator(actor, project);
}

/** The statuses in which the locked target group may still change, with a reason. */
export const lockedChangeStatuses: readonly ProjectStatus[] = lockedStatuses.filter(
  (status) => status === 'approved' || status === 'running' || status === 'paused',
);

/** Whether the actor may make a move of the table in one of the parts it names. The calendar is nobody. */
export function mayMakeMove(actor: Actor, project: ProjectPlace, move: Move): boolean {
  const parts: Record<MoveBy, boolean> = {
    owner: isOwner(actor, project),
    coordinator: isCoordinator(actor, project),
    // Stopping early is no decision about a proposal: who submitted it may well be on the body.
    body: move.to === 'stopped' ? isOnBody(actor, project) : mayDecide(actor, project),
    calendar: false,
  };
  return move.by.some((by) => parts[by]);
}

/** The statuses the actor may move the project to now, in the order of the table. */
export function movesFor(actor: Actor, project: ProjectPlace): ProjectStatus[] {
  return moves
    .filter((move) => move.from === project.status && mayMakeMove(actor, project, move))
    .map((move) => move.to);
}

/** All a screen asks about one project. */
export function projectAbilities(actor: Actor, project: ProjectPlace) {
  const isOwned = isOwner(actor, project);
  return {
    view: mayViewProject(actor, project),
    editPlan: isOwned && planOpenStatuses.includes(project.status),
    changeLocked: mayChangeLocked(actor, project) && lockedChangeStatuses.includes(project.status),
    editPartners: mayEditPlan(actor, project) && partnerStatuses.includes(project.status),
    makeRecipe: isOwned && recipeStatuses.includes(project.status),
    decide: project.status === 'submitted' && mayDecide(actor, project),
    stop: mayStop(actor, project) && moves.some((move) => move.from === project.status && move.to === 'stopped'),
  };
}

/** A project that began from nothing can be made a recipe until its evaluation is frozen. */
export const recipeStatuses: readonly ProjectStatus[] = [
  ...planOpenStatuses,
  'approved',
  'running',
  'paused',
  'closed',
  'stopped',
];

/** Partners come and go while a project is planned or lives; what was promised when it closed stays as it was. */
export const partnerStatuses: readonly ProjectStatus[] = [...planOpenStatuses, 'approved', 'running', 'paused'];
