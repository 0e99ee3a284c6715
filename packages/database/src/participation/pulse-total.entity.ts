import { defineEntity, p } from '@mikro-orm/core';
import { pulseAnswers, pulseQuestions } from '@forspring/domain/participation/kiosk';
import { Project } from '../projects/project.entity.ts';
import { Series } from './series.entity.ts';

/** What is left of a month's exit pulses: how many gave one answer to one question. */
export const PulseTotalSchema = defineEntity({
  name: 'PulseTotal',
  tableName: 'pulse_total',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').nullable(),
    month: p.text(),
    question: p.enum(pulseQuestions),
    answer: p.enum(pulseAnswers),
    answerCount: p.integer(),
  },
});

export class PulseTotal extends PulseTotalSchema.class {}
PulseTotalSchema.setClass(PulseTotal);
