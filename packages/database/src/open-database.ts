import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EntityManager as BaseManager, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { EmbeddedDatabase } from './embedded.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/list.ts';

export type EntityManager = SqlEntityManager;

/** An open database: the ORM, which kind it is, and how to close it. */
export interface Database {
  orm: MikroORM;
  /** A manager for one request: its own identity map. */
  fork(): EntityManager;
  kind: 'embedded' | 'postgresql';
  migrate(): Promise<void>;
  /** An embedded database as an archive; refused on PostgreSQL, which has tools of its own. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Where {
  /** A PostgreSQL 15 or newer; when absent the embedded database is used. */
  databaseUrl?: string | undefined;
  /** Directory of the embedded database; null keeps it in memory. */
  dataDir?: string | null;
  poolSize?: number;
  /** A dump to start an embedded database in memory from. */
  snapshotFile?: string;
}

const shared = {
  entities,
  extensions: [Migrator],
  forceUtcTimezone: true,
  discovery: { warnWhenNoEntities: false },
  migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration' },
  serialization: { forceObject: true },
  allowGlobalContext: false,
  // The ORM and its migrator would print to the console; what goes wrong is thrown.
  logger: () => {},
};

/**
 * Opens PostgreSQL by its address, or the embedded database in `dataDir` (held by a lock: a second process is refused
 * with `databaseInUse`). Does not migrate.
 */
export async function openDatabase({
  databaseUrl,
  dataDir = null,
  poolSize = 10,
  snapshotFile,
}: Where): Promise<Database> {
  if (databaseUrl) {
    const [{ MikroORM: Orm }, { types }, { PreparedClient }] = await Promise.all([
      import('@mikro-orm/postgresql'),
      import('pg'),
      import('./prepared-client.ts'),
    ]);
    // Counts and øre come as numbers on both databases; both stay far below 2^53.
    types.setTypeParser(20, Number);
    const orm = await Orm.init({
      ...shared,
      clientUrl: databaseUrl,
      pool: { min: 0, max: poolSize },
      driverOptions: { Client: PreparedClient },
    });
    return wrap(orm, 'postgresql', null);
  }
  if (dataDir !== null) mkdirSync(dirname(dataDir), { recursive: true });
  const embedded = new EmbeddedDatabase(dataDir, snapshotFile ?? null);
  await embedded.waitReady;
  const { MikroORM: Orm } = await import('@mikro-orm/pglite');
  const orm = await Orm.init({ ...shared, dbName: 'postgres', driverOptions: { pglite: () => embedded } });
  return wrap(orm, 'embedded', embedded);
}

function wrap(orm: MikroORM, kind: Database['kind'], embedded: EmbeddedDatabase | null): Database {
  return {
    orm,
    kind,
    fork: () => (orm.em as BaseManager).fork() as unknown as EntityManager,
    migrate: async () => void (await orm.migrator.up()),
    dump: async () => {
      if (!embedded) throw new Error('Use pg_dump for PostgreSQL.');
      return embedded.dump();
    },
    close: async () => {
      await orm.close(true);
      await embedded?.close();
    },
  };
}
