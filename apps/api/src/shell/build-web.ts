import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const sources = ['apps/web', 'packages/ui', 'packages/domain', 'packages/statistics'].map((path) => join(root, path));

function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

/** Builds the SPA unless the last build is newer than every source; answers where it lies. */
export function buildWeb(): string {
  const built = join(dist, 'index.html');
  const lockfile = statSync(join(root, 'pnpm-lock.yaml')).mtimeMs;
  const newest = Math.max(lockfile, ...sources.map(newestIn));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return dist;
  const require = createRequire(join(web, 'package.json'));
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  // In a process of its own: the bundler's memory is given back before the server starts.
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: web, stdio: 'inherit' });
  if (status !== 0) throw new Error('The web application could not be built.');
  return dist;
}
