import { defineEntity, p } from '@mikro-orm/core';
import { placeKinds, roles } from '@forspring/domain/people/membership';
import { User } from './user.entity.ts';

/** An invitation by link to a role with a place; the token is stored as a hash only. */
export const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.text().unique(),
    email: p.text(),
    name: p.text(),
    role: p.enum(roles),
    placeKind: p.enum(placeKinds),
    placeId: p.uuid(),
    municipalityId: p.uuid().index(),
    invitedById: () => p.manyToOne(User).mapToPk().fieldName('invited_by_id'),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
  },
});

export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
