import { defineEntity, p } from '@mikro-orm/core';
import { Municipality } from './municipality.entity.ts';

/** A local area of a municipality; a municipality without districts has one implicit district. */
export const DistrictSchema = defineEntity({
  name: 'District',
  tableName: 'district',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    name: p.text(),
    sortKey: p.text(),
    isImplicit: p.boolean().default(false),
  },
});

export class District extends DistrictSchema.class {}
DistrictSchema.setClass(District);
