import { defineEntity, p } from '@mikro-orm/core';
import { indicatorDirections, indicatorUnits } from '@forspring/domain/goals/goal';
import { disaggregations } from '@forspring/domain/goals/part';
import { tiers } from '@forspring/domain/interventions/intervention';
import { User } from '../people/user.entity.ts';

/** A versioned card of what is measured and how; a version is never changed, only followed by the next. */
export const IndicatorSchema = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  uniques: [{ properties: ['key', 'version'] }],
  properties: {
    id: p.uuid().primary(),
    key: p.text(),
    version: p.integer(),
    titleDa: p.text(),
    titleEn: p.text(),
    tier: p.enum(tiers).nullable(),
    unit: p.enum(indicatorUnits),
    direction: p.enum(indicatorDirections),
    source: p.text(),
    numerator: p.text().default(''),
    denominator: p.text().default(''),
    method: p.text().default(''),
    sourceEn: p.text().default(''),
    numeratorEn: p.text().default(''),
    denominatorEn: p.text().default(''),
    methodEn: p.text().default(''),
    disaggregations: p.enum(disaggregations).array().default([]),
    minAge: p.integer().nullable(),
    maxAge: p.integer().nullable(),
    changeReason: p.text().default(''),
    createdById: () => p.manyToOne(User).mapToPk().fieldName('created_by_id').nullable(),
    createdAt: p.datetime().nullable(),
  },
});

export class Indicator extends IndicatorSchema.class {}
IndicatorSchema.setClass(Indicator);
