import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Case } from './compare.ts';

/** Every reference case in a folder, by default this one, file by file. */
export function readCases(folder: string = import.meta.dirname): Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case[]);
}
