import { defineEntity, p } from '@mikro-orm/core';
import { FundingSource } from '../budgets/funding-source.entity.ts';
import { User } from '../people/user.entity.ts';

/** A funder's look at a grant: who and when. */
export const FunderViewSchema = defineEntity({
  name: 'FunderView',
  tableName: 'funder_view',
  properties: {
    id: p.uuid().primary(),
    sourceId: () => p.manyToOne(FundingSource).mapToPk().fieldName('source_id').index(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id'),
    at: p.datetime(),
  },
});

export class FunderView extends FunderViewSchema.class {}
FunderViewSchema.setClass(FunderView);
