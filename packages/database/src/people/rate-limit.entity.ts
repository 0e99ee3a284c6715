import { defineEntity, p } from '@mikro-orm/core';

/** How often one address tried one sign-in path lately. */
export const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    id: p.text().primary(),
    key: p.text().unique(),
    count: p.integer(),
    lastRequest: p.bigint('number'),
  },
});

export class RateLimit extends RateLimitSchema.class {}
RateLimitSchema.setClass(RateLimit);
