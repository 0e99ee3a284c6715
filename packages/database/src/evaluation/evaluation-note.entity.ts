import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Evaluation } from './evaluation.entity.ts';

/** A correction after an evaluation was frozen: a note beside it, never an edit. */
export const EvaluationNoteSchema = defineEntity({
  name: 'EvaluationNote',
  tableName: 'evaluation_note',
  properties: {
    id: p.uuid().primary(),
    evaluationId: () => p.manyToOne(Evaluation).mapToPk().fieldName('evaluation_id').index(),
    text: p.text(),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
  },
});

export class EvaluationNote extends EvaluationNoteSchema.class {}
EvaluationNoteSchema.setClass(EvaluationNote);
