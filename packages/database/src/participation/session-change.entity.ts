import { defineEntity, p } from '@mikro-orm/core';
import type { CountedFacts } from '@forspring/domain/participation/shown-session';
import { User } from '../people/user.entity.ts';
import { Session } from './session.entity.ts';

/** What one person changed about one session within ten minutes: counts and states only, never a text. */
export const SessionChangeSchema = defineEntity({
  name: 'SessionChange',
  tableName: 'session_change',
  indexes: [{ properties: ['sessionId', 'at'] }],
  properties: {
    /** Made from session, person and the ten minutes, so that the same ones fall together. */
    id: p.uuid().primary(),
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').deleteRule('cascade'),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id').nullable(),
    at: p.datetime(),
    before: p.json<CountedFacts>(),
    after: p.json<CountedFacts>(),
  },
});

export class SessionChange extends SessionChangeSchema.class {}
SessionChangeSchema.setClass(SessionChange);
