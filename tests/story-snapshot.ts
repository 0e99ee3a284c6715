import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@forspring/database/open-database';
import { tellStory } from '@forspring/samples/story';
import { storyGate } from '@forspring/api/features/evaluation/story-gate';

/** The day all tests live on: Friday 13 November 2026, 19.30 in Denmark. */
export const storyNow = new Date('2026-11-13T18:30:00Z');
export const storyToday = '2026-11-13';

const root = join(import.meta.dirname, '..');
const sources = ['database', 'domain', 'samples', 'calendar'].map((name) => join(root, 'packages', name, 'src'));
/** What an approved evaluation is frozen with follows from the gate too. */
const gateSources = [
  ...['gate', 'gate-parts', 'gate-reading', 'survey-results', 'survey-measures'].map((name) =>
    join('kernel', `${name}.ts`),
  ),
  ...['withheld-numbers', 'frozen-surveys', 'shown-process'].map((name) =>
    join('features', 'evaluation', `${name}.ts`),
  ),
].map((path) => join(root, 'apps', 'api', 'src', path));

function hashOf(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashOf(path, hash);
    else if (!entry.name.endsWith('.test.ts')) hash.update(path).update(readFileSync(path));
  }
}

/** A dump of the embedded database with the story in it, made anew only when its sources changed. */
export async function storySnapshot(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of sources) hashOf(folder, hash);
  for (const path of gateSources) hash.update(readFileSync(path));
  const folder = join(root, 'node_modules/.cache/forspring');
  const file = join(folder, `story-${hash.digest('hex').slice(0, 16)}.tgz`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase({ dataDir: null });
  await database.migrate();
  await tellStory({ em: database.fork(), anchorOn: storyToday, now: storyNow, gate: storyGate });
  const dump = await database.dump();
  await database.close();
  writeFileSync(`${file}.${process.pid}`, dump);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
