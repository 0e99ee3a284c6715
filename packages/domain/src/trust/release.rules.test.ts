import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameRelease, mayRelease, type ReleasedFigures } from './release.rules.ts';

const first: ReleasedFigures = {
  heldCount: 20,
  visitCount: 400,
  visitMinutes: 108_000,
  contactCount: 0,
  firstTimeCount: 44,
  firstTimeMissingCount: 0,
  largestVisitCount: 31,
  startedCount: 0,
  completedCount: 0,
};

describe('a release after others (disclosure 6.3)', () => {
  it('is held back when any count of people differs by a few', () => {
    expect(mayRelease(first, [], 10)).toBe(true);
    expect(mayRelease({ ...first, visitCount: 403, visitMinutes: 108_810 }, [first], 10)).toBe(false);
    expect(mayRelease({ ...first, visitCount: 410, visitMinutes: 110_700 }, [first], 10)).toBe(true);
    expect(mayRelease({ ...first, visitCount: 390, visitMinutes: 105_300 }, [first], 10)).toBe(true);
    expect(mayRelease({ ...first, visitCount: 440, firstTimeCount: 45 }, [first], 10)).toBe(false);
    expect(mayRelease({ ...first, startedCount: 9 }, [first], 10)).toBe(false);
  });

  it('is held back when only hours differ: a longer evening times its visitors tells how many they were', () => {
    expect(mayRelease({ ...first, visitMinutes: 108_090 }, [first], 10)).toBe(false);
  });

  it('is compared with every earlier one, not only the last', () => {
    const second = { ...first, visitCount: 420, visitMinutes: 113_400 };
    expect(mayRelease({ ...first, visitCount: 405, visitMinutes: 109_350 }, [first, second], 10)).toBe(false);
    expect(mayRelease(first, [first, second], 10)).toBe(true);
  });

  it('never lets two that were published differ by 1 to k-1, whatever was counted in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 3, max: 15 }),
        (steps, k) => {
          const published: ReleasedFigures[] = [];
          for (const visitCount of steps) {
            const candidate = { ...first, visitCount, visitMinutes: visitCount * 270 };
            const last = published.at(-1);
            if (last && isSameRelease(last, candidate)) continue;
            if (mayRelease(candidate, published, k)) published.push(candidate);
          }
          for (const a of published)
            for (const b of published) {
              const difference = Math.abs(a.visitCount - b.visitCount);
              expect(difference === 0 || difference >= k).toBe(true);
            }
        },
      ),
    );
  });
});
