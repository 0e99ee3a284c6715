import { defineEntity, p } from '@mikro-orm/core';
import { placeKinds, roles } from '@forspring/domain/people/membership';
import { User } from './user.entity.ts';

/** A role with a place: what one user may do, and where. */
export const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  uniques: [{ properties: ['userId', 'role', 'placeKind', 'placeId'] }],
  indexes: [{ properties: ['placeKind', 'placeId'] }],
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(),
    role: p.enum(roles),
    placeKind: p.enum(placeKinds),
    placeId: p.uuid(),
    municipalityId: p.uuid().index(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
