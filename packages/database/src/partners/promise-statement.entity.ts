import { defineEntity, p } from '@mikro-orm/core';
import { ledgerSides, statementKinds } from '@forspring/domain/partners/promise';
import { User } from '../people/user.entity.ts';
import { PromisePeriod } from './promise-period.entity.ts';

/** What one side said of one quarter of a promise, when and why. Rows are added and never changed, so no version is lost. */
export const PromiseStatementSchema = defineEntity({
  name: 'PromiseStatement',
  tableName: 'promise_statement',
  uniques: [{ properties: ['periodId', 'position'] }],
  properties: {
    id: p.uuid().primary(),
    periodId: () => p.manyToOne(PromisePeriod).mapToPk().fieldName('period_id'),
    position: p.integer(),
    side: p.enum(ledgerSides),
    kind: p.enum(statementKinds),
    quantity: p.integer(),
    registeredQuantity: p.integer().nullable(),
    reason: p.text().default(''),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
  },
});

export class PromiseStatement extends PromiseStatementSchema.class {}
PromiseStatementSchema.setClass(PromiseStatement);
