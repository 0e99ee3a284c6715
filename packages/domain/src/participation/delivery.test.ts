import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveredShare, expectedOn } from './delivery.ts';

const part = (sessionCount: number, minutes = sessionCount * 270) => ({ sessionCount, minutes });

describe('dose delivered', () => {
  it('is held of those that should have been; what nobody registered may have been held', () => {
    const dose = { held: part(36), cancelled: part(2), unregistered: part(2) };
    expect(deliveredShare(dose, 'sessionCount')).toEqual({ lowest: 0.9, highest: 0.95 });
    expect(deliveredShare(dose, 'minutes')).toEqual({ lowest: 0.9, highest: 0.95 });
  });

  it('says nothing when nothing should have been', () => {
    expect(deliveredShare({ held: part(0), cancelled: part(0), unregistered: part(0) }, 'sessionCount')).toBeNull();
  });

  it('never passes one, and contains the truth whatever the unregistered turn out to be', () => {
    const count = fc.nat(60);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (held, cancelled, missing, turned) => {
          const share = deliveredShare(
            { held: part(held), cancelled: part(cancelled), unregistered: part(missing) },
            'sessionCount',
          );
          if (share === null) return;
          const truth = (held + Math.round(missing * turned)) / (held + cancelled + missing);
          expect(share.lowest).toBeLessThanOrEqual(truth);
          expect(share.highest).toBeGreaterThanOrEqual(truth);
          expect(share.highest).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('who was expected', () => {
  const past = [
    { untilOn: '2026-09-01', expectedCount: 25 },
    { untilOn: '2026-03-01', expectedCount: 40 },
  ];

  it.each([
    ['2026-02-27', 40],
    ['2026-03-01', 25],
    ['2026-08-31', 25],
    ['2026-09-01', 30],
    ['2026-12-18', 30],
  ])('on %s was as of that day', (on, expected) => expect(expectedOn(on, past, 30)).toBe(expected));

  it('was nobody where nothing was said then', () => {
    expect(expectedOn('2026-02-01', [{ untilOn: '2026-03-01', expectedCount: null }], 30)).toBeNull();
    expect(expectedOn('2026-02-01', [], null)).toBeNull();
  });
});
