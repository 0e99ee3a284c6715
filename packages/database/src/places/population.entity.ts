import { defineEntity, p } from '@mikro-orm/core';
import { District } from './district.entity.ts';

/** Youth aged 10–17 living in a district on 1 January of a year. */
export const PopulationSchema = defineEntity({
  name: 'Population',
  tableName: 'population',
  uniques: [{ properties: ['districtId', 'year'] }],
  properties: {
    id: p.uuid().primary(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').index(),
    year: p.integer(),
    youthCount: p.integer(),
    source: p.text(),
    isExample: p.boolean(),
  },
});

export class Population extends PopulationSchema.class {}
PopulationSchema.setClass(Population);
