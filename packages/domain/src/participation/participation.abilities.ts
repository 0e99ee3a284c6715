import { type Actor, holds, worksIn } from '../people/actor.ts';
import type { ProjectPlace } from '../projects/project.ts';
import { isCoordinator, isOwner, mayViewProject } from '../projects/project.abilities.ts';

/** The organisation a session belongs to; null: only the project's own people. */
interface SessionPlace {
  organisationId?: string | null;
}

/** Somebody from an organisation that registers in this project. */
export function isRegisteringPartner(actor: Actor, project: ProjectPlace): boolean {
  return project.registeringOrganisationIds.some((organisationId) => holds(actor, 'partner', organisationId));
}

/** Owner and coordinator register anything in the project, a partner that registers only its own sessions. */
export function mayRegister(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isCoordinator(actor, project) || isRegisteringPartner(actor, project);
}

/** Owner and coordinator register every session, a partner only one of its own organisation while that registers. */
export function mayRegisterSession(actor: Actor, project: ProjectPlace, session: SessionPlace): boolean {
  return isOwner(actor, project) || isCoordinator(actor, project) || isOwnSession(actor, project, session);
}

/** Whoever sees the project, and its registering partners, may ask when sessions are; what came to one is {@link maySeeSession}. */
export function maySeeSessions(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project) || isRegisteringPartner(actor, project);
}

/** One evening with who came to it is for those who write it; to everybody else a month is the smallest part. */
export function maySeeSession(actor: Actor, project: ProjectPlace, session: SessionPlace): boolean {
  return mayRegisterSession(actor, project, session);
}

/** All activity of the project: its own people. */
export function maySeeActivity(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner plans series and sessions. */
export function mayPlanSessions(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/**
 * A session is deleted by the owner; one that was opened on the spot also by those who may register it, since they
 * opened it. Whether it may be deleted at all is a matter of the session.
 */
export function mayRemoveSession(
  actor: Actor,
  project: ProjectPlace,
  session: SessionPlace & { isOpenedOnSpot: boolean },
): boolean {
  return mayPlanSessions(actor, project) || (session.isOpenedOnSpot && mayRegisterSession(actor, project, session));
}

/** Everybody who plans, holds, decides about or oversees sessions in a municipality sees when its venues are taken; funders do not. */
export function maySeeVenue(actor: Actor, municipalityId: string): boolean {
  return worksIn(actor, municipalityId, 'owner', 'partner', 'committeeMember', 'coordinator', 'dataProtectionOfficer');
}

/** Half-year totals are registered by the owner or a coordinator. */
export function mayRegisterTotals(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isCoordinator(actor, project);
}

/** An open activity is changed by whoever may register it: owner and coordinator any, a partner its own. */
export function mayEditOpenActivity(actor: Actor, project: ProjectPlace, activity: SessionPlace): boolean {
  return mayRegisterSession(actor, project, activity);
}

/** The numbers of concern talks and consultations as they are: for those who write them. Everybody else gets quarterly sums through the gate. */
export function maySeeQuietCounts(actor: Actor, project: ProjectPlace): boolean {
  return mayRegister(actor, project);
}

function isOwnSession(actor: Actor, project: ProjectPlace, { organisationId }: SessionPlace): boolean {
  return (
    typeof organisationId === 'string' &&
    project.registeringOrganisationIds.includes(organisationId) &&
    holds(actor, 'partner', organisationId)
  );
}
