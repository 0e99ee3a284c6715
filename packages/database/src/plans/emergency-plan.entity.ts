import { defineEntity, p } from '@mikro-orm/core';
import { Municipality } from '../places/municipality.entity.ts';

/** A municipality's plan for restoring calm after a serious incident; functions and tasks, never persons. */
export const EmergencyPlanSchema = defineEntity({
  name: 'EmergencyPlan',
  tableName: 'emergency_plan',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    areaName: p.text(),
    trigger: p.text(),
    status: p.enum(['standing', 'active', 'closed'] as const),
    reviewedOn: p.date(),
    activatedOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    learning: p.text().default(''),
  },
});

export class EmergencyPlan extends EmergencyPlanSchema.class {}
EmergencyPlanSchema.setClass(EmergencyPlan);
