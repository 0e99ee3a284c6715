import { describe, expect, it } from 'vitest';
import { codeAlphabet, codeFrom, participantCode, readCode } from './participant-code.ts';

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
