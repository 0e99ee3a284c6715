import { defineEntity, p } from '@mikro-orm/core';
import { disposalReasons, retainedKinds } from '@forspring/domain/trust/retention';
import { Municipality } from '../places/municipality.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { DisposalBasis } from './disposal-basis.entity.ts';

/** What was removed, without its content: how many rows of which kind, why, by which basis and when. */
export const DisposalSchema = defineEntity({
  name: 'Disposal',
  tableName: 'disposal',
  indexes: [{ properties: ['municipalityId', 'at'] }],
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id'),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').nullable(),
    kind: p.enum(retainedKinds),
    rowCount: p.integer(),
    reason: p.enum(disposalReasons),
    basisId: () => p.manyToOne(DisposalBasis).mapToPk().fieldName('basis_id'),
    at: p.datetime(),
  },
});

export class Disposal extends DisposalSchema.class {}
DisposalSchema.setClass(Disposal);
