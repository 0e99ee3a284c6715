import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the web application and tells the story once; each journey's own server starts from both. */
export default function setup(): void {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'raise-stage.ts')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const snapshot = stdout.trim().split('\n').at(-1);
  if (status !== 0 || !snapshot) throw new Error('The journeys have no stage.');
  process.env.JOURNEY_STORY = snapshot;
}
