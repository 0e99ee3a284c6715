import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';

/** What is left of how often a core element was delivered: of so many evenings asked about, on so many. */
export const ElementTotalSchema = defineEntity({
  name: 'ElementTotal',
  tableName: 'element_total',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    /** Which element of the recipe, counted from 0. */
    place: p.integer(),
    deliveredCount: p.integer(),
    askedCount: p.integer(),
  },
});

export class ElementTotal extends ElementTotalSchema.class {}
ElementTotalSchema.setClass(ElementTotal);
