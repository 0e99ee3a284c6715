import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../places/district.entity.ts';

/** A sign or trend about a place, a theme and a period; never about a person. */
export const ObservationSchema = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  properties: {
    id: p.uuid().primary(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').index(),
    placeName: p.text(),
    theme: p.text(),
    fromOn: p.date(),
    toOn: p.date(),
    text: p.text(),
  },
});

export class Observation extends ObservationSchema.class {}
ObservationSchema.setClass(Observation);
