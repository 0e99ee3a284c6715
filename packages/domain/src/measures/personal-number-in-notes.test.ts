import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { screenText } from './personal-number.ts';

const proseBefore = fc.constantFrom(
  '',
  'Vi talte med ham i hallen. ',
  'Ring til mor: ',
  'Aftale med klubben, ',
  'Der var 28 unge.\n',
  'tlf. 12 34 56 78, ',
  'Mødet 13.11.2026 kl. 18.00. ',
  'den unge ',
  'Se sag ',
  '(',
);
const proseAfter = fc.constantFrom(
  '',
  ' bor hos sin far.',
  ', kommer igen fredag',
  '. Der var 28 unge.',
  '\nHilsen Mette',
  ')',
  ' og hans bror',
);
/** What may stand between the date and the last four, and inside the date. */
const signs = fc.constantFrom(
  '-',
  ' ',
  '/',
  '.',
  '\u2011',
  '\u2013',
  '\u2014',
  '\u2212',
  '\u00a0',
  '\u202f',
  '\u2009',
  ' - ',
  ' \u2013 ',
  '\t',
  '\n',
  '_',
);
const inside = fc.constantFrom('', '.', '-', '/', ' ', '\u00a0', '\u2009', '\u2011');
const disguise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => [...text].join('\u200b'),
  (text) => [...text].join('\u00ad'),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
);
const century = (year: number): string[] =>
  year < 1900
    ? ['5', '6', '7', '8']
    : year < 1937
      ? ['0', '1', '2', '3']
      : year < 2000
        ? ['0', '1', '2', '3', '4', '9']
        : year < 2037
          ? ['4', '5', '6', '7', '8', '9']
          : ['5', '6', '7', '8'];
const born = fc
  .record({
    year: fc.integer({ min: 1858, max: 2057 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    replaced: fc.boolean(),
    pick: fc.nat(),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, replaced, pick, serial }) => {
    const sevenths = century(year);
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      dd: two(day + (replaced ? 60 : 0)),
      mm: two(month),
      yy: two(year % 100),
      yyyy: String(year),
      four: `${sevenths[pick % sevenths.length]}${String(serial).padStart(3, '0')}`,
    };
  });

