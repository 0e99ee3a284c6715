import { type Actor, holds, isAny, worksIn } from '../people/actor.ts';

/** A body with the place it lies in: what abilities about plans and meetings need to know. */
export interface BodyPlace {
  bodyId: string;
  municipalityId: string;
}

/** Annual plans are for committees, coordinators, owners and data protection officers. */
export function mayFindPlans(actor: Actor): boolean {
  return isAny(actor, 'committeeMember', 'coordinator', 'owner', 'dataProtectionOfficer');
}

/** A body's members see its plan, and so do the municipality's coordinators, owners and data protection officers. */
export function maySeePlan(actor: Actor, body: BodyPlace): boolean {
  return (
    holds(actor, 'committeeMember', body.bodyId) ||
    worksIn(actor, body.municipalityId, 'coordinator', 'owner', 'dataProtectionOfficer')
  );
}

/** A body's members and the municipality's coordinators write its plan. */
export function mayEditPlanOf(actor: Actor, body: BodyPlace): boolean {
  return holds(actor, 'committeeMember', body.bodyId) || holds(actor, 'coordinator', body.municipalityId);
}

/** Only the body's own members adopt its plan. */
export function mayAdoptPlan(actor: Actor, body: BodyPlace): boolean {
  return holds(actor, 'committeeMember', body.bodyId);
}
