import { defineEntity, p } from '@mikro-orm/core';
import { organisationKinds } from '@forspring/domain/places/organisation';
import { Municipality } from './municipality.entity.ts';

/** An organisation that takes part in or pays for projects: an administration, a club, a hall, a foundation. */
export const OrganisationSchema = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    name: p.text(),
    sortKey: p.text(),
    kind: p.enum(organisationKinds),
    cvr: p.text().nullable(),
    withinSection115: p.boolean().default(false),
    // Named by hand: the ORM and the query builder put the underscore after digits differently.
    section115Reason: p.text().nullable().fieldName('section115_reason'),
  },
});

export class Organisation extends OrganisationSchema.class {}
OrganisationSchema.setClass(Organisation);
