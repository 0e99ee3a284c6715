import { defineEntity, p } from '@mikro-orm/core';
import { evaluationStatuses, recommendations } from '@forspring/domain/evaluation/evaluation';
import type { ElementMark } from '@forspring/domain/evaluation/fidelity';
import { User } from '../people/user.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** A project's evaluation; once approved it is frozen with a content hash and only notes may follow. */
export const EvaluationSchema = defineEntity({
  name: 'Evaluation',
  tableName: 'evaluation',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').unique(),
    status: p.enum(evaluationStatuses),
    worked: p.text().default(''),
    didNotWork: p.text().default(''),
    forWhom: p.text().default(''),
    adaptations: p.text().default(''),
    costText: p.text().default(''),
    preconditions: p.text().default(''),
    /** How each core element went, as the owner saw it. */
    elements: p.json<ElementMark[]>().default('[]'),
    recommendation: p.enum(recommendations).nullable(),
    recommendationReason: p.text().default(''),
    returnComment: p.text().default(''),
    submittedById: () => p.manyToOne(User).mapToPk().fieldName('submitted_by_id').nullable(),
    submittedAt: p.datetime().nullable(),
    approvedById: () => p.manyToOne(User).mapToPk().fieldName('approved_by_id').nullable(),
    frozenAt: p.datetime().nullable(),
    frozen: p.json<unknown>().nullable(),
    contentHash: p.text().nullable(),
    version: p.integer().default(1),
  },
});

export class Evaluation extends EvaluationSchema.class {}
EvaluationSchema.setClass(Evaluation);
