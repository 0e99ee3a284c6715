import { describe, expect, it } from 'vitest';
import type { FrozenEvaluation } from './frozen-evaluation.ts';
import { differencesOf, partOf } from './frozen-difference.ts';

const frozen = { process: { visitCount: 25, reach: null }, goals: [{ measurements: [{ value: 0.6 }] }], worked: 'Mad' };
const of = (more: object) => ({ ...frozen, ...more }) as unknown as FrozenEvaluation;

describe('what differs between two frozen forms', () => {
  it('is nothing when they are alike, whatever the order of their keys', () => {
    expect(differencesOf(of({}), of({ goals: frozen.goals, process: { reach: null, visitCount: 25 } }))).toEqual([]);
  });

  it('is told leaf by leaf, with what was and what is', () => {
    const later = of({
      process: { visitCount: 26, reach: { lower: 9 } },
      goals: [{ measurements: [{ value: 0.5 }, { value: 0.7 }] }],
    });
    expect(differencesOf(of({}), later)).toEqual([
      { path: 'process.visitCount', from: '25', to: '26' },
      { path: 'process.reach', from: null, to: '{"lower":9}' },
      { path: 'goals.0.measurements.0.value', from: '0.6', to: '0.5' },
      { path: 'goals.0.measurements.1', from: null, to: '{"value":0.7}' },
    ]);
  });

  it('belongs to a part of the evaluation', () => {
    expect(
      ['process.visitCount', 'worked', 'dataVersion.claimLadder', 'budget.lines.0.amountOere'].map(partOf),
    ).toEqual(['process', 'texts', 'definitions', 'budget']);
  });
});
