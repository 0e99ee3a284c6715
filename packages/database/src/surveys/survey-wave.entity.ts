import { defineEntity, p } from '@mikro-orm/core';
import { waveKinds } from '@forspring/domain/surveys/survey';
import { Survey } from './survey.entity.ts';

/** One round of a survey: when it is open, and the token in its public address. */
export const SurveyWaveSchema = defineEntity({
  name: 'SurveyWave',
  tableName: 'survey_wave',
  properties: {
    id: p.uuid().primary(),
    surveyId: () => p.manyToOne(Survey).mapToPk().fieldName('survey_id').deleteRule('cascade'),
    kind: p.enum(waveKinds),
    opensOn: p.date(),
    closesOn: p.date(),
    endedOn: p.date().nullable(),
    askedCount: p.integer().nullable(),
    token: p.text().unique(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['surveyId', 'kind'] }],
});

export class SurveyWave extends SurveyWaveSchema.class {}
SurveyWaveSchema.setClass(SurveyWave);
