import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
  skipped: number;
  /** What failed: the file, the test's name and why, told again at the end of the run. */
  failures: string[];
}

interface PlaywrightSuite {
  specs: { ok: boolean; title: string; file: string; tests: { results: { error?: { message?: string } }[] }[] }[];
  suites?: PlaywrightSuite[];
}

function told(file: string, name: string, why = ''): string {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('/node_modules/'));
  return [`${relative(root, file)} › ${name}`, ...lines.slice(0, 8)].join('\n    ');
}

function brokenJourneys({ specs, suites = [] }: PlaywrightSuite): string[] {
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        told(join(root, 'tests/journeys', file), title, tests[0]?.results.at(-1)?.error?.message),
      ),
    ...suites.flatMap(brokenJourneys),
  ];
}

interface VitestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

function brokenTests({ name, status, message, assertionResults }: VitestFile): string[] {
  const broken = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => told(name, test.fullName, test.failureMessages[0]));
  // A file that could not be read has no tests to tell of.
  return broken.length === 0 && status === 'failed' ? [told(name, 'the file', message)] : broken;
}

function count(report: string): Count {
  const path = join(results, report);
  if (!existsSync(path)) return { passed: 0, skipped: 0, failures: [`${report} was not written`] };
  const read = JSON.parse(readFileSync(path, 'utf8'));
  if (read.stats) {
    const { expected, flaky, skipped } = read.stats;
    const failures = [
      ...read.suites.flatMap(brokenJourneys),
      ...read.errors.map((error: { message?: string }) => told(report, 'the run', error.message)),
      ...(flaky > 0 ? [`${flaky} journeys passed only when tried again`] : []),
    ];
    return { passed: expected, skipped, failures };
  }
  return {
    passed: read.numPassedTests,
    skipped: read.numPendingTests + read.numTodoTests,
    failures: read.testResults.flatMap(brokenTests),
  };
}

const wanted = process.argv[2] ?? 'test';
const plan = plans[wanted];
if (!plan) throw new Error(`There is no run called ${wanted}; there are ${Object.keys(plans).join(', ')}.`);

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, skipped: 0, failures: [] };
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
  const counted = report ? count(report) : { passed: 0, skipped: 0, failures: [] };
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  total.failures.push(...counted.failures);
  // A run that was asked for tests and ran none proves nothing.
  const isEmpty = report !== undefined && counted.passed + counted.failures.length === 0;
  if (status !== 0 || counted.failures.length > 0 || isEmpty) broken.push(name);
  console.info(
    `  ${name}: ${broken.includes(name) ? 'failed' : 'passed'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
  );
}
if (broken.length > 0) console.info(`\nFailed: ${broken.join(', ')}`);
for (const failure of total.failures) console.info(`\n  ✗ ${failure}`);
console.info(`\n${total.passed} passed, ${total.failures.length} failed, ${total.skipped} skipped`);
process.exit(broken.length > 0 || total.skipped > 0 ? 1 : 0);
