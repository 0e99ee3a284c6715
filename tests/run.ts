import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** A JSON report to count tests in. */
  report?: string;
}

const types: Step = { name: 'types', command: ['tsc', '-p', '.'] };
const format: Step = { name: 'format', command: ['oxfmt', '--check', '.'] };
const lint: Step = { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] };
const deadCode: Step = { name: 'dead code', command: ['knip'] };

const vitest = (name: string, projects: string[]): Step => ({
  name,
  command: [
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${name}.json`,
  ],
  report: `${name}.json`,
});

const plans: Record<string, Step[]> = {
  check: [types, format, lint, deadCode, vitest('rules', ['rules', 'screens'])],
  journeys: [{ name: 'journeys', command: ['playwright', 'test'], report: 'journeys.json' }],
};
plans.test = [
  ...(plans.check ?? []),
  vitest('database', ['database']),
  // Each kill costs a start; `pnpm crashes` kills twenty times.
  { ...vitest('crashes', ['crashes']), env: { CRASH_KILLS: '4' } },
  ...(plans.journeys ?? []),
];

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

function count(report: string): Count {
  const path = join(results, report);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const read = JSON.parse(readFileSync(path, 'utf8'));
  if (read.stats) {
    const { expected, unexpected, flaky, skipped } = read.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

const wanted = process.argv[2] ?? 'test';
const plan = plans[wanted];
if (!plan) throw new Error(`There is no run called ${wanted}; there are ${Object.keys(plans).join(', ')}.`);

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];
for (const { name, command, report, env } of plan) {
  const startedAt = Date.now();
  console.info(`\n▸ ${name}`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const counted = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
  // A run that was asked for tests and ran none proves nothing.
  const isEmpty = report !== undefined && counted.passed + counted.failed === 0;
  if (status !== 0 || counted.failed > 0 || isEmpty) broken.push(name);
  console.info(
    `  ${name}: ${broken.includes(name) ? 'failed' : 'passed'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
  );
}
if (broken.length > 0) console.info(`\nFailed: ${broken.join(', ')}`);
console.info(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken.length > 0 || total.skipped > 0 ? 1 : 0);
