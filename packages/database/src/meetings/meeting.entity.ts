import { defineEntity, p } from '@mikro-orm/core';
import { meetingKinds } from '@forspring/domain/meetings/meeting';
import { Body } from '../places/body.entity.ts';

/** A meeting of a body; of an information exchange only the date and whether it was held are kept. */
export const MeetingSchema = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: p.uuid().primary(),
    bodyId: () => p.manyToOne(Body).mapToPk().fieldName('body_id').index(),
    kind: p.enum(meetingKinds),
    title: p.text(),
    heldOn: p.date(),
    startMinute: p.integer(),
    wasHeld: p.boolean().nullable(),
  },
});

export class Meeting extends MeetingSchema.class {}
MeetingSchema.setClass(Meeting);
