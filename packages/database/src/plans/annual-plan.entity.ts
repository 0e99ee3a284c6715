import { defineEntity, p } from '@mikro-orm/core';
import { annualPlanStatuses } from '@forspring/domain/plans/annual-plan';
import { Body } from '../places/body.entity.ts';

/** A body's plan for one calendar year: situation picture, challenges, the frame of money and the decision to adopt. */
export const AnnualPlanSchema = defineEntity({
  name: 'AnnualPlan',
  tableName: 'annual_plan',
  uniques: [{ properties: ['bodyId', 'year'] }],
  properties: {
    id: p.uuid().primary(),
    bodyId: () => p.manyToOne(Body).mapToPk().fieldName('body_id').index(),
    year: p.integer(),
    status: p.enum(annualPlanStatuses),
    situation: p.text().default(''),
    challenges: p.text().default(''),
    frameOere: p.bigint('number'),
    otherCostsOere: p.bigint('number').default(0),
    adoptedOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export class AnnualPlan extends AnnualPlanSchema.class {}
AnnualPlanSchema.setClass(AnnualPlan);
