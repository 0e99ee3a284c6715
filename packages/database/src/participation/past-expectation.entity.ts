import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import { Series } from './series.entity.ts';

/** How many a series expected before it was changed: until (and without) a day. From the latest such day on, the series itself says it. */
export const PastExpectationSchema = defineEntity({
  name: 'PastExpectation',
  tableName: 'past_expectation',
  properties: {
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').primary().deleteRule('cascade'),
    untilOn: p.date().primary(),
    expectedCount: p.integer().nullable(),
  },
});

export class PastExpectation extends PastExpectationSchema.class {
  override [PrimaryKeyProp]?: ['seriesId', 'untilOn'];
}
PastExpectationSchema.setClass(PastExpectation);
