import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { controlChart, learningCount, usualFalseAlarmShare } from './control-chart.ts';
import { cusumLimit, cusumRunLength } from './cusum.ts';
import { seasonFactors, weekdayFactors } from './season-factors.ts';

/** A club whose evenings vary `dispersion` times more than Poisson's, drawn from a seed (mulberry32; gamma by Marsaglia and Tsang). */
function club(seed: number) {
  let state = seed;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * chance() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - chance()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number) => {
    let left = chance();
    let part = Math.exp(-mean);
    let count = 0;
    while (left > part && count < 1000) {
      left -= part;
      count += 1;
      part *= mean / count;
    }
    return count;
  };
  return (mean: number, dispersion: number) =>
    poisson(dispersion === 1 ? mean : gamma(mean / (dispersion - 1)) * (dispersion - 1));
}

const ordinary = (counts: readonly number[]) => counts.map((count) => ({ count, factor: 1 }));

/** Alarms for each judged evening of stable series of 41 evenings. */
function falseAlarmShareOf(mean: number, dispersion: number, seriesCount: number): number {
  const draw = club(Math.round(mean * 1000 + dispersion * 10));
  let alarms = 0;
  let judged = 0;
  for (let series = 0; series < seriesCount; series++) {
    const chart = controlChart(ordinary(Array.from({ length: 41 }, () => draw(mean, dispersion))));
    alarms += chart.shifts.length;
    judged += chart.points.filter(({ state }) => state !== 'learning').length;
  }
  return alarms / judged;
}

/** Of series that were quiet so far, the share in which a 40 % drop is seen on one of its first four evenings. */
function foundShareOf(mean: number, dispersion: number, eveningsBefore: number, seriesCount: number): number {
  const draw = club(Math.round(mean * 1000 + dispersion * 10 + eveningsBefore));
  let quiet = 0;
  let found = 0;
  for (let series = 0; series < seriesCount; series++) {
    const before = Array.from({ length: eveningsBefore }, () => draw(mean, dispersion));
    const after = Array.from({ length: 4 }, () => draw(mean * 0.6, dispersion));
    const { shifts } = controlChart(ordinary([...before, ...after]));
    if (shifts.some(({ seenAt }) => seenAt < eveningsBefore)) continue;
    quiet += 1;
    if (shifts.some(({ direction }) => direction === 'fewer')) found += 1;
  }
  return found / quiet;
}

describe('a stable series', () => {
  it.each([
    [28, 1],
    [28, 1.5],
    [28, 2],
    [28, 2.5],
    [45, 2],
    [20, 1.5],
    [90, 2.5],
  ])(
    'of %d visits, %d times as restless as Poisson, raises alarms at no more than the chosen rate',
    (mean, dispersion) => {
      expect(falseAlarmShareOf(mean, dispersion, 600)).toBeLessThanOrEqual(usualFalseAlarmShare);
    },
  );

  it('keeps to another rate when one is chosen', () => {
    const draw = club(7);
    let alarms = 0;
    let judged = 0;
    for (let series = 0; series < 600; series++) {
      const counts = Array.from({ length: 41 }, () => draw(28, 2));
      const chart = controlChart(ordinary(counts), { falseAlarmShare: 0.005 });
      alarms += chart.shifts.length;
      judged += chart.points.filter(({ state }) => state !== 'learning').length;
    }
    expect(alarms / judged).toBeLessThanOrEqual(0.005);
  });
});

