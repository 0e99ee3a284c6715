import { defineEntity, p } from '@mikro-orm/core';

/** A one-time token such as a password reset. */
export const VerificationSchema = defineEntity({
  name: 'Verification',
  tableName: 'verification',
  properties: {
    id: p.text().primary(),
    identifier: p.text().index(),
    value: p.text(),
    expiresAt: p.datetime(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class Verification extends VerificationSchema.class {}
VerificationSchema.setClass(Verification);
