import { defineEntity, p } from '@mikro-orm/core';
import { Meeting } from './meeting.entity.ts';

/** A task a meeting gave somebody, with a deadline. */
export const ActionItemSchema = defineEntity({
  name: 'ActionItem',
  tableName: 'action_item',
  properties: {
    id: p.uuid().primary(),
    meetingId: () => p.manyToOne(Meeting).mapToPk().fieldName('meeting_id').index(),
    text: p.text(),
    responsible: p.text(),
    deadlineOn: p.date(),
    doneOn: p.date().nullable(),
  },
});

export class ActionItem extends ActionItemSchema.class {}
ActionItemSchema.setClass(ActionItem);
