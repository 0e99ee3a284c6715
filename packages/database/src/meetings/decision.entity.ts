import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';
import { Meeting } from './meeting.entity.ts';

/** A decision of a body at a meeting, with what was expected of it and when it is to be reviewed. */
export const DecisionSchema = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  properties: {
    id: p.uuid().primary(),
    meetingId: () => p.manyToOne(Meeting).mapToPk().fieldName('meeting_id').index(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').nullable(),
    position: p.integer(),
    text: p.text(),
    expectation: p.text().default(''),
    reviewOn: p.date().nullable(),
  },
});

export class Decision extends DecisionSchema.class {}
DecisionSchema.setClass(Decision);
