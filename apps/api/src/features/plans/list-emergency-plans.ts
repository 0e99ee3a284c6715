import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { municipalitiesOf } from '@forspring/domain/people/actor';
import type { shownEmergencyPlan } from '@forspring/domain/plans/annual-plan';
import type { SignedInContext } from '../../kernel/context.ts';

/** The emergency plans of the actor's own municipalities, active ones first. */
export async function listEmergencyPlans({
  em,
  actor,
}: SignedInContext): Promise<z.infer<typeof shownEmergencyPlan>[]> {
  const municipalities = municipalitiesOf(actor, 'committeeMember', 'coordinator', 'owner', 'dataProtectionOfficer');
  if (municipalities.length === 0) return [];
  return reader(em)
    .selectFrom('emergencyPlan')
    .innerJoin('municipality', 'municipality.id', 'emergencyPlan.municipalityId')
    .where('emergencyPlan.municipalityId', 'in', municipalities)
    .orderBy('emergencyPlan.status')
    .orderBy('emergencyPlan.reviewedOn', 'desc')
    .select([
      'emergencyPlan.id',
      'municipality.name as municipalityName',
      'emergencyPlan.areaName',
      'emergencyPlan.trigger',
      'emergencyPlan.status',
      'emergencyPlan.reviewedOn',
      'emergencyPlan.activatedOn',
      'emergencyPlan.closedOn',
      'emergencyPlan.learning',
    ])
    .limit(100)
    .execute();
}
