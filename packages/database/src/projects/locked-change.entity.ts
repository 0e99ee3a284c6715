import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Project } from './project.entity.ts';

/** A change made after approval to something the approval locked; shown with its reason wherever the thing is shown. */
export const LockedChangeSchema = defineEntity({
  name: 'LockedChange',
  tableName: 'locked_change',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    subjectKind: p.enum(['project', 'goal'] as const),
    subjectId: p.uuid().index(),
    field: p.text(),
    fromText: p.text(),
    toText: p.text(),
    reason: p.text(),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
  },
});

export class LockedChange extends LockedChangeSchema.class {}
LockedChangeSchema.setClass(LockedChange);
