import { describe, expect, it } from 'vitest';
import { codeAlphabet, codeFrom, participantCode, readCode } from './participant-code.ts';
import { countedOf, registration } from './registration.ts';

const held = {
  state: 'held' as const,
  headcounts: [
    { ageBand: '13-15' as const, gender: 'boy' as const, personCount: 9 },
    { ageBand: '13-15' as const, gender: 'girl' as const, personCount: 4 },
  ],
  codes: ['K7-TM4'],
  firstTimeCount: 3,
  staffCount: 2,
  staffMinutes: 540,
  volunteerCount: 0,
  volunteerMinutes: 0,
  note: null,
};

/** Paths and codes of what the schema refuses. */
function refusalsOf(value: unknown): string[] {
  const result = registration.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const code = issue.code === 'custom' ? (issue.params as { code: string }).code : issue.code;
    return `${issue.path.join('.')} ${code}`;
  });
}

describe('a held session', () => {
  it('is accepted as counted', () => {
    expect(refusalsOf(held)).toEqual([]);
    expect(countedOf(held)).toBe(13);
  });

  it.each([
    ['more first-timers than visits', { firstTimeCount: 14 }, 'firstTimeCount participation.tooManyFirstTimers'],
    ['more cards than visits', { headcounts: [], firstTimeCount: 0 }, 'codes participation.moreCardsThanVisits'],
    ['the same card twice', { codes: ['K7-TM4', 'k7tm4'] }, 'codes.1 participation.cardTwice'],
    ['what is no card', { codes: ['Amina K'] }, 'codes.0 participation.notACode'],
    ['hours without adults', { staffCount: 0 }, 'staffMinutes participation.hoursWithoutAdults'],
    [
      'volunteer hours without volunteers',
      { volunteerMinutes: 60 },
      'volunteerMinutes participation.hoursWithoutAdults',
    ],
    [
      'one place counted twice',
      { headcounts: [...held.headcounts, held.headcounts[0]] },
      'headcounts participation.countedTwice',
    ],
    [
      'a count below 0',
      { headcounts: [{ ...held.headcounts[0], personCount: -1 }] },
      'headcounts.0.personCount too_small',
    ],
    [
      'a count above 500',
      { headcounts: [{ ...held.headcounts[0], personCount: 501 }] },
      'headcounts.0.personCount too_big',
    ],
    [
      'half a person',
      { headcounts: [{ ...held.headcounts[0], personCount: 1.5 }] },
      'headcounts.0.personCount invalid_type',
    ],
    [
      'an age band that does not exist',
      { headcounts: [{ ...held.headcounts[0], ageBand: '0-9' }] },
      'headcounts.0.ageBand invalid_value',
    ],
    ['a note that is too long', { note: 'a'.repeat(501) }, 'note too_big'],
  ])('refuses %s', (_name, change, refusal) => {
    expect(refusalsOf({ ...held, ...change })).toContain(refusal);
  });

  it('tells first-timers that were not counted from none', () => {
    expect(registration.parse({ ...held, firstTimeCount: null })).toMatchObject({ firstTimeCount: null });
    expect(registration.parse({ ...held, firstTimeCount: 0 })).toMatchObject({ firstTimeCount: 0 });
  });
});

describe('a cancelled session', () => {
  const cancelled = { state: 'cancelled', cancelledBy: 'venue', cancelReason: 'Stævne i hallen', note: null };

  it('says who cancelled and why', () => {
    expect(refusalsOf(cancelled)).toEqual([]);
    expect(refusalsOf({ ...cancelled, cancelReason: ' ' })).toEqual(['cancelReason too_small']);
    expect(refusalsOf({ ...cancelled, cancelledBy: null })).toEqual(['cancelledBy invalid_value']);
  });
});

describe('a card code', () => {
  it.each([
    ['K7-TM4', 'K7-TM4'],
    [' k7 tm4 ', 'K7-TM4'],
    ['k7tm4', 'K7-TM4'],
    ['K7–TM4', 'K7-TM4'],
    ['too long', 'too long'],
  ])('%s is read as %s', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });

  it('is made from the draws alone, from signs that are not misread and spell nothing', () => {
    expect(codeFrom([0, 1, 2, 3, 4])).toBe('CD-FHJ');
    expect(codeAlphabet).not.toMatch(/[AEIOUYBGLQSZ0125680]/);
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
    expect(() => codeFrom([0, 1, 2, 3, codeAlphabet.length])).toThrow(RangeError);
    expect(participantCode.parse(codeFrom([17, 16, 15, 14, 13]))).toBe('97-43X');
  });
});
