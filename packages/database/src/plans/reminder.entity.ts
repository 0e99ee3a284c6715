import { defineEntity, p } from '@mikro-orm/core';
import { owerKinds } from '@forspring/domain/plans/owed';
import { User } from '../people/user.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';

/** A letter that reminded somebody of what they owe: an organisation, an owner or a body, at most one a day. */
export const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  uniques: [{ properties: ['owerKind', 'owerId', 'sentOn'] }],
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    owerKind: p.enum(owerKinds),
    /** The organisation's, the owner's or the body's id. */
    owerId: p.text(),
    sentOn: p.date(),
    sentById: () => p.manyToOne(User).mapToPk().fieldName('sent_by_id'),
    letterCount: p.integer(),
  },
});

export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);
