import { defineEntity, p } from '@mikro-orm/core';
import { skipKinds } from '@forspring/domain/participation/session';
import { Series } from './series.entity.ts';

/** A day of a series that is skipped, with the reason shown. */
export const SkipSchema = defineEntity({
  name: 'Skip',
  tableName: 'skip',
  uniques: [{ properties: ['seriesId', 'onDay'] }],
  properties: {
    id: p.uuid().primary(),
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').index().deleteRule('cascade'),
    onDay: p.date(),
    kind: p.enum(skipKinds),
    reason: p.text(),
  },
});

export class Skip extends SkipSchema.class {}
SkipSchema.setClass(Skip);
