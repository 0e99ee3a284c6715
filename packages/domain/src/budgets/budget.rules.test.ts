import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleCard } from './budget.ts';
import {
  balances,
  cofundingOf,
  defaultRuleCard,
  forecastOf,
  imbalancesOf,
  leftOn,
  lineAmount,
  type LineFacts,
  partsOf,
  type ShareFacts,
  sharesAfter,
  sharesFollowing,
  type SourceFacts,
  spentBySource,
  timeGoneShare,
  totalsOf,
  verdictOf,
  worstVerdict,
} from './budget.rules.ts';

const line = (
  id: string,
  amountOere: number,
  shares: ShareFacts[] = [],
  kind: 'cash' | 'inKind' = 'cash',
): LineFacts => ({ id, title: id, kind, amountOere, shares });
const source = (id: string, amountOere: number, kind: 'cash' | 'inKind' = 'cash'): SourceFacts => ({
  id,
  name: id,
  organisationId: null,
  kind,
  amountOere,
});
const sum = (items: readonly { amountOere: number }[]) => items.reduce((total, item) => total + item.amountOere, 0);

describe('the amount of a line', () => {
  it.each([
    [45_100, 31_000, 13_981_000],
    [18_450, 40_000, 7_380_000],
    [100, 586_500, 586_500],
    [150, 1, 2],
    [1, 49, 0],
  ])('is quantity times unit price: %i hundredths at %i øre is %i øre (budgets 1.1)', (quantity, price, amount) => {
    expect(lineAmount(quantity, price)).toBe(amount);
  });

  it('is none when no field could hold it (budgets 1.1)', () => {
    expect(lineAmount(1_000_000_000, 1_000_000_000_000)).toBeNull();
  });
});

describe('balance', () => {
  it('is asked of each kind by itself: cash over does not cover in-kind missing (budgets 2.1)', () => {
    const lines = [line('løn', 100, [{ sourceId: 'a', amountOere: 100 }]), line('hal', 50, [], 'inKind')];
    const sources = [source('a', 150)];
    expect(balances(lines, sources)).toEqual([
      { kind: 'cash', linesOere: 100, fundingOere: 150 },
      { kind: 'inKind', linesOere: 50, fundingOere: 0 },
    ]);
    expect(imbalancesOf(lines, sources).map(({ code, kind, byOere }) => [code, kind, byOere])).toEqual([
      ['fundingTooLarge', 'cash', 50],
      ['fundingMissing', 'inKind', 50],
      ['lineOpen', 'inKind', 50],
      ['sourceLeft', 'cash', 50],
    ]);
  });

  it('is nothing to say of an empty budget (budgets 2.1)', () => {
    expect(imbalancesOf([], [])).toEqual([]);
  });

  it('names the line and the source that do not sum (budgets 2.2)', () => {
    const lines = [line('mad', 100, [{ sourceId: 'a', amountOere: 120 }]), line('udstyr', 20)];
    expect(
      imbalancesOf(lines, [source('a', 120)]).map(({ code, subjectId, byOere }) => [code, subjectId, byOere]),
    ).toEqual([
      ['lineOverpaid', 'mad', 20],
      ['lineOpen', 'udstyr', 20],
    ]);
    expect(
      imbalancesOf([line('mad', 100, [{ sourceId: 'a', amountOere: 100 }])], [source('a', 90)]).map(
        ({ code, byOere }) => [code, byOere],
      ),
    ).toEqual([
      ['fundingMissing', 10],
      ['sourceOverdrawn', 10],
    ]);
  });

  it('holds exactly when all three sums hold, whatever the budget (budgets 2.2)', () => {
    const budget = fc.array(fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(budget, fc.integer({ min: -5, max: 5 }), (parts, wrong) => {
        const lines = parts.map(([a = 0, b = 0], index) =>
          line(`l${index}`, a + b, [
            { sourceId: 'a', amountOere: a },
            { sourceId: 'b', amountOere: b },
          ]),
        );
        const sources = [
          source('a', sum(parts.map(([a = 0]) => ({ amountOere: a }))) + Math.max(0, wrong)),
          source('b', sum(parts.map(([, b = 0]) => ({ amountOere: b })))),
        ];
        expect(imbalancesOf(lines, sources).length === 0).toBe(wrong <= 0);
      }),
    );
  });
});

