import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';

/** A project's figures, kept exact in the transaction that changes them; lists and comparisons read these rows only. */
export const ProjectFiguresSchema = defineEntity({
  name: 'ProjectFigures',
  tableName: 'project_figures',
  properties: {
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').primary(),
    plannedCount: p.integer().default(0),
    heldCount: p.integer().default(0),
    cancelledCount: p.integer().default(0),
    visitCount: p.integer().default(0),
    contactCount: p.integer().default(0),
    firstTimeCount: p.integer().default(0),
    firstTimeMissingCount: p.integer().default(0),
    largestVisitCount: p.integer().default(0),
    heldMinutes: p.integer().default(0),
    visitMinutes: p.bigint('number').default(0),
    staffMinutes: p.integer().default(0),
    volunteerMinutes: p.integer().default(0),
    budgetCashOere: p.bigint('number').default(0),
    budgetInKindOere: p.bigint('number').default(0),
    spentCashOere: p.bigint('number').default(0),
    spentInKindOere: p.bigint('number').default(0),
    goalCount: p.integer().default(0),
    goalMeasuredCount: p.integer().default(0),
    goalMetCount: p.integer().default(0),
    startedCount: p.integer().default(0),
    completedCount: p.integer().default(0),
  },
});

export class ProjectFigures extends ProjectFiguresSchema.class {}
ProjectFiguresSchema.setClass(ProjectFigures);
