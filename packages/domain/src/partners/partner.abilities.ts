import { type Actor, holds, isAny } from '../people/actor.ts';
import type { LedgerSide } from './promise.ts';
import type { ProjectPlace, ProjectStatus } from '../projects/project.ts';
import { isOwner, isPartner, mayViewProject } from '../projects/project.abilities.ts';

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

/** The owner and the partner's own people write in the ledger; which promises, {@link sideOf} says. */
export function mayCorrectDelivery(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isPartner(actor, project);
}

/** The side somebody is on about an organisation's promise; nobody is on both. Null for those who only look. */
export function sideOf(actor: Actor, projectId: string, organisationId: string): LedgerSide | null {
  if (holds(actor, 'owner', projectId)) return 'owner';
  return holds(actor, 'partner', organisationId) ? 'partner' : null;
}

/** Committees and coordinators are told of promises that are disputed or far behind. */
export function mayListConcerns(actor: Actor): boolean {
  return isAny(actor, 'committeeMember', 'coordinator', 'owner');
}
