import { describe, expect, it } from 'vitest';
import { defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import type { SurveyItem } from '@forspring/domain/surveys/survey-item';
import type { SurveyTally } from '@forspring/domain/surveys/survey-tally';
import { newcombe, newcombePaired } from '@forspring/statistics/proportions';
import { surveyGate } from './survey-results.ts';
import { measuresOf } from './survey-measures.ts';

const { adult } = starterItems;
const items: SurveyItem[] = [{ id: 'adult', ...adult, options: [...adult.options], counted: [0] }];
const gate = surveyGate('municipality', 'specific', thresholdsFrom(defaultThresholds));
const round = (kind: 'before' | 'after') => ({
  waveId: kind,
  kind,
  on: '2026-05-01',
  askedCount: 50,
  answerCount: 40,
  doubleCount: 0,
});

/** Forty who answered twice: so many said yes both times, gained it, lost it. */
function measureOf([kept, gained, lost]: readonly [number, number, number], n = 40) {
  const of = (yes: number) => [[0, n - yes] as const, [1, yes] as const];
  const tally: SurveyTally = {
    links: [{ waveId: 'after', linkedCount: n, onlyBeforeCount: 0, onlyAfterCount: 0 }],
    measures: [
      {
        itemId: 'adult',
        levels: [
          { waveId: 'before', values: of(kept + lost) },
          { waveId: 'after', values: of(kept + gained) },
        ],
        changes: [
          {
            waveId: 'after',
            startedCount: n,
            linkedCount: n,
            before: of(kept + lost),
            after: of(kept + gained),
            moved: [
              [-1, lost],
              [0, n - gained - lost],
              [1, gained],
            ],
            leftBefore: [],
            leftAfter: [],
          },
        ],
      },
    ],
    traits: [],
  };
  const [measure] = measuresOf(items, [round('before'), round('after')], { tally, gate });
  if (measure === undefined) throw new Error('It measures nothing');
  return measure;
}
const differenceOf = (moved: Parameters<typeof measureOf>[0]) => measureOf(moved).changes[0]?.difference;

describe('the change of a share among the same people', () => {
  it('has the paired interval where enough moved each way', () => {
    const { diff, lower, upper } = newcombePaired({ a: 12, b: 9, c: 5, d: 14, conf: 0.95 });
    expect(differenceOf([12, 9, 5])).toEqual({ kind: 'value', value: { estimate: diff, lower, upper, n: 40 } });
  });

  it('has that of two groups where so few moved one way that it would tell how many', () => {
    for (const lost of [0, 1, 4]) {
      const { diff, lower, upper } = newcombe({ x1: 21, n1: 40, x2: 12 + lost, n2: 40, conf: 0.95 });
      expect(differenceOf([12, 9, lost])).toEqual({ kind: 'value', value: { estimate: diff, lower, upper, n: 40 } });
    }
  });

  it('is not told where it is withheld: the sentence then speaks of all who answered last', () => {
    const measure = measureOf([2, 20, 0]);
    expect(measure.changes[0]?.difference.kind).toBe('withheld');
    expect(measure.levels[1]?.value.kind).toBe('value');
    expect(measure.sentence.da).toMatch(/55\s% \(95\s%-interval/u);
    expect(measure.sentence.da).toContain('Sådan så det ud.');
  });
});
