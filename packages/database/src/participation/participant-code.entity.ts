import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';

/** A random card code valid in one project only; no key list to a person exists. */
export const ParticipantCodeSchema = defineEntity({
  name: 'ParticipantCode',
  tableName: 'participant_code',
  uniques: [{ properties: ['projectId', 'code'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    code: p.text(),
    issuedOn: p.date(),
    lostOn: p.date().nullable(),
    /** The lost card of the same project that this one carries on. */
    replacesId: p.uuid().nullable().unique(),
  },
});

export class ParticipantCode extends ParticipantCodeSchema.class {}
ParticipantCodeSchema.setClass(ParticipantCode);
