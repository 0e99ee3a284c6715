import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { type Role, roles } from '../people/membership.ts';
import { isOwnMunicipality, mayCompare } from './comparison.abilities.ts';
import type { ComparedMeasure, ComparisonCells } from './comparison.ts';
import {
  bandsOf,
  type Comparand,
  findingOf,
  incomparableReasonsOf,
  isSameAges,
  mostCommon,
  type Spanned,
  spreadOf,
  visitsEachOf,
  type Yardstick,
} from './comparison.rules.ts';

const rate = (estimate: number, n = 1000) => ({
  kind: 'value' as const,
  value: { estimate, lower: estimate * 0.9, upper: estimate * 1.1, n },
});
const cells: ComparisonCells = {
  visits: { kind: 'value', value: 400 },
  contacts: { kind: 'notApplicable', reason: 'notPartOfPlan' },
  reach: { kind: 'value', value: { lower: 40, upper: 40, isCounted: true } },
  visitMinutes: { kind: 'value', value: 108_000 },
  staffMinutes: { kind: 'value', value: 9000 },
  held: { kind: 'value', value: 38 },
  planned: { kind: 'value', value: 41 },
  heldShare: rate(0.9, 41),
  spentCash: { kind: 'value', value: 20_000_000 },
  spentTotal: { kind: 'value', value: 25_000_000 },
  cashPerVisitHour: { kind: 'value', value: 11_111 },
  totalPerVisitHour: { kind: 'value', value: 13_889 },
  goalShare: rate(0.5, 4),
  visitsPerThousand: rate(200),
  started: { kind: 'notApplicable', reason: 'notPartOfPlan' },
};
const row: Comparand = {
  tier: 'specific',
  ages: { minAge: 13, maxAge: 17 },
  unit: 'visit',
  usesCodes: false,
  yearShare: 1,
  isOpen: false,
  indicators: ['safe-friday@2'],
  hasPopulation: true,
};
const yardstick: Yardstick = {
  tier: 'specific',
  ages: { minAge: 13, maxAge: 17 },
  usesCodes: false,
  isOpen: false,
  indicators: ['safe-friday@2'],
};

describe('comparable or not', () => {
  it.each<[string, Partial<Comparand>, ComparedMeasure, string[]]>([
    ['the same in everything', {}, 'visitsPerThousand', []],
    ['another tier (1.1)', { tier: 'general' }, 'visits', ['otherTier']],
    ['other age bands (1.2)', { ages: { minAge: 10, maxAge: 17 } }, 'visits', ['otherAges']],
    ['ages nobody wrote down (1.2)', { ages: null }, 'visits', ['otherAges']],
    ['other years of the same bands (1.2)', { ages: { minAge: 14, maxAge: 17 } }, 'visits', []],
    ['contacts against visits (1.3)', { unit: 'contact' }, 'costPerVisitHour', ['otherUnit']],
    ['contacts, where visits do not matter (1.3)', { unit: 'contact' }, 'heldShare', []],
    ['cards against tallies, of reach (1.4)', { usesCodes: true }, 'reach', ['otherMode']],
    ['cards against tallies, of visits (1.4)', { usesCodes: true }, 'visits', []],
    ['less than half a year (1.5)', { yearShare: 0.4 }, 'visitsPerThousand', ['otherPeriod']],
    ['less than half a year, of a price (1.5)', { yearShare: 0.4 }, 'costPerVisitHour', []],
    ['a year that is not over among those that are (1.5)', { isOpen: true }, 'heldShare', ['otherPeriod']],
    ['another version of the indicator (1.6)', { indicators: ['safe-friday@1'] }, 'goalShare', ['otherIndicator']],
    ['no population (1.7)', { hasPopulation: false }, 'visitsPerThousand', ['noPopulation']],
    ['no population, where none is needed (1.7)', { hasPopulation: false }, 'visits', []],
  ])('%s', (_name, part, measure, reasons) => {
    expect(incomparableReasonsOf({ ...row, ...part }, yardstick, measure, cells)).toEqual(reasons);
  });

  it('says so when the number itself is hidden or was never measured', () => {
    const hidden = { ...cells, visits: { kind: 'withheld' as const, reason: 'smallNumbers' as const } };
    expect(incomparableReasonsOf(row, yardstick, 'visits', hidden)).toEqual(['withheld']);
    const none = { ...cells, goalShare: { kind: 'notMeasured' as const } };
    expect(incomparableReasonsOf(row, yardstick, 'goalShare', none)).toEqual(['notMeasured']);
  });

  it('leaves open what the yardstick leaves open', () => {
    const open: Yardstick = { tier: null, ages: null, usesCodes: null, isOpen: null, indicators: null };
    const other: Comparand = { ...row, tier: 'general', ages: null, usesCodes: true, isOpen: true, indicators: [] };
    for (const measure of ['visits', 'reach', 'goalShare', 'heldShare'] as const)
      expect(incomparableReasonsOf(other, open, measure, cells)).toEqual([]);
  });

  it('knows which bands a span of ages touches', () => {
    expect(bandsOf({ minAge: 13, maxAge: 17 })).toEqual(['13-15', '16-17']);
    expect(bandsOf({ minAge: 10, maxAge: 25 })).toEqual(['10-12', '13-15', '16-17', '18-25']);
    expect(bandsOf({ minAge: 26, maxAge: 30 })).toEqual([]);
    expect(isSameAges({ minAge: 13, maxAge: 17 }, { minAge: 15, maxAge: 16 })).toBe(true);
    expect(isSameAges(null, null)).toBe(false);
  });

  it('takes the most common as the measure, and the first of equals', () => {
    expect(mostCommon(['a', 'b', 'b'])).toBe('b');
    expect(mostCommon(['a', 'b'])).toBe('a');
    expect(mostCommon([])).toBeNull();
  });
});

