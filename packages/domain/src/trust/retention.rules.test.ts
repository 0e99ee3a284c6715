import { describe, expect, it } from 'vitest';
import { dueOf, heldBackBy, monthsLater, verdictOf } from './retention.rules.ts';

const free = { basis: { validFrom: '2025-01-01' }, isProjectHeld: false, isMunicipalityHeld: false };

describe('when a project’s rows must be gone', () => {
  it('is when its evaluation is approved', () => {
    expect(dueOf({ status: 'evaluated', endedOn: '2025-12-31', evaluatedOn: '2026-02-20' })).toEqual({
      dueOn: '2026-02-20',
      reason: 'evaluationApproved',
    });
  });
  it('is at the latest twelve months after its end', () => {
    expect(dueOf({ status: 'closed', endedOn: '2025-12-31', evaluatedOn: null })).toEqual({
      dueOn: '2026-12-31',
      reason: 'yearAfterEnd',
    });
    expect(dueOf({ status: 'evaluated', endedOn: '2024-06-30', evaluatedOn: '2025-09-01' })?.reason).toBe(
      'yearAfterEnd',
    );
    expect(dueOf({ status: 'running', endedOn: null, evaluatedOn: null })).toBeNull();
  });
  it('counts months as people do', () => {
    expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28');
    expect(monthsLater('2025-12-31', 12)).toBe('2026-12-31');
    expect(monthsLater('2025-08-31', 1)).toBe('2025-09-30');
    expect(monthsLater('2026-11-13', -12)).toBe('2025-11-13');
  });
});

describe('what holds them back', () => {
  it.each([
    [{ ...free, basis: null }, 'noBasis'],
    [{ ...free, basis: { validFrom: '2026-12-01' } }, 'basisLater'],
    [{ ...free, isProjectHeld: true }, 'projectHold'],
    [{ ...free, isMunicipalityHeld: true, isProjectHeld: true }, 'municipalityHold'],
    [{ ...free, basis: null, isProjectHeld: true }, 'projectHold'],
    [free, null],
  ] as const)('%j gives %s', (keeping, answer) => {
    expect(heldBackBy(keeping, '2026-11-13')).toBe(answer);
  });
  it('is said of what is due, and of a hold before that', () => {
    const ended = { status: 'closed', endedOn: '2026-06-30', evaluatedOn: null } as const;
    expect(verdictOf(ended, { ...free, basis: null }, '2026-11-13')).toMatchObject({ isDue: false, heldBack: null });
    expect(verdictOf(ended, { ...free, isProjectHeld: true }, '2026-11-13').heldBack).toBe('projectHold');
    expect(verdictOf(ended, { ...free, basis: null }, '2027-06-30')).toMatchObject({
      isDue: true,
      heldBack: 'noBasis',
    });
    expect(verdictOf({ ...ended, status: 'rejected' }, free, '2030-01-01')).toMatchObject({
      isDue: false,
      dueOn: null,
    });
  });
});
