import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { PeriodLock } from './period-lock.entity.ts';
import { Project } from './project.entity.ts';

/** One project may change what lies in a locked period, until a day and for a reason. */
export const PeriodExceptionSchema = defineEntity({
  name: 'PeriodException',
  tableName: 'period_exception',
  properties: {
    id: p.uuid().primary(),
    lockId: () => p.manyToOne(PeriodLock).mapToPk().fieldName('lock_id').index(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    reason: p.text(),
    /** The last day of it. */
    endsOn: p.date(),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

export class PeriodException extends PeriodExceptionSchema.class {}
PeriodExceptionSchema.setClass(PeriodException);
