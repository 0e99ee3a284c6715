import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Evaluation } from './evaluation.entity.ts';

/** What the body says about one paragraph of an evaluation; its owner answers it and marks it settled. */
export const EvaluationCommentSchema = defineEntity({
  name: 'EvaluationComment',
  tableName: 'evaluation_comment',
  properties: {
    id: p.uuid().primary(),
    evaluationId: () => p.manyToOne(Evaluation).mapToPk().fieldName('evaluation_id').index(),
    /** Which paragraph: the name of a text, or `outcomes.` and the goal's id. */
    paragraph: p.text(),
    text: p.text(),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
    answer: p.text().default(''),
    settledById: () => p.manyToOne(User).mapToPk().fieldName('settled_by_id').nullable(),
    settledAt: p.datetime().nullable(),
  },
});

export class EvaluationComment extends EvaluationCommentSchema.class {}
EvaluationCommentSchema.setClass(EvaluationComment);
