import { defineEntity, p } from '@mikro-orm/core';
import { costKinds } from '@forspring/domain/budgets/budget';
import { Organisation } from '../places/organisation.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** Money or in-kind support promised to one project by one funder; the grant a funder's access hangs on. */
export const FundingSourceSchema = defineEntity({
  name: 'FundingSource',
  tableName: 'funding_source',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable().index(),
    position: p.integer(),
    name: p.text(),
    kind: p.enum(costKinds),
    amountOere: p.bigint('number'),
    isPlanFrame: p.boolean().default(false),
    reportsOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export class FundingSource extends FundingSourceSchema.class {}
FundingSourceSchema.setClass(FundingSource);
