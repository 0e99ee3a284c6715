import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage, stageOf } from '@forspring/tests/on-both-databases';
import { storyNow } from '@forspring/tests/story-snapshot';

const password = 'fire rolige ord om fredagen';
const input = (email: string, hasDistricts = false) => ({
  commandId: newId(),
  municipalityId: newId(),
  municipalityName: 'Nordkommune',
  hasDistricts,
  name: 'Gitte Holm',
  email,
  password,
});

/** A migrated database with nothing in it. */
async function openEmpty(kind: 'embedded' | 'postgresql'): Promise<{ database: Database; end: () => Promise<void> }> {
  const end: (() => Promise<void>)[] = [];
  let databaseUrl: string | undefined;
  if (kind === 'postgresql') {
    const name = `empty_${randomUUID().replaceAll('-', '')}`;
    const admin = await openDatabase({ databaseUrl: `${inject('postgresUrl')}postgres`, poolSize: 1 });
    await admin.fork().execute(`create database ${name}`);
    await admin.close();
    databaseUrl = `${inject('postgresUrl')}${name}`;
  }
  const database = await openDatabase({ databaseUrl, dataDir: null });
  await database.migrate();
  end.push(() => database.close());
  return { database, end: async () => void (await Promise.all(end.map((one) => one()))) };
}

describe.each(['embedded', 'postgresql'] as const)('the first set-up of an empty installation (%s)', (kind) => {
  let stage: Stage;
  let end = async () => {};
  beforeAll(async () => {
    const empty = await openEmpty(kind);
    end = empty.end;
    stage = stageOf(empty.database);
  }, 60_000);
  afterAll(() => end());

  it('is what a visitor is told to do', async () => {
    expect(await (await stage.as(null)).people.me()).toMatchObject({ user: null, needsSetUp: true });
  });

  it('refuses a weak password, a wrong e-mail and a municipality without a name, and writes nothing', async () => {
    const visitor = await stage.as(null);
    for (const wrong of [{ password: 'kort' }, { email: 'ingen' }, { municipalityName: ' ' }, { name: '' }])
      expect(await problemOf(visitor.people.setUp({ ...input('a@nordkommune.example'), ...wrong }))).toBe('invalid');
    expect(await stage.db.selectFrom('appUser').select('id').execute()).toEqual([]);
  });

  it('leaves nothing behind when it cannot be finished', async () => {
    const taken = input('halv@nordkommune.example');
    const em = stage.database.fork();
    await reader(em)
      .insertInto('municipality')
      .values({ id: taken.municipalityId, name: 'Spor', hasDistricts: true, createdAt: storyNow })
      .execute();
    expect(await problemOf((await stage.as(null)).people.setUp(taken))).toBe('alreadyThere');
    await reader(em).deleteFrom('municipality').execute();
    for (const table of ['appUser', 'account', 'membership', 'commandReceipt', 'auditEntry'] as const)
      expect(await stage.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect(await stage.signsIn(taken.email, password)).toBeNull();
  });

  it('is done by one of two who try at the same moment; the other is told, and cannot try again', async () => {
    const visitor = await stage.as(null);
    const first = input('gitte@nordkommune.example');
    const second = input('anden@nordkommune.example');
    const both = await Promise.all([first, second].map((one) => problemOf(visitor.people.setUp(one))));
    expect(both.toSorted()).toEqual(['done', 'people.alreadySetUp']);
    expect(await problemOf(visitor.people.setUp(input('tredje@nordkommune.example')))).toBe('people.alreadySetUp');

    expect(await stage.db.selectFrom('municipality').select('name').execute()).toEqual([{ name: 'Nordkommune' }]);
    // A municipality without districts has one that stands for the whole.
    expect(await stage.db.selectFrom('district').select(['name', 'isImplicit']).execute()).toEqual([
      { name: 'Nordkommune', isImplicit: true },
    ]);
    // The one who was refused left no account behind, and the one who was not can sign in and stands for it.
    const users = await stage.db.selectFrom('appUser').select(['id', 'email']).execute();
    expect(users).toHaveLength(1);
    const traces = await stage.db.selectFrom('auditEntry').select(['action', 'actorId']).execute();
    expect(traces).toEqual([{ action: 'setUp', actorId: users[0]?.id }]);
    expect(await stage.signsIn(users[0]?.email ?? '', password)).toBe(users[0]?.id);
    expect(await stage.signsIn(users[0]?.email ?? '', 'et andet kodeord her')).toBeNull();

    // The answer of the one that was done, however often it is asked for again by the same nobody.
    const done = both[0] === 'done' ? first : second;
    const state = async () => [
      await stage.db.selectFrom('appUser').selectAll().execute(),
      await stage.db.selectFrom('account').selectAll().execute(),
      await stage.db.selectFrom('membership').selectAll().execute(),
      await stage.db.selectFrom('auditEntry').selectAll().execute(),
    ];
    const before = await state();
    for (const sent of [done, { ...done, email: 'fjerde@nordkommune.example' }])
      expect(await visitor.people.setUp(sent)).toEqual({ email: done.email });
    expect(await problemOf((await stage.as(done.email)).people.setUp(done))).toBe('commandReused');
    expect(await state()).toEqual(before);
  });

  it('makes a coordinator who may invite the others, and keeps no password in the clear', async () => {
    expect(await (await stage.as(null)).people.me()).toMatchObject({ user: null, needsSetUp: false });
    const coordinator = await stage.db
      .selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .select(['appUser.email', 'membership.role', 'membership.municipalityId'])
      .executeTakeFirstOrThrow();
    expect(coordinator.role).toBe('coordinator');
    const caller = await stage.as(coordinator.email);
    const { persons, abilities } = await caller.people.listPeople({ municipalityId: coordinator.municipalityId });
    expect(persons.map((one) => one.email)).toEqual([coordinator.email]);
    expect(abilities.invite).toBe(true);
    expect(JSON.stringify(await stage.db.selectFrom('account').selectAll().execute())).not.toContain(password);
  });
});

onBothDatabases('the first set-up where somebody has a role', (stage) => {
  it('is refused to everybody, and makes no account', async () => {
    for (const email of [null, 'henrik.toft@koebenhavn.example']) {
      const caller = await stage().as(email);
      expect(await problemOf(caller.people.setUp(input('gitte@nordkommune.example')))).toBe('people.alreadySetUp');
    }
    const made = await stage()
      .db.selectFrom('appUser')
      .where('email', '=', 'gitte@nordkommune.example')
      .select('id')
      .execute();
    expect(made).toEqual([]);
  });
});
