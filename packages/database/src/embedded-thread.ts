import { mkdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { parse } from 'postgres-array';

/** What the main thread asks of this one. */
export type Ask =
  | { id: number; do: 'query'; sql: string; params?: unknown[]; inTransaction: boolean }
  | { id: number; do: 'exec'; sql: string }
  | { id: number; do: 'begin' | 'commit' | 'rollback' | 'close' | 'dump' };

const { dataDir, snapshotFile } = workerData as { dataDir: string | null; snapshotFile: string | null };
const port = parentPort;
if (!port) throw new Error('The embedded database runs in a thread of its own.');

let lock: DatabaseSync | null = null;
let open: { tx: Transaction; end: (how: 'commit' | 'rollback') => void; ended: Promise<unknown> } | null = null;

/**
 * PGlite takes no lock of its own, and two processes on one directory lose committed rows without a word. An open
 * exclusive SQLite transaction beside the directory is freed by the kernel even after a kill -9.
 */
function holdLock(directory: string): void {
  lock = new DatabaseSync(`${directory}.lock`);
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch {
    throw new Error('databaseInUse');
  }
}

async function start(): Promise<PGlite> {
  const parsers = createPostgreSqlTypeParsers((text: string) => parse(text));
  if (dataDir === null) {
    if (snapshotFile === null) return PGlite.create({ parsers });
    return PGlite.create({ parsers, loadDataDir: new Blob([readFileSync(snapshotFile)]) });
  }
  mkdirSync(dataDir, { recursive: true });
  holdLock(dataDir);
  return PGlite.create({ dataDir, parsers });
}

/** Opens a transaction that stays open until it is told how to end; whoever ends it waits until PostgreSQL has. */
async function begin(db: PGlite): Promise<void> {
  const begun = Promise.withResolvers<Transaction>();
  const decided = Promise.withResolvers<'commit' | 'rollback'>();
  const ended = db.transaction(async (tx) => {
    begun.resolve(tx);
    if ((await decided.promise) === 'rollback') await tx.rollback();
  });
  ended.catch(begun.reject);
  open = { tx: await begun.promise, end: decided.resolve, ended };
}

async function answer(db: PGlite, ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'query': {
      const target = ask.inTransaction && open ? open.tx : db;
      const { rows, affectedRows } = await target.query(ask.sql, ask.params, { rowMode: 'object' });
      return { rows, affectedRows };
    }
    case 'exec':
      return void (await db.exec(ask.sql));
    case 'begin':
      return begin(db);
    case 'commit':
    case 'rollback': {
      const ending = open;
      open = null;
      ending?.end(ask.do);
      return ending?.ended;
    }
    case 'dump':
      return new Uint8Array(await (await db.dumpDataDir('gzip')).arrayBuffer());
    case 'close':
      await db.close();
      return lock?.close();
  }
}

/** Errors cross the thread as plain values: PostgreSQL's code and detail must survive for the ORM to map them. */
function plainError(error: unknown): object {
  const source = error as Record<string, unknown>;
  const kept: Record<string, unknown> = { message: error instanceof Error ? error.message : String(error) };
  for (const name of ['code', 'detail', 'constraint', 'table', 'column', 'schema', 'severity', 'name'])
    if (typeof source[name] === 'string') kept[name] = source[name];
  return kept;
}

const started = start();
started.then(
  () => port.postMessage({ ready: true }),
  (error) => port.postMessage({ ready: false, error: plainError(error) }),
);

port.on('message', (ask: Ask) => {
  void started
    .then((db) => answer(db, ask))
    .then(
      (value) => port.postMessage({ id: ask.id, value }),
      (error) => port.postMessage({ id: ask.id, error: plainError(error) }),
    );
});
