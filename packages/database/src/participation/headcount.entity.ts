import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import { ageBands, genders } from '@forspring/domain/participation/session';
import { Session } from './session.entity.ts';

/** How many came to one session within one age band, gender and time band; a row is only kept when the count is above zero. */
export const HeadcountSchema = defineEntity({
  name: 'Headcount',
  tableName: 'headcount',
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').primary().deleteRule('cascade'),
    ageBand: p.enum(ageBands).primary(),
    gender: p.enum(genders).primary(),
    /** Where the time band begins, in minutes after midnight; 0 when the evening is not divided. */
    fromMinute: p.integer().default(0).primary(),
    personCount: p.integer(),
  },
});

export class Headcount extends HeadcountSchema.class {
  override [PrimaryKeyProp]?: ['sessionId', 'ageBand', 'gender', 'fromMinute'];
}
HeadcountSchema.setClass(Headcount);
