import { defineEntity, p } from '@mikro-orm/core';
import { indicatorDirections, indicatorUnits } from '@forspring/domain/goals/goal';
import { tiers } from '@forspring/domain/interventions/intervention';

/** A versioned card of what is measured: unit, direction, source, numerator and denominator. */
export const IndicatorSchema = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
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
  },
});

export class Indicator extends IndicatorSchema.class {}
IndicatorSchema.setClass(Indicator);
