import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '@forspring/database/open-database';
import { storyPassword } from '@forspring/domain/people/story-password';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { type OpenedServer, openServer, serverUrl } from '@forspring/tests/open-server';

const henrik = 'henrik.toft@koebenhavn.example';
/** Put together here, so that no digits like a personal number stand in the sources. */
const personalNumber = ['0101', '90', '-', '1', '111'].join('');
const digits = personalNumber.replace('-', '');

/** A database of its own that can be taken away from under the server. */
async function openLonely(kind: 'embedded' | 'postgresql') {
  if (kind === 'embedded') {
    const database = await openDatabase({ dataDir: null, snapshotFile: inject('snapshotFile') });
    return { database, end: () => database.close() };
  }
  const name = `lonely_${newId().replaceAll('-', '')}`;
  const admin = await openDatabase({ databaseUrl: `${inject('postgresUrl')}postgres`, poolSize: 1 });
  await admin.fork().execute(`create database ${name}`);
  const database = await openDatabase({ databaseUrl: `${inject('postgresUrl')}${name}`, poolSize: 1 });
  return {
    database,
    end: async () => {
      await database.close();
      await admin.fork().execute(`drop database ${name} with (force)`);
      await admin.close();
    },
  };
}

onBothDatabases('the server', (stage) => {
  let server: OpenedServer;
  const app = () => server.app;
  beforeAll(async () => {
    server = await openServer(stage().database);
  });
  afterAll(() => server.close());

  const deadlines = (cookie: string) => app().inject({ url: '/api/trpc/plans.listDeadlines', headers: { cookie } });

  it('lets a person in by e-mail and password and knows them by the cookie', async () => {
    const cookie = await server.cookieOf(henrik);
    const me = await app().inject({ url: '/api/trpc/people.me', headers: { cookie } });
    expect(me.json().result.data.user.email).toBe(henrik);
  });

  it('refuses what is too large or no JSON in words people’s language knows', async () => {
    const send = (headers: Record<string, string>, payload: string) =>
      app().inject({ method: 'POST', url: '/api/trpc/people.setLanguage', headers, payload });
    const large = await send({ 'content-type': 'application/json' }, `{"language":"${'x'.repeat(1_100_000)}"}`);
    expect([large.statusCode, large.json().error.data.problem.code]).toEqual([413, 'text.tooMuch']);
    for (const type of ['text/plain', 'application/xml']) {
      const strange = await send({ 'content-type': type }, '<a/>');
      expect([strange.statusCode, strange.json().error.data.problem.code]).toEqual([415, 'invalid']);
    }
  });

  it('gives the cookie to no script and to no other site', async () => {
    const answer = await server.signIn(henrik, storyPassword);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/i);
    expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Lax/i);
  });

  it('says the same for a wrong password as for an unknown e-mail', async () => {
    const wrong = await server.signIn(henrik, 'not-the-password-at-all');
    const unknown = await server.signIn('nobody@koebenhavn.example', storyPassword);
    expect(wrong.statusCode).toBe(401);
    expect(unknown.statusCode).toBe(401);
    expect(unknown.json()).toEqual(wrong.json());
    expect(wrong.cookies).toEqual([]);
  });

  it('refuses a sign-in sent by another site', async () => {
    const answer = await app().inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'https://elsewhere.example', cookie: 'forspring.other=1' },
      payload: { email: henrik, password: storyPassword },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('believes no cookie it has not signed, and forgets a role that has ended at once', async () => {
    const cookie = await server.cookieOf(henrik);
    expect((await deadlines(cookie)).statusCode).toBe(200);
    for (const forged of [
      cookie.slice(0, -6),
      cookie.replace(/=(.)/, (_, first: string) => `=${first === 'x' ? 'y' : 'x'}`),
      `${cookie.split('.')[0]}.x.y`,
      'a=%E0%A4%A',
    ])
      expect((await deadlines(forged)).statusCode).toBe(401);
    const memberships = await stage()
      .db.selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .where('appUser.email', '=', henrik)
      .where('endedAt', 'is', null)
      .select('membership.id')
      .execute();
    const ids = memberships.map(({ id }) => id);
    const endAt = (endedAt: Date | null) =>
      stage().db.updateTable('membership').set({ endedAt }).where('id', 'in', ids).execute();
    const rolesNow = async () =>
      (await app().inject({ url: '/api/trpc/people.me', headers: { cookie } })).json().result.data.memberships.length;
    expect(await rolesNow()).toBe(ids.length);
    await endAt(new Date());
    expect(await rolesNow()).toBe(0);
    await endAt(null);
  });

  it('renews a sign-in that is older than a day', async () => {
    const cookie = await server.cookieOf(henrik);
    const soon = new Date(Date.now() + 86_400_000);
    const signIns = () =>
      stage()
        .db.selectFrom('signIn')
        .innerJoin('appUser', 'appUser.id', 'signIn.userId')
        .where('appUser.email', '=', henrik)
        .select('signIn.expiresAt')
        .execute();
    await stage().db.updateTable('signIn').set({ expiresAt: soon }).execute();
    expect((await deadlines(cookie)).statusCode).toBe(200);
    const latest = Math.max(...(await signIns()).map(({ expiresAt }) => expiresAt.getTime()));
    expect(latest).toBeGreaterThan(soon.getTime() + 86_400_000);
  });

  it('forgets an expired sign-in', async () => {
    const cookie = await server.cookieOf(henrik);
    expect((await deadlines(cookie)).statusCode).toBe(200);
    await stage()
      .db.updateTable('signIn')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .execute();
    const answer = await deadlines(cookie);
    expect(answer.statusCode).toBe(401);
    expect(answer.json().error.data.problem.code).toBe('signIn');
  });

  it('signs out on the server, not only in the browser', async () => {
    const cookie = await server.cookieOf(henrik);
    const out = await app().inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { cookie, origin: serverUrl, 'content-type': 'application/json' },
      payload: {},
    });
    expect(out.statusCode).toBe(200);
    expect((await deadlines(cookie)).statusCode).toBe(401);
  });

  it('lets nobody sign up, rename themselves or use anything else of the sign-in library', async () => {
    const cookie = await server.cookieOf(henrik);
    for (const name of [
      'sign-up/email',
      'update-user',
      'change-email',
      'change-password',
      'delete-user',
      'request-password-reset',
    ]) {
      const answer = await app().inject({
        method: 'POST',
        url: `/api/auth/${name}`,
        headers: { cookie, origin: serverUrl },
        payload: { name: 'New Name', email: 'new@koebenhavn.example', password: storyPassword },
      });
      expect(answer.statusCode, name).toBe(404);
    }
    const found = await stage()
      .db.selectFrom('appUser')
      .where('email', '=', 'new@koebenhavn.example')
      .selectAll()
      .execute();
    expect(found).toEqual([]);
  });

  it('sends strict security headers with the page and with answers', async () => {
    for (const url of ['/', '/api/trpc/people.me']) {
      const { headers } = await app().inject({ url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self';");
      expect(policy).not.toContain('unsafe-');
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it.each(['/', '/projekter', '/administration?fane=steder', '/invitation/abc', '/findes-ikke'])(
    'answers %s with the Danish page, to GET and HEAD',
    async (url) => {
      const got = await app().inject({ url });
      expect(got.statusCode).toBe(200);
      expect(got.headers['content-type']).toContain('text/html');
      expect(got.body).toContain('<html lang="da"');
      const head = await app().inject({ method: 'HEAD', url });
      expect(head.statusCode).toBe(200);
      expect(head.body).toBe('');
    },
  );

  it.each(['/api', '/api/findes-ikke', '/assets/findes-ikke.js', '/favicon-findes-ikke.ico'])(
    'has nothing at %s',
    async (url) => {
      const answer = await app().inject({ url });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('<html');
    },
  );

  it('answers an unknown procedure and an unreadable body as problems', async () => {
    const unknown = await app().inject({ url: '/api/trpc/people.findesIkke' });
    expect(unknown.statusCode).toBe(404);
    expect(unknown.json().error.data.problem.code).toBe('missing');
    const broken = await app().inject({
      method: 'POST',
      url: '/api/trpc/people.setUp',
      headers: { 'content-type': 'application/json' },
      payload: '{"half',
    });
    expect(broken.statusCode).toBe(400);
    expect(broken.json().error.data.problem.code).toBe('invalid');
    expect(broken.body).not.toContain('half');
  });

  it('is alive, and ready while the database answers', async () => {
    expect((await app().inject({ url: '/healthz' })).json()).toEqual({ status: 'alive' });
    expect((await app().inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
  });

  it('is alive but not ready when the database is closed', async () => {
    const { database, end } = await openLonely(stage().database.kind);
    const lonelyServer = await openServer(database);
    const lonely = lonelyServer.app;
    expect((await lonely.inject({ url: '/readyz' })).statusCode).toBe(200);
    await end();
    expect((await lonely.inject({ url: '/healthz' })).statusCode).toBe(200);
    const answer = await lonely.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: 'unavailable' });
    const asked = await lonely.inject({ url: '/api/trpc/people.me' });
    expect(asked.statusCode).toBe(500);
    expect(asked.json().error).toMatchObject({ message: 'unexpected', data: { problem: { code: 'unexpected' } } });
    await lonelyServer.close();
  });

  it('stops guessing of passwords after ten tries in a minute', async () => {
    const limited = await openServer(stage().database, { limitsRate: true });
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1)
      statuses.push((await limited.signIn(henrik, `wrong-password-${tries}`)).statusCode);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await limited.signIn(henrik)).statusCode).toBe(429);
    await limited.close();
  });

  it('logs what was asked and how it went, and nothing anybody typed', async () => {
    const quiet = await openServer(stage().database);
    const { app: logged, log } = quiet;
    const cookie = await quiet.cookieOf(henrik);
    await quiet.signIn(`${digits}@koebenhavn.example`, `secret ${personalNumber}`);
    await logged.inject({ url: `/gange/${personalNumber}?q=${personalNumber}` });
    await logged.inject({ url: `/api/${digits}` });
    await logged.inject({ url: '/invitation/secret-of-an-invitation' });
    await logged.inject({ url: `/api/trpc/people.${personalNumber}?input=${encodeURIComponent(personalNumber)}` });
    const input = encodeURIComponent(JSON.stringify({ text: `${personalNumber} Fredagshallen` }));
    const search = await logged.inject({ url: `/api/trpc/people.search?input=${input}`, headers: { cookie } });
    expect(search.json().error.data.problem.code).toBe('text.personalNumber');
    expect(search.body).not.toContain('1111');
    await logged.close();
    // Times and process numbers are digits of no person.
    const text = log
      .map((line) => JSON.stringify({ ...JSON.parse(line), time: 0, pid: 0, responseTime: 0 }))
      .join('\n');
    expect(text).toContain('"path":"/api/trpc/people.search"');
    expect(text).not.toContain('1111');
    expect(text).not.toContain('secret-of');
    expect(text).not.toContain('?');
    expect(text).not.toContain('Fredagshallen');
    expect(text).not.toContain('@');
    expect(text).not.toContain(storyPassword);
  });
});
