import { defineEntity, p } from '@mikro-orm/core';
import { Organisation } from '../places/organisation.entity.ts';

/** A funder's rules for changing a budget: from what share or amount prior approval is needed, and the least co-funding. */
export const RuleCardSchema = defineEntity({
  name: 'RuleCard',
  tableName: 'rule_card',
  properties: {
    id: p.uuid().primary(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').unique(),
    askFromShare: p.double().$type<number>().nullable(),
    askFromOere: p.bigint('number').nullable(),
    reportFromShare: p.double().$type<number>().nullable(),
    minCofundingShare: p.double().$type<number>().nullable(),
    note: p.text().default(''),
  },
});

export class RuleCard extends RuleCardSchema.class {}
RuleCardSchema.setClass(RuleCard);
