import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import methods from './adapter.ts';

type Case = { id: string; method: string; input: never; expected: unknown; tolerance: { abs: number; rel: number } };

const cases = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Case[]);

/** Where an output differs from what is expected: every number within the tolerance, null exactly null (NaN and Infinity would be printed). */
function differences(got: unknown, expected: unknown, tolerance: Case['tolerance'], path = ''): string[] {
  if (expected !== null && typeof expected === 'object') {
    if (
      got === null ||
      typeof got !== 'object' ||
      (Array.isArray(expected) && expected.length !== (got as unknown[]).length)
    )
      return [`${path}: another shape`];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences((got as Record<string, unknown>)[name], value, tolerance, `${path}.${name}`),
    );
  }
  const near =
    typeof expected === 'number' && typeof got === 'number'
      ? Math.abs(got - expected) <= tolerance.abs + tolerance.rel * Math.abs(expected)
      : got === expected;
  return near ? [] : [`${path}: ${String(got)} instead of ${String(expected)}`];
}

describe('the reference cases', () => {
  it('exist for every method', () => {
    expect([...new Set(cases.map((one) => one.method))].toSorted()).toEqual(Object.keys(methods).toSorted());
  });

  it.each(cases)('$id', ({ method, input, expected, tolerance }) => {
    const run = methods[method as keyof typeof methods] as (input: never) => unknown;
    expect(differences(run(input), expected, tolerance)).toEqual([]);
  });
});
