import { describe, expect, it } from 'vitest';

import methods from './adapter.ts';
import { type Case, runCases, tally } from './compare.ts';
import { readCases } from './read-cases.ts';

const cases = readCases();

/** Numbers that must not be printed, and places that are null, anywhere in an answer. */
function search(value: unknown, path = ''): { path: string; isNull: boolean }[] {
  if (value === null || value === undefined) return [{ path, isNull: true }];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [{ path, isNull: false }];
  if (typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([name]) => name !== 'reason' && name !== 'reasons')
    .flatMap(([name, inside]) => search(inside, `${path}.${name}`));
}

function answerOf({ method, input }: Case): Record<string, unknown> {
  const run = methods[method as keyof typeof methods] as (input: unknown) => Record<string, unknown>;
  return run(structuredClone(input));
}

describe('the reference cases', () => {
  it('exist for every method', () => {
    expect([...new Set(cases.map((one) => one.method))].toSorted()).toEqual(Object.keys(methods).toSorted());
  });

  it('all pass: 253 passed, 0 failed, 0 skipped', () => {
    const outcomes = runCases(cases, methods);
    expect(outcomes.filter(({ differences }) => differences === null || differences.length > 0)).toEqual([]);
    expect(tally(outcomes)).toBe('253 passed, 0 failed, 0 skipped');
  });

  it('are failed by a wrong number, a missing method and a method that throws', () => {
    const [one] = cases;
    const wrong = runCases([one!], { [one!.method]: () => ({}) });
    const thrown = runCases([one!], {
      [one!.method]: () => {
        throw new Error('no');
      },
    });
    expect([tally(wrong), tally(thrown), tally(runCases([one!], {}))]).toEqual([
      '0 passed, 1 failed, 0 skipped',
      '0 passed, 1 failed, 0 skipped',
      '0 passed, 0 failed, 1 skipped',
    ]);
  });

  it('never lead to NaN or an infinity', () => {
    const found = cases.flatMap((one) =>
      search(answerOf(one))
        .filter(({ isNull }) => !isNull)
        .map(({ path }) => `${one.id}${path}`),
    );
    expect(found).toEqual([]);
  });

  it('say why wherever a number is missing', () => {
    const silent = cases.filter((one) => {
      // An adjusted p-value is missing only where none was given; an unbounded cell has no upper end.
      if (one.method.startsWith('multi.') || one.method === 'suppress.attack') return false;
      const answer = answerOf(one);
      const reasons = [answer.reason, ...((answer.reasons as unknown[] | undefined) ?? [])];
      return search(answer).length > 0 && reasons.every((reason) => reason === null || reason === undefined);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('have no interval of no width, but where nothing varies by definition', () => {
    const flat = cases.filter((one) => {
      const { lower, upper } = answerOf(one);
      return typeof lower === 'number' && lower === upper;
    });
    // The limits of a variance may both be 0: the districts agree better than chance allows.
    expect(flat.map(({ id }) => id)).toEqual(['meta.tau2.qprofile-04']);
  });
});
