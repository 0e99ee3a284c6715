import { defineEntity, p } from '@mikro-orm/core';
import { periodKinds } from '@forspring/domain/projects/period-lock';
import { User } from '../people/user.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';

/** A period whose sessions, expenses and readings a municipality has closed for change. */
export const PeriodLockSchema = defineEntity({
  name: 'PeriodLock',
  tableName: 'period_lock',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    kind: p.enum(periodKinds),
    startsOn: p.date(),
    /** The last day of it. */
    endsOn: p.date(),
    reason: p.text().default(''),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
    endReason: p.text().default(''),
    endedById: () => p.manyToOne(User).mapToPk().fieldName('ended_by_id').nullable(),
    endedAt: p.datetime().nullable(),
  },
});

export class PeriodLock extends PeriodLockSchema.class {}
PeriodLockSchema.setClass(PeriodLock);
