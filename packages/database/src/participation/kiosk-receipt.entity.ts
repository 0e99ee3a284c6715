import { defineEntity, p } from '@mikro-orm/core';
import { Kiosk } from './kiosk.entity.ts';

/** Proof that a tap at a kiosk was counted. It has no time and no kind, so that it says nothing about who came when; it goes when the kiosk has ended. */
export const KioskReceiptSchema = defineEntity({
  name: 'KioskReceipt',
  tableName: 'kiosk_receipt',
  properties: {
    id: p.uuid().primary(),
    kioskId: () => p.manyToOne(Kiosk).mapToPk().fieldName('kiosk_id').index().deleteRule('cascade'),
    result: p.json<unknown>().nullable(),
  },
});

export class KioskReceipt extends KioskReceiptSchema.class {}
KioskReceiptSchema.setClass(KioskReceipt);
