import { defineEntity, p } from '@mikro-orm/core';
import { correctionStatuses } from '@forspring/domain/evaluation/correction';
import { User } from '../people/user.entity.ts';
import { Evaluation } from './evaluation.entity.ts';

/** What is told to those who received an approved evaluation after its data were changed. The frozen text stays. */
export const EvaluationCorrectionSchema = defineEntity({
  name: 'EvaluationCorrection',
  tableName: 'evaluation_correction',
  properties: {
    id: p.uuid().primary(),
    evaluationId: () => p.manyToOne(Evaluation).mapToPk().fieldName('evaluation_id').index(),
    status: p.enum(correctionStatuses),
    /** What was frozen beside what the data say when it was drafted or sent: a list of path, from and to. */
    differences: p.json<unknown>(),
    text: p.text().default(''),
    draftedAt: p.datetime(),
    changedAt: p.datetime(),
    doneById: () => p.manyToOne(User).mapToPk().fieldName('done_by_id').nullable(),
    doneAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
});

export class EvaluationCorrection extends EvaluationCorrectionSchema.class {}
EvaluationCorrectionSchema.setClass(EvaluationCorrection);
