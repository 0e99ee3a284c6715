import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { keptStatement } from '@forspring/database/kept-statement';
import type { EntityManager } from '@forspring/database/open-database';
import type { Actor } from '@forspring/domain/people/actor';
import { findActor } from './actor-of.ts';
import { renewedAfterSeconds, type SignIn, signInSeconds } from './sign-in.ts';

/** Who a request comes from, and the sign-in they came by. */
export interface SignedIn {
  actor: Actor | null;
  signInId: string;
}

/** A sign-in that is neither over nor due to be renewed, with its person and the roles they hold now. */
const findFresh = keptStatement<{ token: string }, Actor & { signInId: string }>('fresh-sign-in', (db, value) =>
  sql<Actor & { signInId: string }>`
    select sign_in.id as sign_in_id, app_user.id as user_id, app_user.name, coalesce((
      select json_agg(json_build_object(
        'role', role, 'placeKind', place_kind, 'placeId', place_id, 'municipalityId', municipality_id
      )) from membership where membership.user_id = app_user.id and ended_at is null
    ), '[]') as memberships
    from sign_in join app_user on app_user.id = sign_in.user_id
    where token = ${value('token')}
      and expires_at > now() + make_interval(secs => ${sql.lit(signInSeconds - renewedAfterSeconds)})
  `.compile(db),
);

/** The token in the sign-in cookie when this server signed it; null for any other. */
function signedToken(cookieHeader: string, name: string, secret: string): string | null {
  const pair = cookieHeader.split(/; */).find((one) => one.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1);
  if (!value || !/^[\w.%~-]+$/.test(value)) return null;
  try {
    const [token = '', signature = '', ...rest] = decodeURIComponent(value).split('.');
    const own = createHmac('sha256', secret).update(token).digest();
    const given = Buffer.from(signature, 'base64');
    return rest.length === 0 && own.length === given.length && timingSafeEqual(own, given) ? token : null;
  } catch {
    return null;
  }
}

/**
 * Who a request with this cookie comes from: in one statement while the sign-in is fresh, by the sign-in library when it
 * is not, which ends or renews it. Nothing is remembered between requests: an ended sign-in or role counts at once.
 */
export async function findSignedIn(em: EntityManager, signIn: SignIn, headers: Headers): Promise<SignedIn | null> {
  const { authCookies, secret } = await signIn.$context;
  const token = signedToken(headers.get('cookie') ?? '', authCookies.sessionToken.name, secret);
  const [found] = token === null ? [] : await findFresh(em, { token });
  if (found) {
    const { signInId, ...actor } = found;
    return { signInId, actor };
  }
  const session = await signIn.api.getSession({ headers });
  return session ? { signInId: session.session.id, actor: await findActor(em, session.user.id) } : null;
}
