import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.entity.ts';

/** A signed-in browser: the server-side half of the cookie. */
export const SignInSchema = defineEntity({
  name: 'SignIn',
  tableName: 'sign_in',
  properties: {
    id: p.text().primary(),
    token: p.text().unique(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index().deleteRule('cascade'),
    expiresAt: p.datetime(),
    ipAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class SignIn extends SignInSchema.class {}
SignInSchema.setClass(SignIn);
