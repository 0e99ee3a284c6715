import { describe, expect, it } from 'vitest';

import { screenText } from './personal-number.ts';

/** Fills {d}{m}{y}{yyyy}{a}{b} of a pattern; the number itself never stands in this file, and 71 is a replacement number's day. */
function fill(pattern: string, { d = '71', m = '03', y = '11', yyyy = '2011', a = '51', b = '26' } = {}): string {
  return pattern
    .replaceAll('{d}', d)
    .replaceAll('{m}', m)
    .replaceAll('{yyyy}', yyyy)
    .replaceAll('{y}', y)
    .replaceAll('{a}', a)
    .replaceAll('{b}', b);
}

function holds(digits: string): boolean {
  return [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
}

/** A date and last four that do, or do not, hold modulus 11. */
function tenDigits(date: string, start: string, modulus11: boolean): string {
  for (let n = 0; n < 1000; n++) {
    const digits = date + start + String(n).padStart(3, '0');
    if (holds(digits) === modulus11) return digits;
  }
  return '';
}

describe('a personal number is blocked', () => {
  it.each([
    '{d}{m}{y}-{a}{b}',
    '{d}{m}{y} {a}{b}',
    '{d}{m}{y}/{a}{b}',
    '{d}{m}{y}.{a}{b}',
    '{d}{m}{y}_{a}{b}',
    '{d}{m}{y} – {a}{b}',
    '{d}{m}{y}—{a}{b}',
    '{d}{m}{y}−{a}{b}',
    '{d}{m}{y}\n{a}{b}',
    '{d}{m}{y}\t{a}{b}',
    '{d}{m}{y}\u2011{a}{b}',
    '{d}{m}{y}\u00a0{a}{b}',
    '{d}{m}{y}\u202f{a}{b}',
    '{d}{m}{y}\u2009-\u2009{a}{b}',
    '{d}{m}{y}\u00ad-{a}{b}',
    '{d}\u200b{m}\u200b{y}-{a}\u200d{b}',
    '{d}.{m}.{y}-{a}{b}',
    '{d}/{m}/{y} {a}{b}',
    '{d}/{m}-{y} {a}{b}',
    '{d}-{m}-{y}-{a}-{b}',
    '{d} {m} {y} {a}{b}',
    '{d}.{m}.{yyyy}-{a}{b}',
    '{d}-{m}-{yyyy}-{a}{b}',
    '{yyyy}{m}{d}-{a}{b}',
    '{d}{m}{yyyy} {a}{b}',
    'cpr: {d} {m} {y} {a} {b}',
    'CPR-nr.{d}{m}{y}{a}{b}',
    'c.p.r. {d}{m}{y}{a}{b}',
    'personnummer er {d}{m}{y}{a}{b}',
    'pers.nr. {d}{m}{y}{a}{b}',
    'født {d}{m}{y} {a}{b}',
    'f. {d}{m}{y}{a}{b}',
    '{d}{m}{y}{a}{b} (cpr)',
    'ＣＰＲ {d}{m}{y}{a}{b}',
    'nr{d}{m}{y}-{a}{b}b',
    '**{d}{m}{y}**-{a}{b}',
    '{d}{m}{y}&nbsp;{a}{b}',
    'https://eksempel.dk/?cpr={d}{m}{y}{a}{b}',
    '{d}{m}{y} bindestreg {a}{b}',
    '{d}{m}{y}, sidste fire er {a}{b}',
    'Tlf. 12 34 56 78, {d}{m}{y}-{a}{b}',
    'CVR 62 54 74 13 og {d}{m}{y}-{a}{b}',
    '13.11.2026: {d}{m}{y}-{a}{b}',
    'konto 0123456789, cpr {d}{m}{y}-{a}{b}',
    'cpr 7 1 0 3 1 1 {a}{b}',
    'cpr: {d},{m},{y},{a}{b}',
  ])('however it is written: %j', (pattern) => {
    expect(screenText(fill(pattern))).toBe('block');
  });

  it.each([
    ['full-width', 0xff10],
    ['Arabic-Indic', 0x660],
    ['Persian', 0x6f0],
    ['Devanagari', 0x966],
    ['mathematical bold', 0x1d7ce],
    ['mathematical monospace', 0x1d7f6],
  ])('in %s digits', (_name, zero) => {
    expect(
      screenText(fill('{d}{m}{y}-{a}{b}').replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))),
    ).toBe('block');
  });

  it('with the month as a word', () => {
    expect(screenText(fill('født den 1. januar {yyyy}, {a}{b}'))).toBe('block');
    expect(screenText(fill("1. jan. '{y}-{a}{b}"))).toBe('block');
  });

  it('when it stands alone, if modulus 11 holds', () => {
    expect(screenText(tenDigits('710311', '5', true))).toBe('block');
  });

  it('when it is the worst of several numbers', () => {
    expect(screenText(fill(`${tenDigits('710311', '5', false)} og {d}{m}{y}-{a}{b}`))).toBe('block');
  });
});

