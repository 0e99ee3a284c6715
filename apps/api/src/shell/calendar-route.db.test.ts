import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '@forspring/domain/measures/day';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { type OpenedServer, openServer } from '@forspring/tests/open-server';
import { readByIcalJs, readByNodeIcal } from '@forspring/tests/two-parsers';

const fridays = storyId('project/fredagshallen-2026');
const newToken = () => randomBytes(32).toString('base64url');

onBothDatabases('calendar links', (stage) => {
  let server: OpenedServer;
  beforeAll(async () => {
    server = await openServer(stage().database);
  });
  afterAll(() => server.close());

  const get = (token: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url: `/kalender/${token}.ics`, headers });

  /** The file behind a link, read by two parsers that agree. */
  async function read(token: string) {
    const answer = await get(token);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const calendar = readByIcalJs(answer.body);
    expect(readByNodeIcal(answer.body)).toEqual(calendar);
    return calendar;
  }

  async function linkOf(key: Parameters<typeof emailOf>[0], more: object = {}): Promise<{ id: string; token: string }> {
    const caller = await stage().as(emailOf(key));
    const link = { id: newId(), token: newToken() };
    await caller.calendar.addFeed({ ...fresh(), ...link, kind: 'person', language: 'da', ...more });
    return link;
  }

  it('climbs the ladder: a link is made once, and its secret is stored nowhere', async () => {
    const link = { id: newId(), token: newToken() };
    const feeds = () => stage().db.selectFrom('calendarFeed').select(['id', 'kind', 'endedAt']).execute();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.calendar.addFeed({ commandId, ...link, kind: 'person', language: 'da' }),
      refused: {},
      by: 'mette',
      action: 'addCalendarFeed',
      state: feeds,
    });
    const dumped = JSON.stringify([
      await stage().db.selectFrom('calendarFeed').selectAll().execute(),
      await stage().db.selectFrom('commandReceipt').selectAll().execute(),
      await stage().db.selectFrom('auditEntry').selectAll().execute(),
    ]);
    expect(dumped).not.toContain(link.token);
    expect((await get(link.token)).statusCode).toBe(200);
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.calendar.endFeed({ commandId, id: link.id }),
      refused: { henrik: 'missing', jonas: 'missing' },
      by: 'mette',
      action: 'endCalendarFeed',
      state: feeds,
    });
    expect((await get(link.token)).statusCode).toBe(404);
  });

  it('holds one’s own sessions and nothing of anybody else’s, without a sign-in', async () => {
    const { token } = await linkOf('jonas');
    const { name, events } = await read(token);
    expect(name).toBe('Mine gange – Forspring');
    const jonas = await stage().as(emailOf('jonas'));
    const days = { firstOn: '2026-10-26', lastOn: '2026-12-06' };
    const { sessions } = await jonas.calendar.listCalendar(days);
    const ids = new Set(events.map(({ uid }) => uid.split('@')[0]));
    for (const { id } of sessions) expect(ids).toContain(id);
    const { count } = await stage()
      .db.selectFrom('session')
      .innerJoin('organisation', 'organisation.id', 'session.organisationId')
      .where('session.id', 'in', [...ids] as string[])
      .select((row) => row.fn.count<number>('organisation.id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(1);
    const { sessions: mettes } = await (await stage().as(emailOf('rasmus'))).calendar.listCalendar(days);
    for (const { id } of mettes) expect(ids).not.toContain(id);
  });

  it('says where and when exactly, and nothing of counts, remarks or reasons', async () => {
    const { id } = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', fridays)
      .where('state', '=', 'cancelled')
      .where('heldOn', '>', '2026-01-01')
      .select('id')
      .executeTakeFirstOrThrow();
    await stage()
      .db.updateTable('session')
      .set({ note: 'HEMMELIG BEMÆRKNING', cancelReason: 'HEMMELIG GRUND', visitCount: null, cancelledBy: 'venue' })
      .where('id', '=', id)
      .execute();
    const { token } = await linkOf('mette', { kind: 'project', projectId: fridays });
    const { body } = await get(token);
    expect(body).not.toMatch(/HEMMELIG/);
    const { name, events } = await read(token);
    expect(name).toBe('Fredagshallen');
    expect(events.find(({ uid }) => uid.startsWith(id))).toMatchObject({
      status: 'CANCELLED',
      summary: 'Aflyst: Fredagshallen',
      description: expect.stringContaining('Aflyst af stedet'),
    });
    const tonight = events.find(({ startsAt }) => startsAt === instantOf('2026-11-13', 1080).toISOString());
    expect(tonight).toMatchObject({
      summary: 'Fredagshallen',
      status: 'CONFIRMED',
      endsAt: instantOf('2026-11-13', 1350).toISOString(),
      location: expect.stringContaining('Hafnia-Hallen'),
    });
  });

  it('says where a moved evening came from, under the same id with a higher number', async () => {
    const { token } = await linkOf('mette', { kind: 'project', projectId: fridays, language: 'en' });
    const mette = await stage().as(emailOf('mette'));
    const { sessions } = await mette.calendar.listCalendar({
      firstOn: '2026-11-20',
      lastOn: '2026-11-20',
      projectId: fridays,
    });
    const sessionId = sessions[0]?.id ?? '';
    const eventOf = async () => (await read(token)).events.find(({ uid }) => uid.startsWith(sessionId));
    const before = await eventOf();
    await mette.participation.moveSession({
      ...fresh(),
      sessionId,
      baseVersion: before?.sequence ?? 0,
      heldOn: '2026-11-21',
      startMinute: 1320,
      endMinute: 1560,
      venueId: null,
      reason: 'HEMMELIG GRUND',
    });
    const after = await eventOf();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    expect(after?.startsAt).toBe(instantOf('2026-11-21', 1320).toISOString());
    expect(after?.endsAt).toBe(instantOf('2026-11-22', 120).toISOString());
    expect(after?.description).toMatch(/Moved from Friday,? 20 November 2026/);
    expect((await get(token)).body).not.toMatch(/HEMMELIG/);
  });

  it('keeps the nights the clock changes and week 53 exact in both parsers', async () => {
    const rows = [
      ['2026-10-24', 1320, 1680],
      ['2027-03-27', 1320, 1680],
      ['2026-12-31', 1200, 1560],
    ] as const;
    const ids = rows.map(() => newId());
    await stage()
      .db.insertInto('session')
      .values(
        rows.map(([heldOn, startMinute, endMinute], index) => ({
          id: ids[index] ?? '',
          projectId: fridays,
          title: 'Lang nat med æøå',
          heldOn,
          startMinute,
          endMinute,
          countUnit: 'visit' as const,
          state: 'planned' as const,
        })),
      )
      .execute();
    const { token } = await linkOf('mette', { kind: 'project', projectId: fridays });
    const { events } = await read(token);
    const hours = ids.map((id) => {
      const found = events.find(({ uid }) => uid.startsWith(id));
      return (Date.parse(found?.endsAt ?? '') - Date.parse(found?.startsAt ?? '')) / 3_600_000;
    });
    expect(hours).toEqual([7, 5, 6]);
  });

  it('a venue’s holds what one may see by name, and the rest as taken', async () => {
    const venue = await stage()
      .db.selectFrom('venue')
      .where('name', '=', 'Hafnia-Hallen')
      .select('id')
      .executeTakeFirstOrThrow();
    const { token } = await linkOf('rasmus', { kind: 'venue', venueId: venue.id });
    const { events } = await read(token);
    const fridayIds = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', fridays)
      .where('venueId', '=', venue.id)
      .select('id')
      .execute();
    const theirs = events.filter(({ uid }) => fridayIds.some(({ id }) => uid.startsWith(id)));
    expect(theirs.length).toBeGreaterThan(10);
    expect(new Set(theirs.map(({ summary, description }) => `${summary}|${description}`))).toEqual(
      new Set(['Optaget|']),
    );
  });

  it('is empty once the role is ended, and full again with it', async () => {
    const { token } = await linkOf('mikkel');
    expect((await read(token)).events.length).toBeGreaterThan(0);
    const memberships = () =>
      stage()
        .db.updateTable('membership')
        .where('userId', '=', (user) => user.selectFrom('appUser').where('email', '=', emailOf('mikkel')).select('id'));
    await memberships()
      .set({ endedAt: new Date('2026-11-13T12:00:00Z') })
      .execute();
    expect((await read(token)).events).toEqual([]);
    await memberships().set({ endedAt: null }).execute();
    expect((await read(token)).events.length).toBeGreaterThan(0);
  });

  it('a project’s is empty for somebody who may not look at the project any more', async () => {
    const { token } = await linkOf('mette', { kind: 'project', projectId: fridays });
    const role = stage().db.updateTable('membership').where('placeId', '=', fridays).where('role', '=', 'owner');
    const bodies = stage()
      .db.updateTable('membership')
      .where('role', '=', 'committeeMember')
      .where('userId', '=', (user) => user.selectFrom('appUser').where('email', '=', emailOf('mette')).select('id'));
    const endedAt = new Date('2026-11-13T12:00:00Z');
    await role.set({ endedAt }).execute();
    await bodies.set({ endedAt }).execute();
    expect(await read(token)).toEqual({ name: 'Forspring', events: [] });
    await role.set({ endedAt: null }).execute();
    await bodies.set({ endedAt: null }).execute();
  });

  it('is made only for what one may look at, and at most twenty at a time', async () => {
    expect(await problemOf(linkOf('rasmus', { kind: 'project', projectId: fridays }))).toBe('missing');
    expect(await problemOf(linkOf('mette', { kind: 'project' }))).toBe('missing');
    expect(await problemOf(linkOf('mette', { token: 'for-kort' }))).toBe('invalid');
    for (let count = 0; count < 20; count += 1) await linkOf('emil');
    expect(await problemOf(linkOf('emil'))).toBe('participation.tooManyFeeds');
  });

  it('answers alike for a link that never was, one of another form and one that was ended', async () => {
    for (const token of [newToken(), 'x', '../../etc/passwd', encodeURIComponent('æ'.repeat(43))]) {
      const answer = await get(token);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('BEGIN');
    }
    expect((await server.app.inject({ method: 'POST', url: `/kalender/${newToken()}.ics` })).statusCode).toBe(404);
  });

  it('is sent again only when something in it has changed', async () => {
    const { token } = await linkOf('julie');
    const first = await get(token);
    const etag = String(first.headers['etag']);
    const again = await get(token, { 'if-none-match': etag });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    const [one] = readByIcalJs(first.body).events;
    await stage()
      .db.updateTable('session')
      .set((session) => ({ version: session('version', '+', 1) }))
      .where('id', '=', one?.uid.split('@')[0] ?? '')
      .execute();
    expect((await get(token, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('says when it was last fetched, to its maker only', async () => {
    const { id, token } = await linkOf('mette');
    const shown = async (key: Parameters<typeof emailOf>[0]) =>
      (await (await stage().as(emailOf(key))).calendar.listFeeds()).feeds.find((feed) => feed.id === id);
    expect((await shown('mette'))?.fetchedAt).toBeNull();
    await get(token);
    expect((await shown('mette'))?.fetchedAt).not.toBeNull();
    expect(await shown('henrik')).toBeUndefined();
  });

  it('leaves no secret in the log', async () => {
    const { token } = await linkOf('mette');
    await get(token);
    const log = server.log.join('');
    expect(log).toContain('/kalender/…');
    expect(log).not.toContain(token);
  });

  it('is limited in how often one address may ask, also by guessing', async () => {
    const limited = await openServer(stage().database, { limitsRate: true });
    const codes: number[] = [];
    for (let count = 0; count < 61; count += 1)
      codes.push((await limited.app.inject({ url: `/kalender/${newToken()}.ics` })).statusCode);
    expect(codes.slice(0, 60).every((code) => code === 404)).toBe(true);
    expect(codes.at(-1)).toBe(429);
    await limited.close();
  });
});
