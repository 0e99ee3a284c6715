import { defineEntity, p } from '@mikro-orm/core';
import { District } from './district.entity.ts';
import { Municipality } from './municipality.entity.ts';
import { Organisation } from './organisation.entity.ts';

/** A place where sessions are held. */
export const VenueSchema = defineEntity({
  name: 'Venue',
  tableName: 'venue',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').nullable(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable(),
    name: p.text(),
    sortKey: p.text(),
    address: p.text().default(''),
  },
});

export class Venue extends VenueSchema.class {}
VenueSchema.setClass(Venue);
