/** The API restarted on change, and Vite's own server in front of it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const require = createRequire(join(root, 'apps/web/package.json'));
const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
const apiPort = '3001';
const webPort = process.env.PORT ?? '3000';

const api = spawn(
  process.execPath,
  ['--watch-path=apps/api/src', '--watch-path=packages', '--watch-preserve-output', 'apps/api/src/shell/start.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PORT: apiPort, BASE_URL: `http://localhost:${webPort}` } },
);
const web = spawn(process.execPath, [vite, '--port', webPort, '--strictPort'], {
  cwd: join(root, 'apps/web'),
  stdio: 'inherit',
  env: { ...process.env, API_PORT: apiPort },
});
for (const child of [api, web])
  child.on('exit', (code) => {
    api.kill();
    web.kill();
    process.exitCode = code ?? 0;
  });
