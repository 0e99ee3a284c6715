import { defineEntity, type Opt, p } from '@mikro-orm/core';
import { recommendations } from '@forspring/domain/evaluation/evaluation';
import { projectThemes, tiers } from '@forspring/domain/interventions/intervention';
import { District } from '../places/district.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** What one evaluated or stopped project teaches others; searched in Danish over `searchText`. */
export const LearningCardSchema = defineEntity({
  name: 'LearningCard',
  tableName: 'learning_card',
  indexes: [{ properties: ['searchVector'], type: 'gin' }],
  properties: {
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').nullable().index(),
    title: p.text(),
    sortKey: p.text(),
    year: p.integer(),
    tier: p.enum(tiers),
    themes: p.enum(projectThemes).array(),
    minAge: p.integer(),
    maxAge: p.integer(),
    isStopped: p.boolean(),
    recommendation: p.enum(recommendations).nullable(),
    evidenceLevel: p.integer().nullable(),
    costPerVisitHourOere: p.bigint('number').nullable(),
    summary: p.text(),
    worked: p.text(),
    didNotWork: p.text(),
    forWhom: p.text(),
    searchText: p.text(),
    searchVector: p
      .type('tsvector')
      .columnType('tsvector')
      .generated(`(to_tsvector('danish'::regconfig, search_text)) stored`)
      .$type<Opt<string>>()
      .lazy()
      .hidden(),
    publishedAt: p.datetime(),
  },
});

export class LearningCard extends LearningCardSchema.class {}
LearningCardSchema.setClass(LearningCard);
