import { defineEntity, p } from '@mikro-orm/core';
import { Project } from './project.entity.ts';

/** What a copied project does differently from the one it came from, and why. */
export const AdaptationSchema = defineEntity({
  name: 'Adaptation',
  tableName: 'adaptation',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    field: p.text(),
    fromText: p.text(),
    toText: p.text(),
    reason: p.text().default(''),
    at: p.datetime(),
  },
});

export class Adaptation extends AdaptationSchema.class {}
AdaptationSchema.setClass(Adaptation);
