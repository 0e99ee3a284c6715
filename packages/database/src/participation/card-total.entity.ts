import { defineEntity, p } from '@mikro-orm/core';
import { Project } from '../projects/project.entity.ts';

/**
 * What is left of a project's cards, as they were counted on one day: how many young people's cards (a lost one together
 * with the one that replaced it) were shown so many times, whether they had left by the last quarter (null where that
 * could not be measured), and how many cards those were in all. None can be told from another with the same sums.
 */
export const CardTotalSchema = defineEntity({
  name: 'CardTotal',
  tableName: 'card_total',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    countedOn: p.date(),
    shownCount: p.integer(),
    hasLeft: p.boolean().nullable(),
    isLost: p.boolean(),
    cardCount: p.integer(),
    issuedCount: p.integer(),
    lostCount: p.integer(),
    seenCount: p.integer(),
  },
});

export class CardTotal extends CardTotalSchema.class {}
CardTotalSchema.setClass(CardTotal);