describe('a 40 % drop', () => {
  it.each([
    [28, 1, 20, 0.9],
    [28, 1.5, 20, 0.84],
    [28, 1.5, 30, 0.87],
    [28, 2, 20, 0.8],
    [28, 2, 30, 0.82],
    [28, 1.5, 12, 0.77],
    [45, 2, 20, 0.9],
  ])(
    'from %d visits, %d times as restless as Poisson, after %d evenings is found within four evenings in at least %d of the series',
    (mean, dispersion, eveningsBefore, share) => {
      expect(foundShareOf(mean, dispersion, eveningsBefore, 1000)).toBeGreaterThanOrEqual(share);
    },
  );

  it('is said with its first evening, what came and what was expected', () => {
    const before = [29, 26, 31, 27, 28, 30, 25, 29, 28, 27, 30, 28, 26, 29, 31, 27];
    const { verdict, points } = controlChart(ordinary([...before, 17, 15, 18, 16]));
    expect(verdict).toMatchObject({ kind: 'look', shift: { direction: 'fewer', from: 16 } });
    if (verdict.kind !== 'look') throw new Error('A drop was not seen.');
    expect(verdict.shift.seenAt).toBeLessThan(20);
    expect(verdict.shift.mean).toBe(16.5);
    expect(verdict.shift.mean).toBeLessThan(19);
    expect(verdict.shift.expectedMean).toBeGreaterThan(25);
    expect(points[16]?.state).toBe('fewer');
    expect(points[15]?.state).toBe('ordinary');
  });

  it('becomes a new level once enough evenings know it', () => {
    const before = [29, 26, 31, 27, 28, 30, 25, 29, 28, 27, 30, 28, 26, 29, 31, 27];
    const after = [17, 15, 18, 16, 17, 19, 16, 18, 17, 16, 18, 15];
    const { verdict } = controlChart(ordinary([...before, ...after]));
    expect(verdict).toMatchObject({ kind: 'newLevel', shift: { direction: 'fewer' } });
    if (verdict.kind !== 'newLevel') throw new Error('There is no new level.');
    expect(verdict.level).toBeCloseTo(16.8, 0);
    expect(verdict.levelBefore).toBeGreaterThan(25);
  });
});