describe('what may be said', () => {
  const spanned = (estimate: number, lower: number, upper: number, n = 1000, visitsEach = 1): Spanned => ({
    interval: { estimate, lower, upper, n },
    visitsEach,
  });

  it('weighs each row by its base and counts those whose interval holds the common level (2.2)', () => {
    const spread = spreadOf([spanned(100, 80, 120, 1000), spanned(200, 180, 220, 3000), spanned(170, 150, 190, 1000)]);
    expect(spread?.level).toBeCloseTo(174, 9);
    expect(spread?.alikeCount).toBe(1);
  });

  it('lengthens the arms by the square root of visits each young person made (2.3)', () => {
    const alone = spreadOf([spanned(100, 90, 110), spanned(140, 130, 150)]);
    const again = spreadOf([spanned(100, 90, 110, 1000, 9), spanned(140, 130, 150, 1000, 9)]);
    expect(alone?.alikeCount).toBe(0);
    expect(again?.alikeCount).toBe(2);
    expect(visitsEachOf(cells)).toBe(10);
    expect(visitsEachOf({ ...cells, reach: { kind: 'notMeasured' } })).toBe(1);
  });

  it('has no common level for fewer than two rows, or rows without a base (2.2)', () => {
    expect(spreadOf([spanned(100, 90, 110)])).toBeNull();
    expect(spreadOf([spanned(100, 90, 110), spanned(0, 0, 0, 0)])).toBeNull();
  });

  it('never finds more alike than there are, and never fewer when the arms grow longer (2.3)', () => {
    const one = fc.record({
      estimate: fc.integer({ min: 1, max: 500 }),
      arm: fc.integer({ min: 0, max: 60 }),
      n: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 2, maxLength: 16 }),
        fc.integer({ min: 1, max: 30 }),
        (rows, visitsEach) => {
          const made = (each: number) =>
            rows.map(({ estimate, arm, n }) => spanned(estimate, estimate - arm, estimate + arm, n, each));
          const [plain, longer] = [spreadOf(made(1)), spreadOf(made(visitsEach))];
          expect(plain?.alikeCount).toBeLessThanOrEqual(rows.length);
          expect(longer?.alikeCount).toBeGreaterThanOrEqual(plain?.alikeCount ?? 0);
        },
      ),
    );
  });

  const facts = {
    measure: 'visitsPerThousand' as const,
    rowCount: 3,
    compared: [cells, cells],
    spread: { level: 200, alikeCount: 2 },
    isAcrossTiers: false,
    isAcrossIndicators: false,
  };

  it('speaks of the common level, of a span, or of nothing to compare (2.4)', () => {
    expect(findingOf(facts)).toEqual({ kind: 'alike', alikeCount: 2, comparedCount: 2, level: 200 });
    expect(findingOf({ ...facts, compared: [cells] })).toEqual({ kind: 'tooFew', comparedCount: 1, rowCount: 3 });
    expect(findingOf({ ...facts, isAcrossTiers: true })).toMatchObject({ kind: 'sideBySide', why: 'tiers' });
    expect(findingOf({ ...facts, measure: 'goalShare', isAcrossIndicators: true })).toMatchObject({
      why: 'indicators',
    });
    const dearer = { ...cells, totalPerVisitHour: { kind: 'value' as const, value: 20_000 } };
    expect(findingOf({ ...facts, measure: 'costPerVisitHour', spread: null, compared: [cells, dearer] })).toEqual({
      kind: 'span',
      lowest: 13_889,
      highest: 20_000,
      comparedCount: 2,
    });
  });
});

describe('who may compare', () => {
  const actor = (role: Role): Actor => ({
    userId: 'u',
    name: 'U',
    memberships: [{ role, placeKind: 'municipality', placeId: 'm', municipalityId: 'm' }],
  });

  it.each(roles)('%s', (role) => {
    const may = role !== 'partner' && role !== 'funder';
    expect(mayCompare(actor(role))).toBe(may);
    expect(isOwnMunicipality(actor(role), 'm')).toBe(may);
    expect(isOwnMunicipality(actor(role), 'n')).toBe(false);
  });
});