describe('over all centuries, signs, disguises and sentences', () => {
  it('never clears ten digits with a sign before the last four, or together', () => {
    fc.assert(
      fc.property(
        born,
        fc.oneof(signs, fc.constant('')),
        disguise,
        proseBefore,
        proseAfter,
        ({ dd, mm, yy, four }, sign, hide, before, after) => {
          expect(screenText(before + hide(dd + mm + yy + sign + four) + after)).not.toBe('clear');
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('clears fewer than 1 in 100 of those whose date is written in parts, which may be a day and an hour', () => {
    const cases = fc.sample(fc.tuple(born, inside, signs, disguise, proseBefore, proseAfter, fc.boolean()), {
      numRuns: 10_000,
      seed: 41,
    });
    const cleared = cases.filter(
      ([{ dd, mm, yy, yyyy, four }, between, sign, hide, before, after, long]) =>
        screenText(before + hide([dd, mm, long ? yyyy : yy].join(between) + sign + four) + after) === 'clear',
    );
    expect(cleared.length / cases.length).toBeLessThan(0.01);
  });

  it('blocks every one behind the word cpr, unless it reads as a day and an hour, which it asks about', () => {
    fc.assert(
      fc.property(
        born,
        inside,
        fc.constantFrom('cpr ', 'CPR: ', 'cpr-nr. ', 'Personnummer: '),
        fc.constantFrom('-', ' ', ''),
        ({ dd, mm, yy, four }, between, word, sign) => {
          expect(screenText(word + [dd, mm, yy].join(between) + sign + four)).not.toBe('clear');
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const eight = fc.tuple(fc.integer({ min: 2, max: 9 }), digits(7)).map(([first, rest]) => `${first}${rest}`);
const inPairs = (number: string) => number.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4');
const phone = fc
  .tuple(
    eight,
    fc.constantFrom<(number: string) => string>(
      (number) => number,
      inPairs,
      (number) => `+45 ${inPairs(number)}`,
      (number) => `+45${number}`,
      (number) => `${number.slice(0, 4)} ${number.slice(4)}`,
    ),
  )
  .map(([number, write]) => write(number));
const date = fc
  .tuple(
    fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true }),
    fc.constantFrom('d.m.yyyy', 'dd.mm.yyyy', 'dd.mm.yy', 'd/m-yy', 'd/m-yyyy', 'dd-mm-yyyy', 'yyyy-mm-dd'),
  )
  .map(([at, form]) => {
    const [yyyy = '', mm = '', dd = ''] = at.toISOString().slice(0, 10).split('-');
    return form
      .replace('yyyy', yyyy)
      .replace('yy', yyyy.slice(2))
      .replace('dd', dd)
      .replace('mm', mm)
      .replace('d', String(Number(dd)))
      .replace('m', String(Number(mm)));
  });
const time = fc
  .tuple(fc.integer({ min: 8, max: 23 }), fc.constantFrom('00', '15', '30', '45'), fc.constantFrom('.', ':'))
  .map(([hour, minute, sign]) => `${String(hour).padStart(2, '0')}${sign}${minute}`);
const amount = fc
  .tuple(fc.integer({ min: 1, max: 999 }), digits(3))
  .map(([thousands, rest]) => `${thousands}.${rest} kr.`);
const note = fc.oneof(
  fc
    .tuple(date, time, fc.integer({ min: 5, max: 45 }))
    .map(([on, at, count]) => `Fredagshallen ${on} kl. ${at}, ${count} unge`),
  fc.tuple(date, time).map(([on, at]) => `Vi mødes ${on} ${at}`),
  fc.tuple(date, date).map(([from, to]) => `Perioden ${from} til ${to}`),
  fc.tuple(date, date, date).map((days) => `Datoer: ${days.join(', ')}`),
  fc.tuple(phone, phone).map(([a, b]) => `Ring til klubben på ${a} eller ${b}`),
  fc.tuple(phone, phone).map(([a, b]) => `${a}\n${b}`),
  fc.tuple(phone, date).map(([number, on]) => `Tlf. ${number}, ${on}`),
  fc.tuple(eight, amount).map(([cvr, paid]) => `CVR ${inPairs(cvr)}: ${paid}`),
  fc
    .tuple(digits(4), digits(10), amount)
    .map(([reg, account, paid]) => `Overfør ${paid} til reg.nr. ${reg} konto ${account}`),
  digits(8).map((rest) => `P-nr. 10${rest}`),
  digits(11).map((rest) => `EAN 57${rest}`),
  fc.tuple(date, amount).map(([on, paid]) => `${on} ${paid}`),
  fc.tuple(amount, amount, amount).map((amounts) => `Budget ${amounts.join(' ')}`),
  fc
    .array(fc.integer({ min: 8, max: 45 }), { minLength: 4, maxLength: 12 })
    .map((counts) => `Fremmøder: ${counts.join(', ')}`),
);

describe('legitimate notes', () => {
  it('are clear in at least 99 of 100, whatever dates, telephones, amounts and accounts they hold', () => {
    const notes = fc.sample(note, { numRuns: 20_000, seed: 13 });
    const stopped = notes.filter((text) => screenText(text) !== 'clear');
    expect(stopped.length / notes.length).toBeLessThan(0.01);
  });

  it('stay clear beside a sentence that speaks of CPR or of birth', () => {
    const notes = fc.sample(note, { numRuns: 10_000, seed: 17 });
    const stopped = notes.filter(
      (text) => screenText(`Skriv ikke CPR-numre her. Holdet er født i 2012. ${text}`) !== 'clear',
    );
    expect(stopped.length / notes.length).toBeLessThan(0.01);
  });

  // Work that grows with the square of the length would not end within the time a test has.
  it('are read to their end, however long and strange', () => {
    for (const part of ['12 ', '1 ', '12-', '13.11.2026 18.00 ', 'cpr 12 ', '<a', '\u0661\u200b', 'nr.'])
      expect(['clear', 'ask', 'block']).toContain(screenText(part.repeat(20_000)));
  });
});
