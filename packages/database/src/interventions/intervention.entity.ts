import { defineEntity, p } from '@mikro-orm/core';
import { projectThemes, tiers, tracks } from '@forspring/domain/interventions/intervention';
import { Municipality } from '../places/municipality.entity.ts';

/** The reusable recipe that projects run and that comparison and learning attach to. */
export const InterventionSchema = defineEntity({
  name: 'Intervention',
  tableName: 'intervention',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    version: p.integer().default(1),
    title: p.text(),
    sortKey: p.text(),
    tier: p.enum(tiers),
    track: p.enum(tracks),
    minAge: p.integer(),
    maxAge: p.integer(),
    themes: p.enum(projectThemes).array(),
    problem: p.text(),
    targetGroup: p.text(),
    coreElements: p.text().array(),
    effects: p.text(),
    results: p.text(),
    activities: p.text(),
    resources: p.text(),
    knownRisks: p.text(),
    isShared: p.boolean().default(true),
  },
});

export class Intervention extends InterventionSchema.class {}
InterventionSchema.setClass(Intervention);
