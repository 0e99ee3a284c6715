import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { Client } from 'pg';
import { clockFrom } from '@forspring/api/kernel/clock';
import type { Context } from '@forspring/api/kernel/context';
import type { Letter, Post } from '@forspring/api/kernel/post';
import { type Seal, sealWith } from '@forspring/api/kernel/seal';
import { callerFactory } from '@forspring/api/kernel/wire';
import { findActor } from '@forspring/api/shell/actor-of';
import { appRouter, linkRouter } from '@forspring/api/shell/app-router';
import { findKiosk } from '@forspring/api/shell/kiosk-of';
import { openSignIn } from '@forspring/api/shell/sign-in';
import { type Database, openDatabase } from '@forspring/database/open-database';
import { type Kysely } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { Tables } from '@forspring/database/tables';
import { storyNow } from './story-snapshot.ts';

const makeCaller = callerFactory(appRouter);
export type Caller = ReturnType<typeof makeCaller>;
const makeLinkCaller = callerFactory(linkRouter);

/** The sample story in a fresh database, and callers for its people. */
export interface Stage {
  database: Database;
  /** Typed SQL for looking behind the scene. */
  db: Kysely<Tables>;
  /** A caller for the person with this e-mail; null for somebody who is not signed in. */
  as(email: string | null, now?: Date, post?: Post): Promise<Caller>;
  /** Signs in as a browser would; the user's id, or null when e-mail and password do not belong together. */
  signsIn(email: string, password: string): Promise<string | null>;
  /** A caller for a browser with this kiosk secret; nobody when the kiosk has ended. */
  atKiosk(token: string, now?: Date): Promise<Caller>;
  /** A caller for whoever holds a public link. */
  atLink(now?: Date): ReturnType<typeof makeLinkCaller>;
  /** The seal of the installation under test. */
  seal: Seal;
  /** The secrets of kiosks opened so far, latest last, as their browsers got them. */
  kioskTokens: string[];
  /** Letters sent so far. */
  letters: Letter[];
}

export { newId } from './new-id.ts';

/**
 * Runs the same tests on the embedded database and on PostgreSQL. The database of a block is shared by its tests;
 * `stage()` is ready inside them.
 */
export function onBothDatabases(name: string, tests: (stage: () => Stage) => void): void {
  describe.each(['embedded', 'postgresql'] as const)(`${name} (%s)`, (kind) => {
    let stage: Stage | undefined;
    let drop = async () => {};

    beforeAll(async () => {
      let database: Database;
      if (kind === 'embedded') {
        database = await openDatabase({ dataDir: null, snapshotFile: inject('snapshotFile') });
      } else {
        const databaseName = `test_${randomUUID().replaceAll('-', '')}`;
        const base = inject('postgresUrl');
        const admin = new Client({ connectionString: `${base}postgres` });
        await admin.connect();
        await admin.query(`create database ${databaseName} template story`);
        await admin.end();
        database = await openDatabase({ databaseUrl: `${base}${databaseName}`, poolSize: 4 });
      }
      drop = () => database.close();
      stage = stageOf(database);
    }, 60_000);

    afterAll(() => drop());

    tests(() => {
      if (!stage) throw new Error('The stage is ready inside tests only.');
      return stage;
    });
  });
}

/** Callers and letters over any open database, for tests that need another than the story. */
export function stageOf(database: Database): Stage {
  const letters: Letter[] = [];
  const baseUrl = 'http://localhost:3000';
  const signIn = openSignIn({ database, baseUrl, origins: [baseUrl], secret: randomUUID(), limitsRate: false });
  const kioskTokens: string[] = [];
  const seal = sealWith('the secret of the tests');
  const contextOf = (who: Pick<Context, 'actor' | 'kiosk'>, now: Date, post?: Post): Omit<Context, 'em'> => {
    return {
      ...who,
      browser: {
        signInId: null,
        becomeKiosk: (token) => void kioskTokens.push(token),
        leaveKiosk: () => {},
      },
      clock: clockFrom(now),
      post: post ?? {
        send: async (letter) => void letters.push(letter),
        list: async () => letters.map((letter) => ({ ...letter, at: now.toISOString() })),
      },
      seal,
      baseUrl,
      isStory: true,
    };
  };
  // A new request has a manager of its own; a caller may be used for several.
  const callerOf = (...parts: Parameters<typeof contextOf>): Caller => {
    const context = contextOf(...parts);
    return makeCaller(() => ({ ...context, em: database.fork() }));
  };
  return {
    database,
    db: reader(database.fork()),
    letters,
    signsIn: async (email, password) => {
      const answer = await signIn.api.signInEmail({ body: { email, password } }).catch(() => null);
      return answer?.user.id ?? null;
    },
    kioskTokens,
    seal,
    atLink: (now = storyNow) => {
      const context = contextOf({ actor: null, kiosk: null }, now);
      return makeLinkCaller(() => ({ ...context, em: database.fork() }));
    },
    as: async (email, now = storyNow, post) => {
      const em = database.fork();
      const user =
        email === null
          ? null
          : await reader(em).selectFrom('appUser').where('email', '=', email).select('id').executeTakeFirstOrThrow();
      return callerOf({ actor: user ? await findActor(em, user.id) : null, kiosk: null }, now, post);
    },
    atKiosk: async (token, now = storyNow) =>
      callerOf({ actor: null, kiosk: await findKiosk(database.fork(), token, now) }, now),
  };
}
