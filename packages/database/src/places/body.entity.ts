import { defineEntity, p } from '@mikro-orm/core';
import { bodyKinds, bodyLevels } from '@forspring/domain/places/body';
import { District } from './district.entity.ts';
import { Municipality } from './municipality.entity.ts';

/** A body that decides, coordinates or carries out: an SSP-udvalg, a nøglepersongruppe, a lokalråd. */
export const BodySchema = defineEntity({
  name: 'Body',
  tableName: 'body',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').nullable(),
    name: p.text(),
    sortKey: p.text(),
    kind: p.enum(bodyKinds),
    level: p.enum(bodyLevels),
  },
});

export class Body extends BodySchema.class {}
BodySchema.setClass(Body);
