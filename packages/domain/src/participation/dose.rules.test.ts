import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doseOf, followCards, lastQuarterOn, type SeenCard } from './dose.rules.ts';

const card = (id: string, seenCount: number, lastOn: string | null, more: Partial<SeenCard> = {}): SeenCard => ({
  id,
  replacesId: null,
  isLost: false,
  seenCount,
  lastOn,
  ...more,
});

describe('dose', () => {
  it('puts cards into 1, 2–4, 5–9 and 10 or more, and leaves out cards nobody showed', () => {
    const counts = [0, 1, 2, 4, 5, 9, 10, 41];
    const cards = counts.map((count, index) => card(String(index), count, count === 0 ? null : '2026-11-06'));
    const dose = doseOf(cards, null, null);
    expect(dose.bandCounts).toEqual([1, 2, 2, 2]);
    expect(dose.cardCount).toBe(7);
  });

  it.each([
    [[], null],
    [[3], 3],
    [[1, 2, 9], 2],
    [[1, 2, 5, 9], 3.5],
  ])('of %j has the middle %s', (counts, expected) => {
    const cards = counts.map((count, index) => card(String(index), count, '2026-11-06'));
    expect(doseOf(cards, null, null).medianCount).toBe(expected);
  });

  it('a new card carries on for the lost one it replaced, through any number of losses', () => {
    const cards = [
      card('a', 3, '2026-03-06', { isLost: true }),
      card('b', 2, '2026-05-08', { replacesId: 'a', isLost: true }),
      card('c', 6, '2026-11-06', { replacesId: 'b' }),
      card('d', 0, null, { replacesId: 'missing' }),
    ];
    expect(followCards(cards).map(({ id, seenCount, lastOn }) => [id, seenCount, lastOn])).toEqual([
      ['c', 11, '2026-11-06'],
      ['d', 0, null],
    ]);
    expect(doseOf(cards, '2026-10-01', '2026-11-06')).toMatchObject({
      cardCount: 1,
      bandCounts: [0, 0, 0, 1],
      left: { cardCount: 1, leftCount: 0 },
    });
  });

  it('bands always add up to the cards shown, and never more left than could have', () => {
    const cards = fc.array(
      fc.record({
        id: fc.uuid(),
        replacesId: fc.constant(null),
        isLost: fc.boolean(),
        seenCount: fc.nat(60),
        lastOn: fc.constantFrom('2026-02-06', '2026-09-04', '2026-10-02', '2026-11-06'),
      }),
    );
    fc.assert(
      fc.property(cards, (many) => {
        const dose = doseOf(many, '2026-10-01', '2026-11-06');
        expect(dose.bandCounts.reduce((sum, one) => sum + one, 0)).toBe(dose.cardCount);
        if (dose.left) expect(dose.left.leftCount).toBeLessThanOrEqual(dose.left.cardCount);
      }),
    );
  });
});

describe('drop-out', () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

  it.each([
    ['after the end', year, '2027-03-01', '2026-10-01'],
    ['on the last day', year, '2026-12-31', '2026-10-01'],
    ['half-way, the part that is over', year, '2026-07-02', '2026-05-17'],
    ['on the first day', year, '2026-01-01', '2026-01-01'],
    ['before the beginning', year, '2025-12-31', null],
    ['without dates', { startsOn: null, endsOn: null }, '2026-11-13', null],
  ])('looks at the last quarter: %s', (_when, period, today, expected) => {
    expect(lastQuarterOn(period, today)).toBe(expected);
  });

  it('is the cards that were not seen in the last quarter', () => {
    const cards = [card('a', 9, '2026-09-30'), card('b', 9, '2026-10-01'), card('c', 1, '2026-02-06')];
    expect(doseOf(cards, '2026-10-01', '2026-11-06').left).toEqual({
      cardCount: 3,
      leftCount: 2,
      sinceOn: '2026-10-01',
    });
  });

  it('is not measured when nothing was held in that quarter: nobody could be seen', () => {
    expect(doseOf([card('a', 9, '2026-09-25')], '2026-10-01', '2026-09-25').left).toBeNull();
    expect(doseOf([card('a', 9, '2026-09-25')], null, '2026-09-25').left).toBeNull();
    expect(doseOf([], '2026-10-01', '2026-11-06').left).toBeNull();
  });

  it('says nothing about a lost card that nothing replaced: its holder may have a new one', () => {
    const cards = [card('a', 9, '2026-03-06', { isLost: true }), card('b', 2, '2026-11-06')];
    expect(doseOf(cards, '2026-10-01', '2026-11-06').left).toMatchObject({ cardCount: 1, leftCount: 0 });
  });
});
