import { describe, expect, it } from 'vitest';
import { fileName, writeCsv } from './csv.tsx';
import {
  readClock,
  readDay,
  readMoney,
  readNumber,
  writeClock,
  writeDay,
  writeMoney,
  writeNumber,
} from './reading.tsx';
import { uiWords } from './words.tsx';

const value = <Value>(read: Value) => ({ kind: 'value', value: read });
const unreadable = { kind: 'unreadable' };

describe('numbers as Danes type them', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1,5', 1.5],
    ['0,25', 0.25],
    ['1.5', 1.5],
    ['1.234.567', 1_234_567],
    ['-1.234,50', -1234.5],
    ['−3', -3],
    ['1,234.5', 1234.5],
    ['007', 7],
    [',5', 0.5],
  ])('%s is %d', (typed, expected) => {
    expect(readNumber(typed)).toEqual(value(expected));
  });

  it.each(['abc', '1,2,3', '1.23.4', '12-3', '--1', '.', '1.234,5,6', '1e3'])('%s cannot be read', (typed) => {
    expect(readNumber(typed)).toEqual(unreadable);
  });

  it('reads the English form in English', () => {
    expect(readNumber('1,234', 'en')).toEqual(value(1234));
    expect(readNumber('1.234', 'en')).toEqual(value(1.234));
  });

  it('writes what it reads', () => {
    for (const number of [0, 1.5, 1234.56, -9, 1_000_000])
      expect(readNumber(writeNumber(number))).toEqual(value(number));
  });
});

describe('money', () => {
  it('is whole øre', () => {
    expect(readMoney('345.800 kr.')).toEqual(value(34_580_000));
    expect(readMoney('0,10')).toEqual(value(10));
    expect(readMoney('19,99')).toEqual(value(1999));
    expect(readMoney('1,005')).toEqual(unreadable);
    expect(writeMoney(34_580_000)).toBe('345.800');
    expect(writeMoney(125_050)).toBe('1.250,50');
  });
});

describe('days', () => {
  it.each([
    ['20.11.2026', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['1.2.2027', '2027-02-01'],
    ['20112026', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20 11 2026', '2026-11-20'],
  ])('%s is %s', (typed, expected) => {
    expect(readDay(typed)).toEqual(value(expected));
  });

  it.each(['31.2.2026', '29.02.2027', '32.1.2026', '1.13.2026', 'i morgen', '2026'])('%s is no day', (typed) => {
    expect(readDay(typed)).toEqual(unreadable);
  });

  it('writes them back', () => expect(writeDay('2026-11-20')).toBe('20.11.2026'));
});

describe('times', () => {
  it.each([
    ['18.30', 1110],
    ['18:30', 1110],
    ['1830', 1110],
    ['930', 570],
    ['18', 1080],
    ['kl. 7.05', 425],
    ['24.00', 1440],
    ['0.00', 0],
  ])('%s is minute %d', (typed, expected) => {
    expect(readClock(typed)).toEqual(value(expected));
  });

  it.each(['25.00', '18.60', '24.01', 'aften'])('%s is no time', (typed) => {
    expect(readClock(typed)).toEqual(unreadable);
  });

  it('writes an hour past midnight as the clock shows it', () => {
    expect(writeClock(1470)).toBe('00.30');
    expect(writeClock(1110, 'en')).toBe('18:30');
  });
});

describe('files', () => {
  it('guards against formulas and quotes what needs it', () => {
    expect(writeCsv(['a'], [['=1+1'], ['x;y'], ['han sagde "hej"'], [-1.5], [null]])).toBe(
      '\ufeffa\r\n\'=1+1\r\n"x;y"\r\n"han sagde ""hej"""\r\n-1,5\r\n\r\n',
    );
  });

  it('are named without Danish letters', () =>
    expect(fileName('Årshjul på Østerbro: øvelse', 'csv')).toBe('aarshjul-paa-oesterbro-oevelse.csv'));
});

describe('words', () => {
  it('are the same in both languages, none of them empty', () => {
    expect(Object.keys(uiWords.en)).toEqual(Object.keys(uiWords.da));
    for (const words of Object.values(uiWords)) {
      expect(Object.values(words).filter((word) => word === '')).toEqual([]);
    }
  });
});
