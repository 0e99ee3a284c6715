import { defineEntity, type Opt, p } from '@mikro-orm/core';
import { changeStatuses, changeVerdicts } from '@forspring/domain/budgets/budget';
import { User } from '../people/user.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { BudgetLine } from './budget-line.entity.ts';

/** A move of money between two approved lines, with the verdict of the funder's rule card at the time. */
export const BudgetChangeSchema = defineEntity({
  name: 'BudgetChange',
  tableName: 'budget_change',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    fromLineId: () => p.manyToOne(BudgetLine).mapToPk().fieldName('from_line_id'),
    toLineId: () => p.manyToOne(BudgetLine).mapToPk().fieldName('to_line_id'),
    amountOere: p.bigint('number'),
    reason: p.text(),
    verdict: p.enum(changeVerdicts),
    status: p.enum(changeStatuses),
    /** Whose money was moved, once it is: shares of a line may change again later. */
    parts: p
      .json<{ sourceId: string; amountOere: number }[]>()
      .default('[]')
      .$type<Opt<{ sourceId: string; amountOere: number }[]>>(),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
  },
});

export class BudgetChange extends BudgetChangeSchema.class {}
BudgetChangeSchema.setClass(BudgetChange);
