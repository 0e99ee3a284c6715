import { describe, expect, it } from 'vitest';

import { freeText, screenTexts } from './text.ts';

const number = `${'71'}0311-5126`;
const doubtful = `Elev ${'71'}0311${'5127'}`;

describe('free text', () => {
  it('is trimmed and bounded', () => {
    const note = freeText({ max: 10 });
    expect(note.parse('  Fin aften ')).toBe('Fin aften');
    expect(note.safeParse('   ').success).toBe(false);
    expect(note.safeParse('x'.repeat(11)).success).toBe(false);
    expect(freeText({ max: 10, min: 3 }).safeParse('ab').success).toBe(false);
  });

  it('may be left out when optional, and is then null', () => {
    const note = freeText({ max: 10, optional: true });
    expect([note.parse(undefined), note.parse(null), note.parse('  '), note.parse(' ja ')]).toEqual([
      null,
      null,
      null,
      'ja',
    ]);
  });
});

describe('screening an input', () => {
  it('answers with the worst verdict of all its texts, however deep', () => {
    expect(screenTexts({ title: 'Fredagshallen', notes: [{ text: `Ring til ${number}` }] })).toBe('block');
    expect(screenTexts({ a: doubtful, b: ['ok'] })).toBe('ask');
    expect(screenTexts([doubtful, number])).toBe('block');
    expect(screenTexts({ [number]: 1 })).toBe('block');
  });

  it('passes over ids, numbers and whatever is no text', () => {
    for (const value of [
      null,
      undefined,
      7_103_115_126,
      true,
      {},
      [],
      {
        id: '71031151-2671-4031-8512-671031151267',
        amountOere: 7_103_115_126,
        on: '2026-11-13',
        at: '2026-11-13T18:30:00.000Z',
      },
    ])
      expect(screenTexts(value)).toBe('clear');
  });
});