describe('whose the spending is', () => {
  it('follows what each source pays of the line (budgets 3.1)', () => {
    const shared = {
      amountOere: 20_400,
      shares: [
        { sourceId: 'plan', amountOere: 11_570 },
        { sourceId: 'fond', amountOere: 8_830 },
      ],
    };
    expect(partsOf(shared, 16_083).map((part) => part.amountOere)).toEqual([9122, 6961]);
  });

  it('is nobody’s where nobody pays (budgets 3.1)', () => {
    expect(partsOf({ amountOere: 100, shares: [] }, 30)).toEqual([{ sourceId: null, amountOere: 30 }]);
    expect(partsOf({ amountOere: 100, shares: [{ sourceId: 'a', amountOere: 50 }] }, 10)).toEqual([
      { sourceId: 'a', amountOere: 5 },
      { sourceId: null, amountOere: 5 },
    ]);
  });

  it('sums to the whole for every filter of lines, sources and months (budgets 3.2)', () => {
    const shares = fc.array(fc.nat(1_000_000), { maxLength: 4 });
    const budget = fc.array(fc.record({ shares, openOere: fc.nat(1000) }), { minLength: 1, maxLength: 5 });
    const spending = fc.array(fc.record({ at: fc.nat(4), amountOere: fc.nat(10_000_000), month: fc.nat(11) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(budget, spending, fc.nat(11), (lines, expenses, month) => {
        const facts = lines.map(({ shares: amounts, openOere }, index) => ({
          id: String(index),
          amountOere: amounts.reduce((total, one) => total + one, 0) + openOere,
          shares: amounts.map((amountOere, at) => ({ sourceId: `s${at}`, amountOere })),
        }));
        const booked = expenses
          .filter((one) => one.at < facts.length)
          .map(({ at, ...rest }) => ({ lineId: String(at), ...rest }));
        const all = spentBySource(facts, booked);
        for (const { id } of facts) expect(sum(all.get(id) ?? [])).toBe(sum(booked.filter((one) => one.lineId === id)));
        // A month and the other months together are the year, for every source of every line.
        const [inside, outside] = [
          booked.filter((one) => one.month === month),
          booked.filter((one) => one.month !== month),
        ].map((some) => spentBySource(facts, some));
        for (const [lineId, parts] of all)
          for (const { sourceId, amountOere } of parts) {
            const of = (map: typeof all | undefined) =>
              map?.get(lineId)?.find((part) => part.sourceId === sourceId)?.amountOere ?? 0;
            expect(of(inside) + of(outside)).toBe(amountOere);
          }
      }),
    );
  });
});

describe('spending against time', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '2025-12-31', 0],
    ['2026-01-01', '2026-12-31', '2026-01-01', 1 / 365],
    ['2026-01-01', '2026-12-31', '2026-11-13', 317 / 365],
    ['2026-01-01', '2026-12-31', '2027-05-01', 1],
    [null, '2026-12-31', '2026-11-13', 0],
    ['2026-12-31', '2026-01-01', '2026-11-13', 0],
  ])('time gone from %s to %s on %s (budgets 4.1)', (startsOn, endsOn, today, gone) => {
    expect(timeGoneShare(startsOn, endsOn, today)).toBeCloseTo(gone, 12);
  });

  it('expects the rest of the time as budgeted, a single purchase at its price, and nothing more after the end (budgets 4.2)', () => {
    expect(forecastOf({ quantityHundredths: 4100, amountOere: 1000, spentOere: 700 }, 0.8)).toBe(900);
    expect(forecastOf({ quantityHundredths: 100, amountOere: 1000, spentOere: 0 }, 0.8)).toBe(1000);
    expect(forecastOf({ quantityHundredths: 100, amountOere: 1000, spentOere: 1100 }, 0.8)).toBe(1100);
    expect(forecastOf({ quantityHundredths: 4100, amountOere: 1000, spentOere: 700 }, 1)).toBe(700);
  });

  it('adds up kind by kind, never across (budgets 4.3)', () => {
    const lines = [
      { kind: 'cash' as const, amountOere: 100, spentOere: 120, forecastOere: 130 },
      { kind: 'inKind' as const, amountOere: 50, spentOere: 10, forecastOere: 50 },
    ];
    expect(totalsOf(lines, [source('a', 100), source('b', 50, 'inKind')])).toEqual([
      { kind: 'cash', linesOere: 100, fundingOere: 100, spentOere: 120, restOere: -20, forecastOere: 130 },
      { kind: 'inKind', linesOere: 50, fundingOere: 50, spentOere: 10, restOere: 40, forecastOere: 50 },
    ]);
    expect(leftOn({ amountOere: 100, spentOere: 120 })).toBe(0);
  });
});

