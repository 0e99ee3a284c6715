import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Session } from './session.entity.ts';

/** A tablet at the door of one session: its secret and PIN are kept as hashes, and it ends with the session. */
export const KioskSchema = defineEntity({
  name: 'Kiosk',
  tableName: 'kiosk',
  properties: {
    id: p.uuid().primary(),
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').index().deleteRule('cascade'),
    openedById: () => p.manyToOne(User).mapToPk().fieldName('opened_by_id'),
    openedAt: p.datetime(),
    endsAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    tokenHash: p.text().unique(),
    pinHash: p.text(),
    asksGender: p.boolean(),
    wrongPinCount: p.integer().default(0),
    lockedUntil: p.datetime().nullable(),
  },
});

export class Kiosk extends KioskSchema.class {}
KioskSchema.setClass(Kiosk);
