import { defineEntity, p } from '@mikro-orm/core';
import { partnerRoles } from '@forspring/domain/partners/partner';
import { Organisation } from '../places/organisation.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** An organisation's part in one project: its role and what it promised. */
export const PartnerSchema = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  uniques: [{ properties: ['projectId', 'organisationId'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').index(),
    role: p.enum(partnerRoles),
    promise: p.text().default(''),
    registers: p.boolean().default(false),
    version: p.integer().default(1),
  },
});

export class Partner extends PartnerSchema.class {}
PartnerSchema.setClass(Partner);
