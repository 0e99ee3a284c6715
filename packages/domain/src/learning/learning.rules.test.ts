import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { type Role, roles } from '../people/membership.ts';
import { adaptationsOf, type WholePlan } from './adaptation.rules.ts';
import { draftFrom, inYear } from './draft-from.ts';
import { forgivingScore, likenessOf } from './forgiving-search.ts';
import { mayLearn, mayRepeatProject } from './learning.abilities.ts';

const plan: WholePlan['plan'] = {
  title: 'Fredagshallen',
  summary: 'Et trygt sted fredag aften.',
  tier: 'specific',
  track: 'ssp',
  themes: ['leisure', 'safety'],
  minAge: 13,
  maxAge: 17,
  challenge: 'Klubberne lukker tidligt.',
  targetGroup: 'Unge fra klubberne.',
  targetGroupCount: 160,
  effects: 'Flere er trygge.',
  results: 'En fast kreds.',
  activities: 'Boldspil og klatring.',
  resources: 'To pædagoger.',
  assumptions: ['De kommer, hvis venner kommer.'],
  adultsPresent: 'always',
  structure: 'fixed',
  groupMix: 'mixed',
  usesCodes: true,
};
const original: WholePlan = {
  plan,
  goals: [{ title: 'Mindst 38 aftener', targetValue: 38, unit: 'count' }],
  series: [{ title: 'Fredag', rule: 'FREQ=WEEKLY;BYDAY=FR', startMinute: 1080, endMinute: 1350 }],
  budgetCashOere: 27_200_000,
  budgetInKindOere: 7_380_000,
};

describe('what a copy does differently (comparison 5.2)', () => {
  it('is nothing when nothing was changed', () => {
    expect(adaptationsOf(original, structuredClone(original), [])).toEqual([]);
  });

  it('is exactly what was changed, in the order of the plan', () => {
    const copy: WholePlan = {
      ...original,
      plan: { ...plan, activities: 'Badminton.', themes: ['safety', 'leisure'] },
      goals: [{ title: 'Mindst 38 aftener', targetValue: 30, unit: 'count' }],
      series: [{ title: 'Fredag', rule: 'FREQ=WEEKLY;BYDAY=TH', startMinute: 1080, endMinute: 1350 }],
      budgetCashOere: 25_000_000,
    };
    expect(adaptationsOf(original, copy, []).map((one) => one.field)).toEqual([
      'activities',
      'goals',
      'series',
      'budgetCash',
    ]);
  });

  it('tells a target in its unit', () => {
    const share = (targetValue: number) => [{ title: 'Trygge', targetValue, unit: 'share' as const }];
    const [one] = adaptationsOf({ ...original, goals: share(0.65) }, { ...original, goals: share(0.75) }, []);
    expect(one).toMatchObject({ fromText: 'Trygge (65 %)', toText: 'Trygge (75 %)' });
  });

  it('puts what lacks a current reason first and keeps what was written beside the plan', () => {
    const copy = { ...original, plan: { ...plan, activities: 'Badminton.', resources: 'Én pædagog.', minAge: 14 } };
    const reasons = [
      { field: 'activities', fromText: plan.activities, toText: 'Badminton.', reason: 'Ingen klatrevæg.' },
      { field: 'resources', fromText: plan.resources, toText: 'Tre pædagoger.', reason: 'Flere unge.' },
      { field: 'hallen', fromText: 'Stor', toText: 'Lille', reason: 'Den anden var optaget.' },
    ];
    expect(adaptationsOf(original, copy, reasons).map(({ field, isOutdated }) => [field, isOutdated])).toEqual([
      ['minAge', false],
      ['resources', true],
      ['activities', false],
      ['hallen', false],
    ]);
  });
});

describe('a copy’s plan', () => {
  it('moves days to the new year, and 29 February to the 28th (comparison 5.1)', () => {
    expect(inYear('2025-03-01', 2025, 2027)).toBe('2027-03-01');
    expect(inYear('2024-02-29', 2024, 2027)).toBe('2027-02-28');
    expect(inYear('2026-01-10', 2025, 2027)).toBe('2028-01-10');
  });

  it('leaves what each place must answer for itself empty (comparison 5.1)', () => {
    const source = {
      ...plan,
      year: 2025,
      startsOn: '2025-01-01',
      endsOn: null,
      extendedMinAge: null,
      extendedMinAgeReason: '',
      assumptions: [...plan.assumptions],
    };
    const draft = draftFrom(source, 2027);
    expect(draft).toMatchObject({
      startsOn: '2027-01-01',
      endsOn: null,
      challenge: plan.challenge,
      tierReason: '',
      harmAnswer: '',
      nameCheckedOn: null,
    });
    expect(draft.assumptions).not.toBe(source.assumptions);
  });
});

describe('a search that forgives spelling (comparison 4.2)', () => {
  it.each([
    ['fredashalen', 'Fredagshallen'],
    ['fredags', 'Fredagshallen'],
    ['lommepengejop', 'Lommepengejob i Folehaven'],
    ['gade', 'Gaden'],
    ['Nørebro', 'Ydre Nørrebro'],
    ['maaltider', 'Måltider sammen'],
  ])('%s finds %s', (search, text) => {
    expect(forgivingScore(search, text)).toBeGreaterThan(0);
  });

  it.each([
    ['svømning', 'Fredagshallen'],
    ['', 'Fredagshallen'],
    ['i på', 'i på af'],
    ['fredag xyzxyz', 'Fredagshallen'],
  ])('“%s” does not find “%s”', (search, text) => {
    expect(forgivingScore(search, text)).toBe(0);
  });

  it('scores between 0 and 1, alike both ways, and 1 for the same word', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,12}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(likenessOf(a, b)).toBe(likenessOf(b, a));
        expect(likenessOf(a, b)).toBeGreaterThanOrEqual(0);
        expect(likenessOf(a, b)).toBeLessThanOrEqual(1);
        expect(likenessOf(a, a)).toBe(1);
      }),
    );
  });
});

describe('who may learn and repeat', () => {
  const actor = (role: Role): Actor => ({
    userId: 'u',
    name: 'U',
    memberships: [{ role, placeKind: 'municipality', placeId: 'm', municipalityId: 'm' }],
  });

  it.each(roles)('%s', (role) => {
    expect(mayLearn(actor(role))).toBe(!['partner', 'funder'].includes(role));
    expect(mayRepeatProject(actor(role))).toBe(['owner', 'coordinator', 'committeeMember'].includes(role));
  });
});
