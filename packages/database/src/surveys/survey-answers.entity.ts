import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import type { KeptAnswer } from '@forspring/domain/surveys/survey.rules';
import { SurveyWave } from './survey-wave.entity.ts';

/**
 * All answers of one round in one row, written anew with each: an answer of its own row would keep the order of arrival in
 * where it lies and in the number of its transaction, and with it the time.
 */
export const SurveyAnswersSchema = defineEntity({
  name: 'SurveyAnswers',
  tableName: 'survey_answers',
  properties: {
    waveId: () => p.manyToOne(SurveyWave).mapToPk().fieldName('wave_id').primary().deleteRule('cascade'),
    answers: p.json<KeptAnswer[]>(),
    answerCount: p.integer(),
    doubleCount: p.integer(),
  },
});

export class SurveyAnswers extends SurveyAnswersSchema.class {
  override [PrimaryKeyProp]?: 'waveId';
}
SurveyAnswersSchema.setClass(SurveyAnswers);
