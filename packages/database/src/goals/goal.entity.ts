import { defineEntity, p } from '@mikro-orm/core';
import { claimDesigns, missingKinds } from '@forspring/domain/goals/goal';
import { tiers } from '@forspring/domain/interventions/intervention';
import { Project } from '../projects/project.entity.ts';
import { Indicator } from './indicator.entity.ts';

/** What a project means to move: indicator, baseline, target, deadline and the assumption behind. */
export const GoalSchema = defineEntity({
  name: 'Goal',
  tableName: 'goal',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    indicatorId: () => p.manyToOne(Indicator).mapToPk().fieldName('indicator_id').nullable(),
    position: p.integer(),
    tier: p.enum(tiers),
    title: p.text(),
    baselineValue: p.double().$type<number>().nullable(),
    baselineMissing: p.enum(missingKinds).nullable(),
    baselineOn: p.date().nullable(),
    targetValue: p.double().$type<number>().nullable(),
    deadlineOn: p.date().nullable(),
    responsible: p.text().default(''),
    assumption: p.text().default(''),
    baselineBaseCount: p.integer().nullable(),
    baselineSpread: p.double().$type<number>().nullable(),
    design: p.enum(claimDesigns).default('none'),
    comparison: p.text().default(''),
    comparisonUnitCount: p.integer().nullable(),
    isChosenByBaseline: p.boolean().default(false),
    version: p.integer().default(1),
  },
});

export class Goal extends GoalSchema.class {}
GoalSchema.setClass(Goal);
