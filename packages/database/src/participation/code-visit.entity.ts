import { defineEntity, p } from '@mikro-orm/core';
import { ParticipantCode } from './participant-code.entity.ts';
import { Session } from './session.entity.ts';

/** One card shown at one session. */
export const CodeVisitSchema = defineEntity({
  name: 'CodeVisit',
  tableName: 'code_visit',
  uniques: [{ properties: ['sessionId', 'codeId'] }],
  properties: {
    id: p.uuid().primary(),
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').index().deleteRule('cascade'),
    codeId: () => p.manyToOne(ParticipantCode).mapToPk().fieldName('code_id').index(),
  },
});

export class CodeVisit extends CodeVisitSchema.class {}
CodeVisitSchema.setClass(CodeVisit);
