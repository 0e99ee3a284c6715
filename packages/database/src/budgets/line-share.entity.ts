import { defineEntity, p } from '@mikro-orm/core';
import { BudgetLine } from './budget-line.entity.ts';
import { FundingSource } from './funding-source.entity.ts';

/** How much of a budget line one funding source pays; the shares of a line sum to its amount before submission. */
export const LineShareSchema = defineEntity({
  name: 'LineShare',
  tableName: 'line_share',
  uniques: [{ properties: ['lineId', 'sourceId'] }],
  properties: {
    id: p.uuid().primary(),
    lineId: () => p.manyToOne(BudgetLine).mapToPk().fieldName('line_id').index().deleteRule('cascade'),
    sourceId: () => p.manyToOne(FundingSource).mapToPk().fieldName('source_id').index().deleteRule('cascade'),
    amountOere: p.bigint('number'),
  },
});

export class LineShare extends LineShareSchema.class {}
LineShareSchema.setClass(LineShare);
