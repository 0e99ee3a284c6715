import { defineEntity, p } from '@mikro-orm/core';
import { costKinds } from '@forspring/domain/budgets/budget';
import { Project } from '../projects/project.entity.ts';

/** One item of a project's budget: quantity times unit price, cash or in-kind. */
export const BudgetLineSchema = defineEntity({
  name: 'BudgetLine',
  tableName: 'budget_line',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    position: p.integer(),
    title: p.text(),
    quantityHundredths: p.bigint('number'),
    unit: p.text(),
    unitPriceOere: p.bigint('number'),
    amountOere: p.bigint('number'),
    spentOere: p.bigint('number').default(0),
    kind: p.enum(costKinds),
    isEligible: p.boolean().default(true),
    note: p.text().default(''),
    version: p.integer().default(1),
  },
});

export class BudgetLine extends BudgetLineSchema.class {}
BudgetLineSchema.setClass(BudgetLine);
