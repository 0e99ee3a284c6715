import { defineEntity, p } from '@mikro-orm/core';
import { PartnerPromise } from './partner-promise.entity.ts';

/** How much of a promise falls in one quarter: minutes for hours, else a count. The version counts statements. */
export const PromisePeriodSchema = defineEntity({
  name: 'PromisePeriod',
  tableName: 'promise_period',
  uniques: [{ properties: ['promiseId', 'year', 'quarter'] }],
  properties: {
    id: p.uuid().primary(),
    promiseId: () => p.manyToOne(PartnerPromise).mapToPk().fieldName('promise_id').deleteRule('cascade'),
    year: p.integer(),
    quarter: p.integer(),
    quantity: p.integer(),
    version: p.integer().default(1),
  },
});

export class PromisePeriod extends PromisePeriodSchema.class {}
PromisePeriodSchema.setClass(PromisePeriod);
