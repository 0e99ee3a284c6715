import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** The individual tier's only participation: how many started and completed in a half-year. */
export const HalfYearTotalSchema = defineEntity({
  name: 'HalfYearTotal',
  tableName: 'half_year_total',
  uniques: [{ properties: ['projectId', 'year', 'half'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    year: p.integer(),
    half: p.integer(),
    startedCount: p.integer(),
    completedCount: p.integer(),
    registeredById: () => p.manyToOne(User).mapToPk().fieldName('registered_by_id'),
    registeredAt: p.datetime(),
    version: p.integer().default(1),
  },
});

export class HalfYearTotal extends HalfYearTotalSchema.class {}
HalfYearTotalSchema.setClass(HalfYearTotal);