describe('what the chart does not say', () => {
  it('nothing of the first evenings', () => {
    const { verdict, points } = controlChart(ordinary([28, 30, 27]));
    expect(verdict).toEqual({ kind: 'tooFewEvenings', eveningCount: 3, neededCount: learningCount });
    expect(points.every(({ state, expected }) => state === 'learning' && expected === null)).toBe(true);
  });

  it('nothing of a series too small to see a 40 % drop in', () => {
    const { verdict, shifts } = controlChart(ordinary([4, 6, 5, 3, 7, 5, 4, 6, 5, 4, 0, 0, 0, 0]));
    expect(verdict.kind).toBe('tooFewVisits');
    expect(shifts).toEqual([]);
  });

  it('nothing at all of no evenings', () => {
    expect(controlChart([]).verdict.kind).toBe('tooFewEvenings');
  });

  it('one odd evening is no shift, however odd', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 10, max: 20 }), (odd, place) => {
        const counts = Array.from({ length: 24 }, (_, at) => 28 + ((at * 7) % 5) - 2);
        counts[place] = odd;
        expect(controlChart(ordinary(counts)).shifts).toEqual([]);
      }),
    );
  });

  it('an evening of an unknown kind is shown and not judged, and changes nothing for the others', () => {
    const counts = [29, 26, 31, 27, 28, 30, 25, 29, 28, 27];
    const withHoliday = [...ordinary(counts.slice(0, 9)), { count: 2, factor: null }, ...ordinary(counts.slice(9))];
    const chart = controlChart(withHoliday);
    expect(chart.points[9]).toEqual({ expected: null, lower: null, upper: null, state: 'notJudged' });
    expect(chart.points.filter((_, at) => at !== 9)).toEqual(controlChart(ordinary(counts)).points);
  });

  it('gives every evening one point, limits around what was expected, and shifts inside the series', () => {
    const evening = fc.record({
      count: fc.integer({ min: 0, max: 500 }),
      factor: fc.option(fc.double({ min: 0.2, max: 3, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(evening, { maxLength: 60 }), (evenings) => {
        const { points, shifts } = controlChart(evenings);
        expect(points).toHaveLength(evenings.length);
        for (const { expected, lower, upper } of points)
          if (expected !== null && lower !== null && upper !== null) {
            expect(lower).toBeLessThanOrEqual(expected);
            expect(upper).toBeGreaterThanOrEqual(expected);
          }
        for (const { from, seenAt } of shifts) {
          expect(from).toBeGreaterThanOrEqual(learningCount);
          expect(seenAt).toBeGreaterThan(from);
          expect(seenAt).toBeLessThan(evenings.length);
        }
      }),
    );
  });
});

describe('season, weekday and holidays', () => {
  const season = [0.95, 1, 1.05, 0.95, 0.85, 0.6, 0.5, 0.9, 1.05, 1.1, 1.15, 0.9];
  /** Other series of the municipality, a year each. */
  const others = Array.from({ length: 8 }, (_, series) => {
    const draw = club(50 + series);
    return season.map((factor, month) => ({
      series: `series ${series}`,
      season: String(month),
      eveningCount: 4,
      visitCount: Array.from({ length: 4 }, () => draw((15 + 5 * series) * factor, 1.5)).reduce((a, b) => a + b),
    }));
  }).flat();
  const factors = seasonFactors(others);

  it('learns how the months differ from series of different sizes', () => {
    const mean = season.reduce((sum, one) => sum + one) / 12;
    season.forEach((factor, month) => {
      const learnt = factors.get(String(month));
      expect(learnt).toBeGreaterThan((factor / mean) * 0.8);
      expect(learnt).toBeLessThan((factor / mean) * 1.2);
    });
  });

  it('an early summer like everybody else’s is ordinary, and would not be without the season', () => {
    let withSeason = 0;
    let without = 0;
    for (let seed = 0; seed < 200; seed++) {
      const draw = club(9000 + seed);
      const evenings = Array.from({ length: 28 }, (_, week) => Math.floor(week / 4)).map((month) => ({
        count: draw(30 * (season[month] ?? 1), 1.5),
        factor: factors.get(String(month)) ?? null,
      }));
      withSeason += controlChart(evenings).shifts.length;
      without += controlChart(ordinary(evenings.map(({ count }) => count))).shifts.length;
    }
    expect(withSeason / (200 * 20)).toBeLessThanOrEqual(usualFalseAlarmShare);
    expect(without).toBeGreaterThan(2 * withSeason);
  });

  it('does not guess a season from two series or five evenings', () => {
    const cell = { season: 'holiday', eveningCount: 5, visitCount: 40 };
    expect(
      seasonFactors([
        { ...cell, series: 'a' },
        { ...cell, series: 'b' },
      ]).get('holiday'),
    ).toBeNull();
    const few = ['a', 'b', 'c'].map((series) => ({ ...cell, series, eveningCount: 1, visitCount: 9 }));
    expect(seasonFactors(few).get('holiday')).toBeNull();
    expect(seasonFactors([]).size).toBe(0);
  });

  it('Saturdays may be smaller than Fridays', () => {
    const evenings = Array.from({ length: 20 }, (_, at) => ({
      weekday: at % 2 === 0 ? 5 : 6,
      count: at % 2 === 0 ? 30 : 15,
      factor: 1,
    }));
    const learnt = weekdayFactors(evenings);
    expect(learnt.get(5)).toBeGreaterThan(1.15);
    expect(learnt.get(6)).toBeLessThan(0.85);
    expect(weekdayFactors(evenings.filter(({ weekday }) => weekday === 5))).toEqual(new Map([[5, 1]]));
  });
});

describe('the limit of a CUSUM', () => {
  it('has the run lengths of the tables (Montgomery, Statistical Quality Control: one side, k = 0.5)', () => {
    expect(cusumRunLength(0.5, 4) / 336).toBeCloseTo(1, 1);
    expect(cusumRunLength(0.5, 5) / 930).toBeCloseTo(1, 1);
  });

  it('is where the run length is the one asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 2, noNaN: true }), fc.integer({ min: 30, max: 2000 }), (k, length) => {
        const limit = cusumLimit(k, length);
        if (limit > 1e-3) expect(cusumRunLength(k, limit) / length).toBeCloseTo(1, 3);
      }),
    );
  });
});
