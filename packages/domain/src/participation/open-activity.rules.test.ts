import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, openActivityInput, openActivityKinds, openUnits, quietKinds, unitOfKind } from './open-activity.ts';
import { monthStartOf, openActivityFigures, quarterOf } from './open-activity.rules.ts';

const organisationId = null;
const outreach = {
  kind: 'outreach',
  onDay: '2026-11-06',
  organisationId,
  venueId: null,
  placeName: 'Nørrebro Station',
  theme: 'safety',
  count: 14,
  minutes: 180,
  staffMinutes: 360,
  note: 'Stille aften, mange på vej hjem.',
} as const;
const talks = {
  ...outreach,
  kind: 'concernTalk',
  onDay: '2026-10-01',
  placeName: null,
  minutes: null,
  staffMinutes: null,
  note: null,
  count: 6,
} as const;

const codesOf = (input: unknown) => {
  const result = openActivityInput.safeParse(input);
  return result.success
    ? []
    : result.error.issues.map((issue) => [
        issue.path.join('.'),
        issue.code === 'custom' ? (issue.params as { code: string }).code : issue.code,
      ]);
};

describe('an activity without a register', () => {
  it('says where, how many and about what', () => {
    expect(codesOf(outreach)).toEqual([]);
    expect(codesOf({ ...outreach, placeName: '' })).toEqual([['placeName', 'participation.noPlace']]);
  });

  it('a concern talk is a count in a month with a theme, and nothing else', () => {
    expect(codesOf(talks)).toEqual([]);
    expect(codesOf({ ...talks, onDay: '2026-10-14' })).toEqual([['onDay', 'participation.onlyMonth']]);
    for (const [path, value] of [
      ['note', 'Godt forløb'],
      ['placeName', 'Skolen'],
      ['minutes', 45],
      ['staffMinutes', 90],
      ['venueId', 'd2b54bb3-6a9c-4c6b-9d8a-0f3f3c8f5f10'],
    ] as const)
      expect(codesOf({ ...talks, [path]: value })).toEqual([[path, 'participation.onlyCounted']]);
  });

  it('has exactly one unit, and there is no unit called visits', () => {
    for (const kind of openActivityKinds) expect(openUnits).toContain(unitOfKind[kind]);
    expect(openUnits).not.toContain('visit');
    expect(quietKinds.every((kind) => unitOfKind[kind] === 'conversation')).toBe(true);
    expect(openActivityKinds.filter(isQuiet)).toEqual([...quietKinds]);
  });

  it('adds contacts to contacts, and nothing to visits, young people or minutes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openActivityKinds), fc.nat(2000), (kind, count) => {
        const figures = openActivityFigures({ kind, count });
        expect(figures).toEqual(kind === 'outreach' ? { contactCount: count } : {});
      }),
    );
  });
});

describe('periods of an activity', () => {
  it.each([
    ['2026-01-01', '2026-K1'],
    ['2026-03-31', '2026-K1'],
    ['2026-04-01', '2026-K2'],
    ['2026-12-31', '2026-K4'],
  ])('%s is in %s', (on, quarter) => expect(quarterOf(on)).toBe(quarter));

  it('a month begins on its first day', () => expect(monthStartOf('2026-02-28')).toBe('2026-02-01'));
});
