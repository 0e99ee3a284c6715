import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';
import { BudgetLine } from './budget-line.entity.ts';
import { PromisePeriod } from '../partners/promise-period.entity.ts';
import { User } from '../people/user.entity.ts';

/**
 * Money spent, or in-kind support received, on one approved budget line. With a `periodId` it is what a partner
 * delivered of a promise in that quarter, kept by the promise ledger and by nobody else.
 */
export const ExpenseSchema = defineEntity({
  name: 'Expense',
  tableName: 'expense',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    lineId: () => p.manyToOne(BudgetLine).mapToPk().fieldName('line_id').index(),
    spentOn: p.date(),
    amountOere: p.bigint('number'),
    voucher: p.text().default(''),
    note: p.text().default(''),
    recordedById: () => p.manyToOne(User).mapToPk().fieldName('recorded_by_id'),
    recordedAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    periodId: () => p.manyToOne(PromisePeriod).mapToPk().fieldName('period_id').nullable().unique(),
    version: p.integer().default(1),
  },
});

export class Expense extends ExpenseSchema.class {}
ExpenseSchema.setClass(Expense);
