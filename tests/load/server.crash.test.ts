import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '@forspring/database/open-database';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { reader } from '@forspring/database/reader';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import { emailOf } from '../ladder.ts';
import { hall } from '../evenings.ts';
import { anEvening } from './evening.ts';
import { freePort, HttpClient, type ServerProcess, startServer, unpackStory } from '../server-process.ts';

const killCount = Number(process.env['CRASH_KILLS'] ?? 20);
const phoneCount = 4;

/** One phone's latest entry for a session, and the newest revision of it that the server has said it has. */
interface Phone {
  sessionId: string;
  entry: SessionEntry;
  acknowledged: number;
}

/** Where the server that is killed keeps its data, and how the test looks at it afterwards. */
interface Store {
  environment: Record<string, string>;
  open(): Promise<Database>;
}

/** One more tap on a phone: a higher revision that counts one more boy. */
function tapOn(phone: Phone): SessionEntry {
  const { entry } = phone;
  const [first, ...rest] = entry.counts;
  if (!first) throw new Error('An evening has counts');
  return {
    ...entry,
    revision: entry.revision + 1,
    counts: [{ ...first, personCount: first.personCount + 1 }, ...rest],
  };
}

/** Sends one tap after the other until the server is gone; a tap counts as kept only when it was answered. */
async function tapUntilGone(client: HttpClient, phone: Phone): Promise<void> {
  for (;;) {
    phone.entry = tapOn(phone);
    const { revision } = phone.entry;
    try {
      await client.command('participation.registerSession', {
        commandId: randomUUID(),
        sessionId: phone.sessionId,
        entry: phone.entry,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return;
    }
    phone.acknowledged = revision;
  }
}

/** What is stored of each phone, and whether everything kept beside the entries agrees with them. */
async function look(store: Store, phones: readonly Phone[]): Promise<void> {
  const database = await store.open();
  try {
    const db = reader(database.fork());
    const kept = await db
      .selectFrom('sessionEntry')
      .where(
        'deviceId',
        'in',
        phones.map(({ entry }) => entry.deviceId),
      )
      .select(['deviceId', 'revision'])
      .execute();
    for (const { entry, acknowledged } of phones) {
      const revision = kept.find(({ deviceId }) => deviceId === entry.deviceId)?.revision ?? 0;
      expect(revision, 'every acknowledged registration is there').toBeGreaterThanOrEqual(acknowledged);
      expect(revision, 'nothing is there that was not sent').toBeLessThanOrEqual(entry.revision);
    }
    const figures = () =>
      db.selectFrom('projectFigures').where('projectId', '=', hall).selectAll().executeTakeFirstOrThrow();
    const before = await figures();
    await recomputeFigures(db, [hall]);
    expect(before, 'kept figures are exact').toEqual(await figures());
  } finally {
    await database.close();
  }
}

const acknowledgedBy = (phones: readonly Phone[]) => phones.reduce((sum, { acknowledged }) => sum + acknowledged, 0);

/** Waits until more is acknowledged than before, at most half a minute. */
async function isAcknowledged(phones: readonly Phone[], before: number): Promise<void> {
  const until = Date.now() + 30_000;
  while (acknowledgedBy(phones) === before && Date.now() < until) await sleep(5);
}

async function survive(store: Store): Promise<void> {
  const port = await freePort();
  const client = new HttpClient(`http://127.0.0.1:${port}`);
  const phones: Phone[] = [];
  for (let round = 0; round < killCount; round += 1) {
    const server: ServerProcess = await startServer(store.environment, port);
    try {
      if (round === 0) {
        await client.signIn(emailOf('mette'));
        const { result } = JSON.parse(await client.ask('participation.listMySessions', { view: 'missing' }));
        const sessionIds = (result.data.rows as { id: string; projectId: string }[]).filter(
          ({ projectId }) => projectId === hall,
        );
        for (let one = 0; one < phoneCount; one += 1)
          phones.push({
            sessionId: sessionIds[one % sessionIds.length]?.id ?? '',
            entry: { ...anEvening(), revision: 1 },
            acknowledged: 0,
          });
      }
      const before = acknowledgedBy(phones);
      const bursts = phones.map((phone) => tapUntilGone(client, phone));
      // However slowly it wakes: it has acknowledged something, and is killed in the middle of more.
      await Promise.race([isAcknowledged(phones, before), Promise.all(bursts)]);
      expect(acknowledgedBy(phones)).toBeGreaterThan(before);
      await sleep(20 + round * 13);
      await server.kill();
      await Promise.all(bursts);
    } finally {
      await server.kill();
    }
  }
  client.close();
  await look(store, phones);
}

describe.concurrent('kill -9 in a burst of registrations, again and again, loses nothing that was acknowledged', () => {
  const home = mkdtempSync(join(tmpdir(), 'forspring-crash-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('on PostgreSQL', { timeout: 900_000 }, async () => {
    const name = `crash_${randomUUID().replaceAll('-', '')}`;
    const admin = new Client({ connectionString: `${inject('postgresUrl')}postgres` });
    await admin.connect();
    await admin.query(`create database ${name} template story`);
    await admin.end();
    const databaseUrl = `${inject('postgresUrl')}${name}`;
    await survive({
      environment: { DATABASE_URL: databaseUrl, DATA_DIR: join(home, 'postgresql') },
      open: () => openDatabase({ databaseUrl, poolSize: 2 }),
    });
  });

  it('on the embedded database', { timeout: 900_000 }, async () => {
    const dataDir = join(home, 'embedded');
    unpackStory(inject('snapshotFile'), dataDir);
    await survive({
      environment: { DATA_DIR: dataDir },
      open: () => openDatabase({ dataDir: join(dataDir, 'database') }),
    });
  });
});
