import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '@forspring/database/open-database';
import { tellStory } from '@forspring/samples/story';
import { storyGate } from '@forspring/api/features/evaluation/story-gate';
import { startPostgres } from './postgres-server.ts';
import { storyNow, storySnapshot, storyToday } from './story-snapshot.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    snapshotFile: string;
  }
}

/** Starts a real PostgreSQL server, with the story in a template database, and dumps the story for the embedded one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const admin = new Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('create database story');
  await admin.end();
  const database = await openDatabase({ databaseUrl: server.url('story'), poolSize: 2 });
  await database.migrate();
  await tellStory({ em: database.fork(), anchorOn: storyToday, now: storyNow, gate: storyGate });
  await database.close();
  project.provide('postgresUrl', server.url(''));
  project.provide('snapshotFile', await storySnapshot());
  return () => server.stop();
}
