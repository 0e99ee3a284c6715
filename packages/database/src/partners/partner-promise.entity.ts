import { defineEntity, p } from '@mikro-orm/core';
import { promiseKinds } from '@forspring/domain/partners/promise';
import { Project } from '../projects/project.entity.ts';
import { Partner } from './partner.entity.ts';

/** One thing a partner promised to bring to its project: hours of one kind, or a count of something. */
export const PartnerPromiseSchema = defineEntity({
  name: 'PartnerPromise',
  tableName: 'partner_promise',
  uniques: [{ properties: ['partnerId', 'kind', 'unit'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    partnerId: () => p.manyToOne(Partner).mapToPk().fieldName('partner_id').deleteRule('cascade'),
    kind: p.enum(promiseKinds),
    unit: p.text().default(''),
    version: p.integer().default(1),
  },
});

export class PartnerPromise extends PartnerPromiseSchema.class {}
PartnerPromiseSchema.setClass(PartnerPromise);
