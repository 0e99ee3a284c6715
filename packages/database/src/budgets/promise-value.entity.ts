import { defineEntity, p } from '@mikro-orm/core';
import { PartnerPromise } from '../partners/partner-promise.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { BudgetLine } from './budget-line.entity.ts';

/** What a promise is worth and which in-kind line it pays: øre for an hour, or for one of what is counted. */
export const PromiseValueSchema = defineEntity({
  name: 'PromiseValue',
  tableName: 'promise_value',
  properties: {
    promiseId: () => p.manyToOne(PartnerPromise).mapToPk().fieldName('promise_id').primary().deleteRule('cascade'),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    lineId: () => p.manyToOne(BudgetLine).mapToPk().fieldName('line_id').index().deleteRule('cascade'),
    unitValueOere: p.bigint('number'),
  },
});

export class PromiseValue extends PromiseValueSchema.class {}
PromiseValueSchema.setClass(PromiseValue);
