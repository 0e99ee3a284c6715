import { join } from 'node:path';
import { build } from 'vite';
import methods from '../../packages/statistics/reference/adapter.ts';
import { type Case, runCases, tally } from '../../packages/statistics/reference/compare.ts';
import { readCases } from '../../packages/statistics/reference/read-cases.ts';
import { expect, test } from './stage.ts';

const root = join(import.meta.dirname, '../..');
const origin = 'http://statistics.test';

/** The methods bundled and made small as the web application's own code is. */
async function builtMethods(): Promise<string> {
  const bundles = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(root, 'packages/statistics/reference/adapter.ts'), formats: ['es'] },
    },
  })) as { output: { code?: string }[] }[];
  return bundles[0]?.output[0]?.code ?? '';
}

type Question = Pick<Case, 'id' | 'method' | 'input'>;

/** A grid of questions beside the cases: where the functions inside every method could round apart. */
function grid(): Question[] {
  const probabilities = [1e-12, 1e-5, 0.001, 0.025, 0.3, 0.5, 0.84, 0.975, 0.9999];
  const sizes = [0.3, 1, 2.5, 7, 19.9, 20.1, 99, 101, 1234.5, 88_000];
  const asked: [string, unknown][] = probabilities.flatMap((p) => [
    ['dist.normalQuantile', { p }],
    ...sizes.flatMap((size): [string, unknown][] => [
      ['dist.tQuantile', { p, df: size }],
      ['dist.gammaQuantile', { p, shape: size, scale: 0.7 }],
      ['dist.betaQuantile', { p, a: size, b: 3.3 }],
      ['dist.poissonCdf', { x: size * p * 2, mean: size }],
      ['dist.logGamma', { x: size * p }],
    ]),
  ]);
  return asked.map(([method, input], i) => ({ id: `grid-${i}`, method, input }));
}

/** Every number of an answer to its last bit, also −0 and what must not be there at all. */
function toTheBit(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? `${Object.is(value, -0) ? '-' : ''}${value}`
      : value,
  );
}

test('the browser computes every reference case, and a grid beside them, to the same bit as the server', async ({
  page,
}) => {
  const cases = readCases();
  const questions: Question[] = [...cases, ...grid()];

  const code = await builtMethods();
  await page.route(`${origin}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Statistics</title>' }),
  );
  await page.goto(`${origin}/`);
  const answers = await page.evaluate(
    async ({ address, asked, write }) => {
      const { default: adapter } = (await import(address)) as { default: Record<string, (input: unknown) => unknown> };
      // oxlint-disable-next-line typescript/no-implied-eval -- the same function writes the answers on both sides
      const toText = new Function(`return ${write}`)() as (answer: unknown) => string;
      return asked.map(({ method, input }) => toText(adapter[method]?.(input)));
    },
    { address: `${origin}/methods.js`, asked: questions, write: toTheBit.toString() },
  );

  const run = methods as unknown as Record<string, (input: unknown) => unknown>;
  const apart = questions.filter(
    ({ method, input }, i) => answers[i] !== toTheBit(run[method]?.(structuredClone(input))),
  );
  expect(apart.map(({ id }) => id)).toEqual([]);
  expect(answers).toHaveLength(253 + 459);
  expect(tally(runCases(cases, methods))).toBe('253 passed, 0 failed, 0 skipped');
});
