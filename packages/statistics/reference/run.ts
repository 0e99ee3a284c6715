import methods from './adapter.ts';
import { runCases, tally } from './compare.ts';
import { readCases } from './read-cases.ts';

/** `node packages/statistics/reference/run.ts [folder]`: the reference cases of this folder, or of another, through the methods. */
const outcomes = runCases(readCases(process.argv[2]), methods);
for (const { id, differences } of outcomes)
  if (differences?.length) console.error(`${id}: ${differences.slice(0, 3).join(' | ')}`);
console.info(tally(outcomes));
process.exitCode = tally(outcomes).endsWith(' 0 failed, 0 skipped') ? 0 : 1;
