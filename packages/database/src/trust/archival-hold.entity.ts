import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** Nothing of this project (of the whole municipality when there is none) is removed until the hold is lifted. */
export const ArchivalHoldSchema = defineEntity({
  name: 'ArchivalHold',
  tableName: 'archival_hold',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').nullable().index(),
    reason: p.text(),
    setById: () => p.manyToOne(User).mapToPk().fieldName('set_by_id'),
    setAt: p.datetime(),
    liftReason: p.text().default(''),
    liftedById: () => p.manyToOne(User).mapToPk().fieldName('lifted_by_id').nullable(),
    liftedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
});

export class ArchivalHold extends ArchivalHoldSchema.class {}
ArchivalHoldSchema.setClass(ArchivalHold);