describe('what a rule card says', () => {
  const of = (amountOere: number, rest: Partial<Parameters<typeof verdictOf>[0]> = {}) =>
    verdictOf({
      sourceId: 's',
      grantOere: 10_000_000,
      amountOere,
      movedBeforeOere: 0,
      card: defaultRuleCard,
      isToEligible: true,
      ...rest,
    });

  it('asks over 10 % of the grant, not at it (budgets 5.1)', () => {
    expect(of(1_000_000)).toMatchObject({ verdict: 'report', movedShare: 0.1, movedOere: 1_000_000 });
    expect(of(1_000_001).verdict).toBe('ask');
  });

  it('asks over 100.000 kr. however large the grant (budgets 5.1)', () => {
    const grantOere = 500_000_000;
    expect(of(10_000_000, { grantOere }).verdict).toBe('report');
    expect(of(10_000_001, { grantOere }).verdict).toBe('ask');
  });

  it('counts what was moved before: ten small moves are one large (budgets 5.2)', () => {
    expect(of(200_000, { movedBeforeOere: 900_000 })).toMatchObject({ verdict: 'ask', movedOere: 1_100_000 });
  });

  it('asks before money goes where the grant may not pay (budgets 5.3)', () => {
    expect(of(1, { isToEligible: false }).verdict).toBe('ask');
  });

  it('allows what the card says nothing about, and reports from the card’s own share (budgets 5.4)', () => {
    const none: RuleCard = { askFromShare: null, askFromOere: null, reportFromShare: null, minCofundingShare: null };
    expect(of(9_000_000, { card: none }).verdict).toBe('allowed');
    expect(of(400_000, { card: { ...none, reportFromShare: 0.05 } }).verdict).toBe('allowed');
    expect(of(600_000, { card: { ...none, reportFromShare: 0.05 } }).verdict).toBe('report');
    expect(of(0, { grantOere: 0 })).toMatchObject({ movedShare: null, verdict: 'ask' });
  });

  it('lets the strictest of several funders decide (budgets 5.5)', () => {
    expect(worstVerdict([])).toBe('allowed');
    expect(worstVerdict(['allowed', 'ask', 'report'])).toBe('ask');
    expect(worstVerdict(['report', 'allowed'])).toBe('report');
  });

  it('compares what others pay with the least co-funding, all of one funder’s sources together (budgets 5.6)', () => {
    const card = { ...defaultRuleCard, minCofundingShare: 0.25 };
    const fond = { ...source('a', 70), organisationId: 'fond' };
    const again = { ...source('b', 10), organisationId: 'fond' };
    expect(cofundingOf(fond, [fond, source('c', 30)], card)).toEqual({
      share: expect.closeTo(0.3),
      minShare: 0.25,
      isEnough: true,
    });
    expect(cofundingOf(fond, [fond, again, source('c', 20)], card)?.isEnough).toBe(false);
    expect(cofundingOf(fond, [fond], defaultRuleCard)).toBeNull();
    expect(cofundingOf(source('x', 0), [], card)).toBeNull();
  });
});

describe('money that moves', () => {
  it('takes its funder along: every source pays as much as before, and both lines stay paid (budgets 5.7)', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, amounts, fc.nat(1_000_000), (fromAmounts, toAmounts, wish) => {
        const sharesOf = (list: number[]) => list.map((amountOere, index) => ({ sourceId: `s${index}`, amountOere }));
        const [from, to] = [sharesOf(fromAmounts), sharesOf(toAmounts)];
        const amountOere = Math.min(wish, sum(from));
        const parts = partsOf({ amountOere: sum(from), shares: from }, amountOere);
        const [fromAfter, toAfter] = [sharesAfter(from, parts, -1), sharesAfter(to, parts, 1)];
        expect(sum(fromAfter)).toBe(sum(from) - amountOere);
        expect(sum(toAfter)).toBe(sum(to) + amountOere);
        for (let index = 0; index < 4; index += 1) {
          const paid = (...lists: ShareFacts[][]) =>
            sum(lists.flat().filter((share) => share.sourceId === `s${index}`));
          expect(paid(fromAfter, toAfter)).toBe(paid(from, to));
        }
      }),
    );
  });

  it('follows a line’s new amount while it was paid in full, and stays otherwise (budgets 1.2)', () => {
    const shares = [
      { sourceId: 'a', amountOere: 75 },
      { sourceId: 'b', amountOere: 25 },
    ];
    expect(sharesFollowing(shares, 100, 200)).toEqual([
      { sourceId: 'a', amountOere: 150 },
      { sourceId: 'b', amountOere: 50 },
    ]);
    expect(sharesFollowing(shares, 120, 200)).toEqual(shares);
    expect(sharesFollowing(shares, 100, 0)).toEqual([]);
    expect(sharesFollowing([], 0, 10)).toEqual([]);
  });
});
