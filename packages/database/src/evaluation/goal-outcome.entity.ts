import { defineEntity, p } from '@mikro-orm/core';
import { attainments } from '@forspring/domain/evaluation/evaluation';
import { Goal } from '../goals/goal.entity.ts';
import { Evaluation } from './evaluation.entity.ts';

/** The evaluation's judgement of one goal, with its level of evidence. */
export const GoalOutcomeSchema = defineEntity({
  name: 'GoalOutcome',
  tableName: 'goal_outcome',
  uniques: [{ properties: ['evaluationId', 'goalId'] }],
  properties: {
    id: p.uuid().primary(),
    evaluationId: () => p.manyToOne(Evaluation).mapToPk().fieldName('evaluation_id').index(),
    goalId: () => p.manyToOne(Goal).mapToPk().fieldName('goal_id'),
    attainment: p.enum(attainments),
    evidenceLevel: p.integer(),
    comment: p.text().default(''),
  },
});

export class GoalOutcome extends GoalOutcomeSchema.class {}
GoalOutcomeSchema.setClass(GoalOutcome);