describe('a doubtful number is asked about', () => {
  it('when only the date of ten digits is right: modulus 11 never clears', () => {
    expect(screenText(tenDigits('710311', '5', false))).toBe('ask');
    expect(screenText(`Elev ${tenDigits('710311', '5', false)}`)).toBe('ask');
  });

  it.each([
    '{d}{m}{y}:{a}{b}',
    '{d}{m}{y}; {a}{b}',
    '7 1 0 3 1 1 5 1 2 6',
    '{d}{m} {y} {a}{b}',
    'sagsnr. {d}{m}{y}-{a}{b}',
    'konto {d}{m}{y} {a}{b}',
  ])('when the writing is uncommon or a word names something else: %j', (pattern) => {
    expect(['ask', 'block']).toContain(screenText(fill(pattern)));
  });

  it('at most, when a word directly before names something else and only modulus 11 speaks for it', () => {
    for (const word of ['konto', 'kontonr.', 'faktura', 'ordrenr.', 'reg. 1234', 'EAN', 'P-nr.']) {
      expect(screenText(`${word} ${tenDigits('710311', '5', true)}`)).toBe('ask');
      expect(screenText(`${word} ${tenDigits('710311', '5', false)}`)).toBe('clear');
    }
  });
});

describe('the century follows the seventh digit and the year', () => {
  // 29 February is a day in one of the two centuries only, so it shows which one was meant.
  it.each([
    ['4', '36', true],
    ['4', '37', false],
    ['4', '40', true],
    ['9', '36', true],
    ['9', '37', false],
    ['9', '40', true],
    ['5', '56', true],
    ['8', '56', true],
    ['5', '57', false],
    ['5', '58', false],
    ['5', '60', true],
    ['0', '00', false],
    ['4', '00', true],
    ['0', '04', true],
  ])('digit 7 = %s, year %s, 29 February: a day is %s', (seventh, year, isDay) => {
    expect(screenText(`2902${year}-${seventh}001`)).toBe(isDay ? 'block' : 'clear');
  });

  it.each([
    ['36', '4', 2036],
    ['36', '9', 2036],
    ['37', '4', 1937],
    ['37', '9', 1937],
    ['57', '5', 2057],
    ['57', '8', 2057],
    ['58', '5', 1858],
    ['58', '8', 1858],
    ['99', '3', 1999],
    ['00', '0', 1900],
    ['99', '9', 1999],
    ['99', '6', 1899],
  ])('year %s with digit 7 = %s is %i and no other', (yy, seventh, year) => {
    const written = (century: number) => `71-03-${century}${yy}-${seventh}001`;
    const centuries = [18, 19, 20].filter((century) => screenText(written(century)) === 'block');
    expect(centuries).toEqual([Math.floor(year / 100)]);
  });

  it('refuses days and months that do not exist, with 60 added too', () => {
    for (const date of ['320111', '000111', '301311', '310411', '920111', '900211', '600111', '710011'])
      expect(screenText(`${date}-5126`)).toBe('clear');
    for (const date of ['610111', '910111', '880211']) expect(screenText(`${date}-5126`)).toBe('block');
  });
});

describe('what clubs and halls write is clear', () => {
  it.each([
    '',
    'Vi mødtes i hallen.',
    'CPR-nr. må ikke skrives her',
    'CPR-nr.010190xxxx',
    'CPR: 000000-0000',
    '+45 12 34 56 78',
    '12345678',
    'Tlf. 33 12 10 85, 2500 Valby',
    '21 10 85 12, 34 56 78 90',
    '21 10 85 12\n34 56 78 90',
    '21 10 85 12 / 34 56 78 90',
    'CVR 62 54 74 13',
    'CVR-nr. 62547413',
    'reg. 1234 konto 0123456789',
    'kontonr: 9570 0012345678',
    `P-nr. ${'10'}12345678`,
    `p-nummer ${'10'}01234567`,
    `produktionsenhed ${'10'}02345678`,
    'EAN-nr. 5790001234567',
    'DK50 0040 0440 1162 43',
    'IBAN DK5000400440116243',
    'ISBN 978-87-02-12345-6',
    '550e8400-e29b-41d4-a716-446655440000',
    'faktura 2027-0101',
    'https://ssp.kk.dk/nyheder/2026/11/13/1830',
    'IMG_20261113_1830.jpg',
    '01.02.2027-30.11.2027',
    '01.02.27-30.11.27',
    '1/8-26-31/7-27',
    '12.10.-16.10.2026',
    '10-11.12.2026',
    '10.11.26, 17.11.26, 24.11.26',
    '10/11-26, 17/11-26',
    '13/11 20/11 27/11 4/12 11/12',
    '10/11-12/12 10.30',
    '2027-01-10/2027-02-11',
    '2026-2027',
    'uge 10 11 12',
    '13.11.2026 18.00',
    '13.11.26 18.00',
    '13.11.26 18.30-22.30',
    '13/11/26 1830',
    '010227 kl. 1830',
    '2026-11-13T18:00:00.000Z',
    'fredag den 13. november 2026 kl. 18.00-22.30',
    '13. november 2026 18.30',
    '1. feb. 27 18.00',
    '10.05-11.30 12.15',
    '10.30 11.30 12.30',
    '1.234.567.890 kr.',
    '345.800 kr.',
    '152.000 120.000 73.800',
    '13.11.2026 4500 kr.',
    '01.05.2026, 6600 Vejen',
    'Fremmøder: 12, 10, 26, 14, 13',
    'Fremmøder 12 10 26 14 13',
    'Unge født i 2012. 13.11.2026 18.00, tlf. 21 10 85 12',
    'Skriv ikke CPR-numre. 13.11.26 18.00-22.00',
  ])('%j', (text) => {
    expect(screenText(text)).toBe('clear');
  });
});
