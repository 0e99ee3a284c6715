import { Worker } from 'node:worker_threads';
import type { Ask } from './embedded-thread.ts';

interface Rows {
  rows: unknown[];
  affectedRows?: number;
}

type Asked = Ask extends infer One ? (One extends Ask ? Omit<One, 'id'> : never) : never;

/**
 * PostgreSQL inside the process, in a thread of its own so that a slow query never stalls requests. Has the part of
 * PGlite's interface that the ORM uses. `dataDir` null keeps everything in memory, starting
 * from `snapshotFile` when given. Rejects with `databaseInUse` when
 * another process holds the directory. Safe against a killed process, not against power loss (PGlite never syncs).
 */
export class EmbeddedDatabase {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly waitReady: Promise<void>;
  ready = false;
  closed = false;
  #lastId = 0;

  constructor(dataDir: string | null, snapshotFile: string | null = null) {
    this.#thread = new Worker(new URL('./embedded-thread.ts', import.meta.url), {
      workerData: { dataDir, snapshotFile },
    });
    this.waitReady = new Promise((resolve, reject) => {
      this.#thread.on('message', (message) => {
        if (message.ready === true) {
          this.ready = true;
          resolve();
        } else if (message.ready === false) reject(revive(message.error));
        else this.#settle(message);
      });
      this.#thread.on('error', (error) => {
        reject(error);
        for (const one of this.#waiting.values()) one.reject(error);
        this.#waiting.clear();
      });
    });
  }

  query(sql: string, params?: unknown[]): Promise<Rows> {
    return this.#ask({ do: 'query', sql, params, inTransaction: false });
  }

  exec(sql: string): Promise<void> {
    return this.#ask({ do: 'exec', sql });
  }

  /** The whole database as a gzipped archive, to be opened again as `snapshotFile`. */
  dump(): Promise<Uint8Array> {
    return this.#ask({ do: 'dump' });
  }

  async transaction(work: (tx: { query: EmbeddedDatabase['query'] }) => Promise<void>): Promise<void> {
    await this.#ask({ do: 'begin' });
    try {
      await work({ query: (sql, params) => this.#ask({ do: 'query', sql, params, inTransaction: true }) });
    } catch (error) {
      await this.#ask({ do: 'rollback' });
      throw error;
    }
    await this.#ask({ do: 'commit' });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.ready) await this.#ask({ do: 'close' });
    await this.#thread.terminate();
  }

  #ask<Value>(ask: Asked): Promise<Value> {
    const id = ++this.#lastId;
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread.postMessage({ ...ask, id });
    });
  }

  #settle(message: { id: number; value?: never; error?: object }): void {
    const one = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) one?.reject(revive(message.error));
    else one?.resolve(message.value as never);
  }
}

function revive(plain: object): Error {
  return Object.assign(new Error((plain as { message: string }).message), plain);
}
