import { describe, expect, it } from 'vitest';
import {
  type GoalFacts,
  goalFigures,
  goalGaps,
  isGoalMet,
  isReadingOverdue,
  latestReading,
  lockedDifferences,
  meetsTarget,
  plannedValueOn,
  readingProblems,
  readingValue,
  valueProblems,
} from './goal.rules.ts';

const complete: GoalFacts = {
  indicatorId: 'i',
  title: 'Andel trygge fredag aften',
  tier: 'specific',
  baselineValue: 0.61,
  baselineMissing: null,
  baselineOn: '2025-11-27',
  targetValue: 0.75,
  deadlineOn: '2026-12-31',
  responsible: 'Tovholder',
  assumption: 'De kender de voksne.',
  baselineBaseCount: 38,
  baselineSpread: null,
  design: 'none',
  comparison: '',
  comparisonUnitCount: null,
  isChosenByBaseline: false,
};

describe('what a goal lacks', () => {
  it.each([
    ['nothing', {}, []],
    ['nothing when the baseline is zero', { baselineValue: 0 }, []],
    [
      'nothing when the baseline does not apply',
      { baselineValue: null, baselineMissing: 'notApplicable', baselineOn: null },
      [],
    ],
    ['the indicator', { indicatorId: null }, ['indicator']],
    ['the baseline', { baselineValue: null, baselineOn: null }, ['baseline']],
    ['the day of the baseline', { baselineOn: null }, ['baselineOn']],
    ['the target, but not when it is zero', { targetValue: 0 }, []],
    ['the target', { targetValue: null }, ['target']],
    [
      'deadline, responsible and assumption',
      { deadlineOn: null, responsible: ' ', assumption: '' },
      ['deadline', 'responsible', 'assumption'],
    ],
  ])('%s', (_, change, gaps) => {
    expect(goalGaps({ ...complete, ...(change as Partial<GoalFacts>) })).toEqual(gaps);
  });
});

describe('reaching the target', () => {
  it.each([
    ['atLeast', 38, 38, true],
    ['atLeast', 37, 38, false],
    ['up', 0.75, 0.75, true],
    ['atMost', 4, 4, true],
    ['atMost', 5, 4, false],
    ['down', 0, 0, true],
  ] as const)('%s: %d against %d', (direction, value, target, isMet) => {
    expect(meetsTarget(direction, value, target)).toBe(isMet);
  });

  it('is not known without a value, a target or an indicator, which is not the same as not reached', () => {
    const goal = { targetValue: 38, direction: 'atLeast' as const };
    expect(isGoalMet(goal, null)).toBeNull();
    expect(isGoalMet(goal, { value: null })).toBeNull();
    expect(isGoalMet({ ...goal, targetValue: null }, { value: 3 })).toBeNull();
    expect(isGoalMet({ ...goal, direction: null }, { value: 3 })).toBeNull();
    expect(isGoalMet(goal, { value: 0 })).toBe(false);
  });

  it('counts a goal once, measured when its latest reading has a value', () => {
    const goal = { targetValue: 4, direction: 'atMost' as const };
    expect(goalFigures(goal, null)).toEqual({ goalCount: 1, goalMeasuredCount: 0, goalMetCount: 0 });
    expect(goalFigures(goal, { value: null })).toEqual({ goalCount: 1, goalMeasuredCount: 0, goalMetCount: 0 });
    expect(goalFigures(goal, { value: 0 })).toEqual({ goalCount: 1, goalMeasuredCount: 1, goalMetCount: 1 });
    expect(goalFigures({ ...goal, targetValue: null }, { value: 0 })).toEqual({
      goalCount: 1,
      goalMeasuredCount: 1,
      goalMetCount: 0,
    });
  });
});

