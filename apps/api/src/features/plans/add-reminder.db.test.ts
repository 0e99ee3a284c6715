import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { storyNow } from '@forspring/tests/story-snapshot';
import { smtpPost } from '../../shell/post.ts';

const municipalityId = storyId('municipality/koebenhavn');
const centre = storyId('organisation/fc-indre-valby');
const team = storyId('organisation/gadeplansteamet');
const fredagshallen = storyId('project/fredagshallen-2026');
const toCentre = { municipalityId, owerKind: 'organisation', owerId: centre } as const;
const nextDay = new Date('2026-11-14T18:30:00Z');

/** A mail server of the test's own on the loopback, with every letter it took. */
async function openMailServer() {
  const taken: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

/** A port nobody listens at. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise<void>((closed) => server.close(() => closed()));
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}

onBothDatabases('who owes what', (stage) => {
  const owedBy = async (who: 'mette' | 'henrik' | 'ole', ask = {}) =>
    (await stage().as(emailOf(who))).plans.listOwed({ pageSize: 1000, ...ask });

  it('is for owners and coordinators', async () => {
    for (const key of ['jonas', 'birgitte', 'ane', 'kirsten'] as const)
      expect(await problemOf((await stage().as(emailOf(key))).plans.listOwed({})), key).toBe('missing');
    expect(await problemOf((await stage().as(null)).plans.listOwed({}))).toBe('signIn');
  });

  it('shows an owner the unregistered evenings of its own projects, with how old they are and who should register', async () => {
    const page = await owedBy('mette', { kinds: ['registration'] });
    const expected = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', fredagshallen)
      .where('state', '=', 'planned')
      .where('heldOn', '<', '2026-11-13')
      .orderBy('heldOn')
      .select(['id', 'heldOn'])
      .execute();
    const own = page.items.filter((item) => item.projectId === fredagshallen);
    expect(own.map((item) => [item.subjectId, item.dueOn])).toEqual(expected.map(({ id, heldOn }) => [id, heldOn]));
    expect(own[0]).toMatchObject({ owerKind: 'organisation', owerId: centre, kind: 'registration' });
    expect(own[0]?.ageDays).toBeGreaterThan(7);
    const owned = new Set(page.items.map((item) => item.projectId));
    const projects = await stage()
      .db.selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .where('appUser.email', '=', emailOf('mette'))
      .where('membership.role', '=', 'owner')
      .select('membership.placeId')
      .execute();
    for (const id of owned) expect(projects.map(({ placeId }) => placeId)).toContain(id);
  });

  it('shows a coordinator every kind in the municipality, and nothing of another', async () => {
    const copenhagen = await owedBy('henrik');
    const vejen = await owedBy('ole');
    const kinds = new Set(copenhagen.items.map((item) => item.kind));
    for (const kind of ['registration', 'evaluation', 'decision', 'budgetAnswer'] as const)
      expect(kinds).toContain(kind);
    const ids = new Set(copenhagen.items.map((item) => item.projectId));
    expect(vejen.items.filter((item) => item.projectId !== null && ids.has(item.projectId))).toEqual([]);
    const counted = copenhagen.groups.reduce((sum, group) => sum + group.totalCount, 0);
    expect(counted).toBe(copenhagen.totalCount);
    expect(copenhagen.items).toHaveLength(copenhagen.totalCount);
  });

  it('tells of a half-year total that nobody has written, and no more once it is', async () => {
    const projectId = storyId('project/fodfaeste-2026');
    const missing = async () =>
      (await owedBy('henrik', { kinds: ['halfYear'] })).items.filter((item) => item.projectId === projectId);
    expect(await missing()).toEqual([]);
    await stage().db.deleteFrom('halfYearTotal').where('projectId', '=', projectId).execute();
    expect((await missing()).map((item) => [item.title, item.dueOn])).toEqual([['2026/1', '2026-06-30']]);
  });

  it('filters by who owes and by kind, searches, sorts and pages', async () => {
    const all = await owedBy('henrik');
    const group = all.groups.find((one) => one.owerId === centre);
    const own = await owedBy('henrik', { owers: [`organisation:${centre}`] });
    expect(own.totalCount).toBe(group?.totalCount);
    const latest = await owedBy('henrik', { sort: 'dueOn', isDescending: true, pageSize: 2 });
    expect(latest.items).toHaveLength(2);
    expect(latest.totalCount).toBe(all.totalCount);
    expect(latest.items[0]?.dueOn).toBe(
      all.items
        .map((item) => item.dueOn)
        .toSorted()
        .at(-1),
    );
    expect((await owedBy('henrik', { search: 'intet hedder dette' })).totalCount).toBe(0);
    expect((await owedBy('henrik', { page: 900 })).totalCount).toBe(all.totalCount);
  });
});

onBothDatabases('a reminder', (stage) => {
  const reminders = () => stage().db.selectFrom('reminder').select(['owerId', 'sentOn', 'letterCount']).execute();

  it('goes once a day to the people of the organisation, with links and without a number of young people', async () => {
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.plans.addReminder({ commandId, id, ...toCentre }),
      refused: { jonas: 'refused', birgitte: 'refused', kirsten: 'refused', camilla: 'missing', ole: 'missing' },
      by: 'mette',
      action: 'addReminder',
      state: reminders,
    });
    const [letter, ...others] = stage().letters;
    expect(others).toEqual([]);
    expect(letter?.to).toBe(emailOf('jonas'));
    expect(letter?.subject).toBe('Påmindelse: noget mangler i Forspring');
    expect(letter?.text).toContain('Hej Jonas Brandt');
    expect(letter?.text).toContain('Registrér: Fredagshallen (Fredagshallen 2026, siden');
    expect(letter?.text).toMatch(/http:\/\/localhost:3000\/gange\/[0-9a-f-]{36}/);
    expect(letter?.text).not.toMatch(/besøg|fremmøde|unge\b|kontakter/);
  });

  it('is not sent twice on one day, whoever asks, and again the next', async () => {
    const before = stage().letters.length;
    const coordinator = await stage().as(emailOf('henrik'));
    const again = { ...fresh(), id: newId(), ...toCentre };
    expect(await problemOf(coordinator.plans.addReminder(again))).toBe('owed.alreadyReminded');
    expect(stage().letters).toHaveLength(before);
    const page = await coordinator.plans.listOwed({});
    expect(page.groups.find((group) => group.owerId === centre)).toMatchObject({
      remindedOn: '2026-11-13',
      mayRemind: false,
    });
    const tomorrow = await stage().as(emailOf('henrik'), nextDay);
    await tomorrow.plans.addReminder({ ...fresh(), id: newId(), ...toCentre });
    expect(stage().letters).toHaveLength(before + 1);
  });

  it('two who press at once send one letter', async () => {
    const day = new Date('2026-11-15T18:30:00Z');
    const before = stage().letters.length;
    const callers = await Promise.all([stage().as(emailOf('henrik'), day), stage().as(emailOf('mette'), day)]);
    const answers = await Promise.all(
      callers.map((caller) => problemOf(caller.plans.addReminder({ ...fresh(), id: newId(), ...toCentre }))),
    );
    expect(answers.toSorted()).toEqual(['done', 'owed.alreadyReminded']);
    expect(stage().letters).toHaveLength(before + 1);
  });

  it('is in the language the receiver reads', async () => {
    await stage().db.updateTable('appUser').set({ language: 'en' }).where('email', '=', emailOf('nikolaj')).execute();
    const caller = await stage().as(emailOf('henrik'));
    await caller.plans.addReminder({ ...fresh(), id: newId(), municipalityId, owerKind: 'organisation', owerId: team });
    const letter = stage().letters.find(({ to }) => to === emailOf('nikolaj'));
    expect(letter?.subject).toBe('Reminder: something is missing in Forspring');
    expect(letter?.text).toContain('Register: Aftenrunde');
  });

  it('says so when there is nobody to write to, and when nothing is owed', async () => {
    const { db } = stage();
    const caller = await stage().as(emailOf('henrik'), nextDay);
    await db
      .updateTable('membership')
      .set({ endedAt: storyNow })
      .where('role', '=', 'partner')
      .where('placeId', '=', team)
      .execute();
    const ask = { municipalityId, owerKind: 'organisation', owerId: team } as const;
    expect(await problemOf(caller.plans.addReminder({ ...fresh(), id: newId(), ...ask }))).toBe('owed.nobodyThere');
    const nothing = { ...fresh(), id: newId(), municipalityId, owerKind: 'organisation', owerId: newId() } as const;
    expect(await problemOf(caller.plans.addReminder(nothing))).toBe('missing');
  });

  describe('by a real mail server', () => {
    let mail: Awaited<ReturnType<typeof openMailServer>>;
    beforeAll(async () => void (mail = await openMailServer()));
    afterAll(() => mail.close());

    it('arrives there', async () => {
      const post = smtpPost(mail.url, 'Forspring <forspring@localhost>');
      const caller = await stage().as(emailOf('henrik'), new Date('2026-11-16T18:30:00Z'), post);
      await caller.plans.addReminder({ ...fresh(), id: newId(), ...toCentre });
      expect(mail.taken).toHaveLength(1);
      expect(mail.taken[0]?.to).toEqual([emailOf('jonas')]);
      expect(mail.taken[0]?.text).toContain('From: Forspring <forspring@localhost>');
      expect(mail.taken[0]?.text).toMatch(/Subject: =\?UTF-8\?/);
    });

    it('that is down leaves no trace, so that it can be tried again', async () => {
      const post = smtpPost(`smtp://127.0.0.1:${await deadPort()}`, 'Forspring <forspring@localhost>');
      const day = new Date('2026-11-17T18:30:00Z');
      const before = await reminders();
      const caller = await stage().as(emailOf('henrik'), day, post);
      expect(await problemOf(caller.plans.addReminder({ ...fresh(), id: newId(), ...toCentre }))).toBe('owed.notSent');
      expect(await reminders()).toEqual(before);
      const again = await stage().as(emailOf('henrik'), day);
      await again.plans.addReminder({ ...fresh(), id: newId(), ...toCentre });
    });
  });
});
