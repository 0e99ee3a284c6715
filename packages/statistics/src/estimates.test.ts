import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { costPerHour } from './cost.ts';
import { wilson } from './proportions.ts';
import { exactRate } from './rates.ts';

const none = { estimate: null, lower: null, upper: null, reason: 'noData' };

describe('a share with its interval', () => {
  it.each([
    [0, 0],
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('is not estimable from %d of %d', (x, n) => {
    expect(wilson({ x, n, conf: 0.95 })).toEqual(none);
  });

  it('holds its estimate, stays in 0–1 and never has no width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0.8, 0.95, 0.998),
        (n, part, conf) => {
          const { estimate, lower, upper } = wilson({ x: Math.round(n * part), n, conf }) as {
            estimate: number;
            lower: number;
            upper: number;
          };
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(estimate);
          expect(estimate).toBeLessThanOrEqual(upper);
          expect(upper).toBeGreaterThan(lower);
        },
      ),
    );
  });
});

describe('a rate with its interval', () => {
  it.each([
    [3, 0],
    [-1, 10],
    [Infinity, 10],
    [Number.NaN, 10],
  ])('is not estimable from %d events in %d', (events, personTime) => {
    expect(exactRate({ events, personTime, per: 1000, conf: 0.95 })).toEqual({
      rate: null,
      lower: null,
      upper: null,
      reason: personTime === 0 ? 'zeroExposure' : 'noData',
    });
  });

  it('of no events is 0 with an upper limit above 0', () => {
    const { rate, lower, upper } = exactRate({ events: 0, personTime: 1000, per: 1000, conf: 0.95 });
    expect([rate, lower]).toEqual([0, 0]);
    expect(upper).toBeCloseTo(3.689, 3);
  });
});

it('an hour of nobody has no cost', () => {
  expect(costPerHour({ cost: 100, sessions: [] })).toEqual({
    participantHours: 0,
    costPerParticipantHour: null,
    reason: 'zeroExposure',
  });
});