describe('readings', () => {
  const reading = (id: string, measuredOn: string, recordedAt: string) => ({ id, measuredOn, recordedAt });

  it('count by day, then by recording, then by id', () => {
    expect(latestReading([])).toBeNull();
    expect(
      latestReading([
        reading('a', '2026-09-30', '2026-11-01T10:00:00Z'),
        reading('b', '2026-10-30', '2026-10-30T10:00:00Z'),
      ])?.id,
    ).toBe('b');
    expect(
      latestReading([
        reading('b', '2026-09-30', '2026-10-01T10:00:00Z'),
        reading('a', '2026-09-30', '2026-10-02T10:00:00Z'),
      ])?.id,
    ).toBe('a');
    expect(
      latestReading([
        reading('a', '2026-09-30', '2026-10-01T10:00:00Z'),
        reading('b', '2026-09-30', '2026-10-01T10:00:00Z'),
      ])?.id,
    ).toBe('b');
  });

  it('are overdue when the deadline has passed without one in the month before it or later', () => {
    const goal = { deadlineOn: '2026-06-30' };
    expect(isReadingOverdue(goal, [], '2026-06-30')).toBe(false);
    expect(isReadingOverdue(goal, [], '2026-07-01')).toBe(true);
    expect(isReadingOverdue(goal, [{ measuredOn: '2026-03-01', value: 3 }], '2026-07-01')).toBe(true);
    expect(isReadingOverdue(goal, [{ measuredOn: '2026-06-12', value: 3 }], '2026-07-01')).toBe(false);
    expect(isReadingOverdue(goal, [{ measuredOn: '2026-06-12', value: null }], '2026-07-01')).toBe(true);
    expect(isReadingOverdue({ deadlineOn: null }, [], '2026-07-01')).toBe(false);
  });

  const input = { measuredOn: '2026-11-12', value: null, missing: null, numeratorCount: null, baseCount: null };

  it.each([
    ['share', { numeratorCount: 24, baseCount: 34 }, [], 24 / 34],
    ['share', { numeratorCount: 0, baseCount: 34 }, [], 0],
    ['share', { numeratorCount: 35, baseCount: 34 }, ['goal.partAboveBase'], 35 / 34],
    ['share', { baseCount: 0 }, ['goal.baseNeeded', 'goal.numeratorNeeded'], null],
    ['share', { missing: 'notMeasured' }, [], null],
    ['share', { missing: 'notMeasured', numeratorCount: 3 }, ['goal.valueAndMissing'], null],
    ['count', { value: 0 }, [], 0],
    ['count', { value: 1.5 }, ['goal.valueNot.count'], 1.5],
    ['count', {}, ['goal.valueNeeded'], null],
    ['count', { value: 3, missing: 'notApplicable' }, ['goal.valueAndMissing'], null],
    ['mean', { value: -2.5, baseCount: 12 }, [], -2.5],
    ['oere', { value: 100.5 }, ['goal.valueNot.oere'], 100.5],
    ['yesNo', { value: 2 }, ['goal.valueNot.yesNo'], 2],
    ['count', { value: 3, measuredOn: '2026-11-14' }, ['goal.measuredInFuture'], 3],
  ] as const)('of a %s: %o', (unit, change, codes, value) => {
    const given = { ...input, ...change };
    expect(readingProblems(unit, given, '2026-11-13').map((problem) => problem.code)).toEqual(codes);
    expect(readingValue(unit, given)).toBe(value);
  });

  it('have values that fit their unit', () => {
    expect(valueProblems('share', 1, 'targetValue')).toEqual([]);
    expect(valueProblems('share', 1.01, 'targetValue')).toEqual([
      { path: 'targetValue', code: 'goal.valueNot.share', params: {} },
    ]);
    expect(valueProblems('share', null, 'targetValue')).toEqual([]);
  });
});

describe('what approval locks', () => {
  it('is everything but who is responsible and what is assumed', () => {
    expect(lockedDifferences(complete, { ...complete })).toEqual([]);
    expect(
      lockedDifferences(complete, {
        ...complete,
        title: 'Tryghed',
        targetValue: 0.7,
        baselineValue: null,
        baselineMissing: 'notMeasured',
      }),
    ).toEqual(['title', 'targetValue', 'baselineValue', 'baselineMissing']);
  });
});

describe('a title that promises an effect', () => {
  it('is a gap until the goal is compared with something', () => {
    const goal = { ...complete, title: 'Effekt på trygheden' };
    expect(goalGaps(goal)).toEqual(['title']);
    expect(goalGaps({ ...goal, design: 'randomised', comparison: 'Lodtrækning mellem holdene.' })).toEqual([]);
  });
});

describe('the planned path', () => {
  const goal = { baselineValue: 0.6, baselineOn: '2026-01-01', targetValue: 0.8, deadlineOn: '2026-12-31' };

  it('goes evenly from the baseline to the target, and stays at either end', () => {
    expect(plannedValueOn(goal, '2026-01-01')).toBe(0.6);
    expect(plannedValueOn(goal, '2026-07-02')).toBeCloseTo(0.7, 3);
    expect(plannedValueOn(goal, '2026-12-31')).toBeCloseTo(0.8, 12);
    expect(plannedValueOn(goal, '2025-06-01')).toBe(0.6);
    expect(plannedValueOn(goal, '2027-06-01')).toBeCloseTo(0.8, 12);
  });

  it('is not there without a baseline, a target or time between them', () => {
    expect(plannedValueOn({ ...goal, baselineValue: null }, '2026-07-01')).toBeNull();
    expect(plannedValueOn({ ...goal, targetValue: null }, '2026-07-01')).toBeNull();
    expect(plannedValueOn({ ...goal, deadlineOn: '2026-01-01' }, '2026-07-01')).toBeNull();
  });
});

describe('the period of a reading', () => {
  it('does not end before it begins', () => {
    const reading = { measuredOn: '2026-03-01', value: 3, missing: null, numeratorCount: null, baseCount: null };
    expect(readingProblems('count', { ...reading, fromOn: '2026-02-01' }, '2026-04-01')).toEqual([]);
    expect(readingProblems('count', { ...reading, fromOn: '2026-03-02' }, '2026-04-01')).toMatchObject([
      { path: 'fromOn', code: 'goal.periodReversed' },
    ]);
  });
});
