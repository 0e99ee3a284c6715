import { defineEntity, p } from '@mikro-orm/core';
import { receiverKinds } from '@forspring/domain/evaluation/correction';
import { User } from '../people/user.entity.ts';
import { EvaluationCorrection } from './evaluation-correction.entity.ts';

/** One that a correction is sent to: a body, a grant's funder, a project that repeats this one, or a reader. */
export const CorrectionReceiverSchema = defineEntity({
  name: 'CorrectionReceiver',
  tableName: 'correction_receiver',
  uniques: [{ properties: ['correctionId', 'kind', 'placeId'] }],
  properties: {
    id: p.uuid().primary(),
    correctionId: () => p.manyToOne(EvaluationCorrection).mapToPk().fieldName('correction_id').index(),
    kind: p.enum(receiverKinds),
    /** The body's, funding source's, project's or user's id. */
    placeId: p.text().index(),
    seenById: () => p.manyToOne(User).mapToPk().fieldName('seen_by_id').nullable(),
    seenAt: p.datetime().nullable(),
  },
});

export class CorrectionReceiver extends CorrectionReceiverSchema.class {}
CorrectionReceiverSchema.setClass(CorrectionReceiver);
