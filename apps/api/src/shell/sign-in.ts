import { betterAuth } from 'better-auth';
import { createAuthMiddleware, APIError } from 'better-auth/api';
import { CamelCasePlugin, type Kysely } from 'kysely';
import type { Database } from '@forspring/database/open-database';
import { timestampsAsDates } from '@forspring/database/reader';

/** How long a sign-in lasts when nobody comes. */
export const signInSeconds = 60 * 60 * 24 * 14;
/** How old a sign-in is when it is renewed at the next visit. */
export const renewedAfterSeconds = 60 * 60 * 24;

interface Options {
  database: Database;
  baseUrl: string;
  origins: string[];
  secret: string;
  limitsRate: boolean;
}

export type SignIn = ReturnType<typeof openSignIn>;

/**
 * E-mail and password with server-side sign-ins in the database. Nobody signs up by themselves: accounts come from an
 * invitation or the first set-up. Migrate before calling this: it checks its tables at once.
 */
export function openSignIn({ database, baseUrl, origins, secret, limitsRate }: Options) {
  const db = (database.fork().getKysely() as unknown as Kysely<object>)
    .withPlugin(new CamelCasePlugin())
    .withPlugin(timestampsAsDates);
  return betterAuth({
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: origins,
    database: { db, type: 'postgres', transaction: true },
    user: {
      modelName: 'appUser',
      additionalFields: {
        title: { type: 'string', required: false, input: false, defaultValue: '' },
        language: { type: 'string', required: false, input: false, defaultValue: 'da' },
      },
    },
    session: { modelName: 'signIn', expiresIn: signInSeconds, updateAge: renewedAfterSeconds },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200, autoSignIn: true },
    rateLimit: {
      enabled: limitsRate,
      storage: 'database',
      modelName: 'rateLimit',
      window: 60,
      max: 200,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'forspring',
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      // Left unsaid, the library stops looking at where a request comes from while tests run.
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    hooks: {
      before: createAuthMiddleware(async (call) => {
        if (call.path === '/sign-up/email' && call.request) throw new APIError('NOT_FOUND');
      }),
    },
  });
}
