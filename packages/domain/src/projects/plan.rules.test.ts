import { describe, expect, it } from 'vitest';
import { emptyPlan, planFields } from './plan.ts';
import { draftFrom, isHarmRisk, isWithinTrack, latestEndOf, planProblems, planYear } from './plan.rules.ts';

describe('the period of a project', () => {
  it.each([
    ['2027-01-01', '2027-12-31'],
    ['2027-08-15', '2028-08-14'],
    ['2028-02-29', '2029-02-28'],
    ['2027-03-01', '2028-02-29'],
  ])('begun on %s ends on %s at the latest', (startsOn, endsOn) => {
    expect(latestEndOf(startsOn)).toBe(endsOn);
    const plan = { ...emptyPlan('Navn'), startsOn, endsOn };
    expect(planProblems(plan)).toEqual([]);
  });

  it('is told at its field when it is longer or reversed', () => {
    const plan = { ...emptyPlan('Navn'), startsOn: '2027-01-01' };
    expect(planProblems({ ...plan, endsOn: '2028-01-01' })).toEqual([
      { path: 'endsOn', code: 'project.longerThanYear', params: { latestOn: '2027-12-31' } },
    ]);
    expect(planProblems({ ...plan, endsOn: '2026-12-31' })).toMatchObject([
      { path: 'endsOn', code: 'project.endsBeforeStart' },
    ]);
  });

  it('gives the project its year', () => {
    expect(planYear('2028-02-01', 2027)).toBe(2028);
    expect(planYear(null, 2027)).toBe(2027);
  });
});

describe('ages and codes', () => {
  it('allow equal ages, not reversed ones', () => {
    const plan = emptyPlan('Navn');
    expect(planProblems({ ...plan, minAge: 13, maxAge: 13 })).toEqual([]);
    expect(planProblems({ ...plan, minAge: 14, maxAge: 13 })).toMatchObject([{ path: 'maxAge' }]);
  });

  it('keep codes to the specific tier', () => {
    const plan = { ...emptyPlan('Navn'), usesCodes: true };
    expect(planProblems({ ...plan, tier: 'specific' })).toEqual([]);
    for (const tier of ['general', 'individual', null] as const)
      expect(planProblems({ ...plan, tier })).toMatchObject([{ path: 'usesCodes' }]);
  });

  it('know the ages of each track', () => {
    expect(isWithinTrack({ track: 'ssp', minAge: 10 })).toBe(true);
    expect(isWithinTrack({ track: 'ssp', minAge: 19 })).toBe(false);
    expect(isWithinTrack({ track: 'sspPlus', minAge: 18 })).toBe(true);
    expect(isWithinTrack({ track: 'sspPlus', minAge: 16 })).toBe(false);
    expect(isWithinTrack({ track: 'ssp', minAge: null })).toBe(true);
  });
});

describe('the harm check', () => {
  const calm = { adultsPresent: 'always', structure: 'fixed', groupMix: 'mixed' } as const;
  it('sees a risk without adults all the time, without structure, or with only youth at risk', () => {
    expect(isHarmRisk(calm)).toBe(false);
    expect(isHarmRisk({ ...calm, structure: 'partly' })).toBe(false);
    expect(isHarmRisk({ ...calm, adultsPresent: 'partly' })).toBe(true);
    expect(isHarmRisk({ ...calm, adultsPresent: 'no' })).toBe(true);
    expect(isHarmRisk({ ...calm, structure: 'open' })).toBe(true);
    expect(isHarmRisk({ ...calm, groupMix: 'onlyAtRisk' })).toBe(true);
  });
  it('sees none in what is not answered yet', () => {
    expect(isHarmRisk({ adultsPresent: null, structure: null, groupMix: null })).toBe(false);
  });
});

describe('a draft from something else', () => {
  it('takes a recipe’s words and leaves place, period and the counted group empty', () => {
    const draft = draftFrom({
      title: 'Fredagshallen',
      problem: 'Uro',
      effects: 'Ro',
      tier: 'specific',
      usesCodes: true,
      themes: ['leisure'],
      minAge: 13,
      maxAge: 17,
      districtId: 'x',
      targetGroupCount: 160,
      startsOn: '2026-01-01',
      assumptions: ['a'],
    });
    expect(draft).toMatchObject({
      title: 'Fredagshallen',
      challenge: 'Uro',
      effects: 'Ro',
      themes: ['leisure'],
      usesCodes: true,
      districtId: null,
      startsOn: null,
      targetGroupCount: null,
      assumptions: ['a', '', '', '', ''],
    });
    expect(planFields.safeParse(draft).success).toBe(true);
  });
  it('drops codes outside the specific tier', () => {
    expect(draftFrom({ title: 'Navn', tier: 'general', usesCodes: true }).usesCodes).toBe(false);
  });
});
