import { describe, expect, it } from 'vitest';
import type { PlanFields } from './plan.ts';
import { emptyPlan } from './plan.ts';
import { missingForSubmission, type SubmissionFacts } from './submission.rules.ts';

const plan: PlanFields = {
  ...emptyPlan('Fredagshallen'),
  summary: 'Idræt fredag aften',
  tier: 'specific',
  tierReason: 'Grupper ved stationen',
  themes: ['leisure'],
  minAge: 13,
  maxAge: 17,
  bodyId: '00000000-0000-4000-8000-000000000001',
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  challenge: 'Uro',
  targetGroup: 'Unge fra klubberne',
  targetGroupCount: 160,
  effects: 'Tryghed',
  results: 'En fast kreds',
  activities: 'Boldspil',
  resources: 'Hallen',
  assumptions: ['a', 'b', 'c', 'd', 'e'],
  adultsPresent: 'always',
  structure: 'fixed',
  groupMix: 'mixed',
};
const facts: SubmissionFacts = {
  seriesCount: 1,
  sessionCount: 41,
  partnerCount: 6,
  lineCount: 10,
  openLineCount: 0,
  balances: [
    { kind: 'cash', linesOere: 27_200_000, fundingOere: 27_200_000 },
    { kind: 'inKind', linesOere: 7_380_000, fundingOere: 7_380_000 },
  ],
  goals: [{ id: 'g', title: 'Tryghed', gaps: [] }],
  nameCheckedOn: '2026-10-06',
};
const codesOf = (changedPlan: Partial<PlanFields>, changedFacts: Partial<SubmissionFacts> = {}) =>
  missingForSubmission({ ...plan, ...changedPlan }, { ...facts, ...changedFacts }).map(
    (gap) => `${gap.tab} ${gap.code}${gap.field === null ? '' : ` ${gap.field}`}`,
  );

describe('what is missing before submission', () => {
  it('is nothing when the plan of Fredagshallen is whole: 345,800 kr. with 73,800 in kind balance', () => {
    expect(codesOf({})).toEqual([]);
  });

  it.each([
    [{ tier: null }, {}, 'plan field tier'],
    [{ summary: '' }, {}, 'plan field summary'],
    [{ themes: [] }, {}, 'plan field themes'],
    [{ bodyId: null }, {}, 'plan field bodyId'],
    [{ targetGroupCount: null }, {}, 'plan field targetGroupCount'],
    [{ assumptions: ['a', 'b', '', 'd', 'e'] }, {}, 'plan field assumptions'],
    [{ endsOn: '2028-02-01' }, {}, 'plan contradiction endsOn'],
    [{ minAge: 19, maxAge: 22 }, {}, 'plan agesOutsideTrack minAge'],
    [
      { track: 'sspPlus', minAge: 18, maxAge: 25, extendedMinAge: 16 },
      {},
      'plan extendedAgeReason extendedMinAgeReason',
    ],
    [{ structure: 'open' }, {}, 'plan harmAnswer harmAnswer'],
    [{ title: 'Klub for kriminelle unge' }, { nameCheckedOn: null }, 'plan nameCheck title'],
    [{}, { seriesCount: 0, sessionCount: 0 }, 'activities activities'],
    [{}, { lineCount: 0 }, 'budget noLines'],
    [{}, { openLineCount: 2 }, 'budget sharesOpen'],
    [{}, { goals: [] }, 'goals noGoals'],
    [{}, { goals: [{ id: 'g', title: 'Tryghed', gaps: ['baseline', 'target'] }] }, 'goals goalIncomplete'],
    [{}, { partnerCount: 0 }, 'partners partners'],
  ] as [Partial<PlanFields>, Partial<SubmissionFacts>, string][])('names %j %j', (changedPlan, changedFacts, gap) => {
    expect(codesOf(changedPlan, changedFacts)).toEqual([gap]);
  });

  it('counts cash and in-kind each by itself, to the øre', () => {
    const balances = [
      { kind: 'cash' as const, linesOere: 27_200_001, fundingOere: 27_200_000 },
      { kind: 'inKind' as const, linesOere: 7_379_999, fundingOere: 7_380_000 },
    ];
    expect(missingForSubmission(plan, { ...facts, balances })).toMatchObject([
      { code: 'fundingTooSmall', params: { kind: 'cash', byOere: 1 } },
      { code: 'fundingTooLarge', params: { kind: 'inKind', byOere: 1 } },
    ]);
  });

  it('asks no sessions of the individual tier', () => {
    expect(codesOf({ tier: 'individual' }, { seriesCount: 0, sessionCount: 0 })).toEqual([]);
  });

  it('is content with an answered harm check and a name somebody looked at', () => {
    expect(codesOf({ structure: 'open', harmAnswer: 'Faste besøg' })).toEqual([]);
    expect(codesOf({ title: 'Klub for kriminelle unge' })).toEqual([]);
  });

  it('lists an empty plan in the order of the tabs', () => {
    const gaps = missingForSubmission(emptyPlan('Navn'), {
      ...facts,
      lineCount: 0,
      goals: [],
      partnerCount: 0,
      seriesCount: 0,
      sessionCount: 0,
    });
    expect([...new Set(gaps.map((gap) => gap.tab))]).toEqual(['plan', 'activities', 'budget', 'goals', 'partners']);
    expect(gaps.filter((gap) => gap.field === 'assumptions')).toHaveLength(5);
  });
});
