import { defineEntity, p } from '@mikro-orm/core';
import { ageBands, countUnits, genders } from '@forspring/domain/participation/session';
import { Project } from '../projects/project.entity.ts';
import { Series } from './series.entity.ts';

/** What is left of a month's headcounts: how many visits (or contacts) of one age band and gender. */
export const HeadcountTotalSchema = defineEntity({
  name: 'HeadcountTotal',
  tableName: 'headcount_total',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').nullable(),
    month: p.text(),
    countUnit: p.enum(countUnits),
    ageBand: p.enum(ageBands),
    gender: p.enum(genders),
    /** Where the time band begins; 0 when the evenings were not divided. */
    fromMinute: p.integer(),
    personCount: p.integer(),
  },
});

export class HeadcountTotal extends HeadcountTotalSchema.class {}
HeadcountTotalSchema.setClass(HeadcountTotal);
