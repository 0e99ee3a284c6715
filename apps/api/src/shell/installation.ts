import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Database, openDatabase } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { tellStory } from '@forspring/samples/story';
import { storyGate } from '../features/evaluation/story-gate.ts';
import { type Clock, clockFrom } from '../kernel/clock.ts';
import { startDailyDisposal } from './daily-disposal.ts';
import { folderPost, smtpPost } from './post.ts';
import { secretIn } from './secret.ts';
import { buildServer } from './server.ts';
import type { Settings } from './settings.ts';
import { openSignIn } from './sign-in.ts';

/** A running installation: its server (not yet listening), its database and how to stop both. */
export interface Installation {
  app: FastifyInstance;
  database: Database;
  clock: Clock;
  stop(): Promise<void>;
}

/** Opens and migrates the database, tells the sample story if the database is empty, and builds the server. */
export async function openInstallation(settings: Settings, webDir: string | null): Promise<Installation> {
  const clock = clockFrom(settings.fixedNow);
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl,
    dataDir: join(settings.dataDir, 'database'),
  });
  await database.migrate();
  const isStory = await tellStoryIfEmpty(database, clock, settings.tellsStory);
  const origins = [settings.baseUrl, `http://localhost:${settings.port}`, `http://127.0.0.1:${settings.port}`];
  const secret = secretIn(settings.dataDir, settings.secret);
  const signIn = openSignIn({
    database,
    baseUrl: settings.baseUrl,
    origins,
    secret,
    limitsRate: settings.limitsRate,
  });
  const post = settings.smtpUrl
    ? smtpPost(settings.smtpUrl, settings.mailFrom)
    : folderPost(join(settings.dataDir, 'mail'), clock);
  const app = await buildServer({
    database,
    signIn,
    secret,
    clock,
    post,
    baseUrl: settings.baseUrl,
    isStory,
    limitsRate: settings.limitsRate,
    logLevel: settings.logLevel,
    webDir,
  });
  const disposal = startDailyDisposal(database, clock, (error) => app.log.error(error, 'disposal'));
  return {
    app,
    database,
    clock,
    stop: async () => {
      await disposal.stop();
      await app.close();
      await database.close();
    },
  };
}

/** Whether the sample story is what this database holds. A database with anything in it is never touched. */
async function tellStoryIfEmpty(database: Database, clock: Clock, wanted: boolean): Promise<boolean> {
  const em = database.fork();
  const known = await reader(em).selectFrom('municipality').select('isSample').limit(1).executeTakeFirst();
  if (known) return known.isSample;
  const anyone = await reader(em).selectFrom('appUser').select('id').limit(1).executeTakeFirst();
  if (anyone || !wanted) return false;
  await tellStory({ em: database.fork(), anchorOn: clock.today(), now: clock.now(), gate: storyGate });
  return true;
}
