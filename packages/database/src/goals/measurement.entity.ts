import { defineEntity, p } from '@mikro-orm/core';
import { measurementMethods, measurementModes, missingKinds } from '@forspring/domain/goals/goal';
import type { MeasurementPart } from '@forspring/domain/goals/part';
import { User } from '../people/user.entity.ts';
import { Goal } from './goal.entity.ts';

/** One reading of a goal's indicator: a value with n and method, or one of the four kinds of missing. */
export const MeasurementSchema = defineEntity({
  name: 'Measurement',
  tableName: 'measurement',
  properties: {
    id: p.uuid().primary(),
    goalId: () => p.manyToOne(Goal).mapToPk().fieldName('goal_id').index(),
    measuredOn: p.date(),
    value: p.double().$type<number>().nullable(),
    missing: p.enum(missingKinds).nullable(),
    numeratorCount: p.integer().nullable(),
    baseCount: p.integer().nullable(),
    spread: p.double().$type<number>().nullable(),
    fromOn: p.date().nullable(),
    method: p.enum(measurementMethods),
    mode: p.enum(measurementModes).nullable(),
    parts: p.json<MeasurementPart[]>().default('[]'),
    note: p.text().default(''),
    recordedById: () => p.manyToOne(User).mapToPk().fieldName('recorded_by_id'),
    recordedAt: p.datetime(),
    version: p.integer().default(1),
  },
});

export class Measurement extends MeasurementSchema.class {}
MeasurementSchema.setClass(Measurement);
