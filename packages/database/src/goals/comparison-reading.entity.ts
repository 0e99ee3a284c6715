import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Goal } from './goal.entity.ts';

/** What was found in the group a goal is compared with, on one day; never counted into the project's own figures. */
export const ComparisonReadingSchema = defineEntity({
  name: 'ComparisonReading',
  tableName: 'comparison_reading',
  properties: {
    id: p.uuid().primary(),
    goalId: () => p.manyToOne(Goal).mapToPk().fieldName('goal_id').index(),
    measuredOn: p.date(),
    value: p.double().$type<number>(),
    numeratorCount: p.integer().nullable(),
    baseCount: p.integer().nullable(),
    spread: p.double().$type<number>().nullable(),
    note: p.text().default(''),
    recordedById: () => p.manyToOne(User).mapToPk().fieldName('recorded_by_id'),
    recordedAt: p.datetime(),
  },
});

export class ComparisonReading extends ComparisonReadingSchema.class {}
ComparisonReadingSchema.setClass(ComparisonReading);
