import { defineEntity, p } from '@mikro-orm/core';

/** Proof that a command was carried out, so that the same command sent again answers the same and changes nothing. */
export const CommandReceiptSchema = defineEntity({
  name: 'CommandReceipt',
  tableName: 'command_receipt',
  properties: {
    id: p.uuid().primary(),
    /** Who sent it; null for somebody who was not signed in. */
    actorId: p.text().nullable(),
    procedure: p.text(),
    result: p.json<unknown>().nullable(),
    at: p.datetime().index(),
  },
});

export class CommandReceipt extends CommandReceiptSchema.class {}
CommandReceiptSchema.setClass(CommandReceipt);
