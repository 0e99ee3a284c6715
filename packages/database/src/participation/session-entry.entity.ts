import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import type { SessionEntry as Entry } from '@forspring/domain/participation/session-entry';
import { User } from '../people/user.entity.ts';
import { Session } from './session.entity.ts';

/** What one device has registered about one session, as of its newest revision; what a session counts is the merge of these. */
export const SessionEntrySchema = defineEntity({
  name: 'SessionEntry',
  tableName: 'session_entry',
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').primary().deleteRule('cascade'),
    deviceId: p.uuid().primary(),
    /** The only person who may register with this device on this session; null: a device nobody is signed in on. */
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id').nullable(),
    revision: p.integer(),
    counts: p.json<Entry['counts']>(),
    firstTimeCount: p.integer().nullable(),
    codes: p.json<Entry['codes']>(),
    facts: p.json<Entry['facts']>(),
    at: p.datetime(),
  },
});

export class SessionEntry extends SessionEntrySchema.class {
  override [PrimaryKeyProp]?: ['sessionId', 'deviceId'];
}
SessionEntrySchema.setClass(SessionEntry);
