import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import { pulseAnswers, pulseQuestions } from '@forspring/domain/participation/kiosk';
import { Session } from './session.entity.ts';

/** How many gave one answer to one question of the exit pulse at one session. Only the count is kept: no row is anybody's. */
export const ExitPulseSchema = defineEntity({
  name: 'ExitPulse',
  tableName: 'exit_pulse',
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').primary().deleteRule('cascade'),
    question: p.enum(pulseQuestions).primary(),
    answer: p.enum(pulseAnswers).primary(),
    answerCount: p.integer(),
  },
});

export class ExitPulse extends ExitPulseSchema.class {
  override [PrimaryKeyProp]?: ['sessionId', 'question', 'answer'];
}
ExitPulseSchema.setClass(ExitPulse);
