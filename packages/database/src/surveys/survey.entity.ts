import { defineEntity, p } from '@mikro-orm/core';
import type { BothTexts, SurveyItem } from '@forspring/domain/surveys/survey-item';
import type { SurveyTally } from '@forspring/domain/surveys/survey-tally';
import { Project } from '../projects/project.entity.ts';

/** A questionnaire of one project. The salt ties a card's answers of two rounds together; it is null once destroyed. */
export const SurveySchema = defineEntity({
  name: 'Survey',
  tableName: 'survey',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    title: p.json<BothTexts>(),
    items: p.json<SurveyItem[]>(),
    isLinked: p.boolean(),
    salt: p.text().nullable(),
    unlinkOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    addedOn: p.date(),
    /** What the results rest on, once the answers have been removed; null while they are kept. */
    tally: p.json<SurveyTally>().nullable(),
    answersRemovedOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export class Survey extends SurveySchema.class {}
SurveySchema.setClass(Survey);
