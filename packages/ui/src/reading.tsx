import type { UiLanguage } from './words.tsx';

/** How a field reads what was typed: a value, nothing typed, or something that cannot be read. */
export type Reading<Value> = { kind: 'value'; value: Value } | { kind: 'empty' } | { kind: 'unreadable' };

const unreadable = { kind: 'unreadable' } as const;

/**
 * Reads a number as Danes (1.234,5) or Britons (1,234.5) write it. Spaces group too. A lone separator is a decimal mark
 * unless it is the language's grouping mark followed by exactly three digits; where both marks stand, the last is the decimal.
 */
export function readNumber(typed: string, language: UiLanguage = 'da'): Reading<number> {
  const text = typed.replace(/[\s\u00a0\u202f]/gu, '').replace(/^[−–]/u, '-');
  if (text === '') return { kind: 'empty' };
  if (!/^-?[\d.,]*\d[\d.,]*$/u.test(text)) return unreadable;
  const groupMark = language === 'da' ? '.' : ',';
  const lastMark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const marks = text.match(/[.,]/gu) ?? [];
  let decimalMark: string | undefined;
  if (new Set(marks).size === 2) decimalMark = text[lastMark];
  else if (marks.length === 1 && (marks[0] !== groupMark || text.length - lastMark - 1 !== 3)) decimalMark = marks[0];
  if (decimalMark !== undefined && marks.filter((mark) => mark === decimalMark).length > 1) return unreadable;
  if (marks.length > 1 && new Set(marks).size === 1 && !/^-?\d{1,3}([.,]\d{3})+$/u.test(text)) return unreadable;
  const whole = decimalMark === undefined ? text : text.slice(0, lastMark);
  const decimals = decimalMark === undefined ? '' : text.slice(lastMark + 1);
  const value = Number(`${whole.replace(/[.,]/gu, '') || '0'}.${decimals || '0'}`);
  return Number.isFinite(value) ? { kind: 'value', value } : unreadable;
}

/** Reads kroner (also with "kr." around them) and answers whole øre; more than two decimals cannot be read. */
export function readMoney(typed: string, language: UiLanguage = 'da'): Reading<number> {
  const reading = readNumber(typed.replace(/kr\.?|dkk/giu, ''), language);
  if (reading.kind !== 'value') return reading;
  const oere = Math.round(reading.value * 100);
  return Math.abs(oere - reading.value * 100) < 1e-6 && Number.isSafeInteger(oere)
    ? { kind: 'value', value: oere }
    : unreadable;
}

/** Reads 20.11.2026, 20/11/2026, 20-11-26, 201126, 20 11 2026 and 2026-11-20; answers YYYY-MM-DD of a day that exists. */
export function readDay(typed: string): Reading<string> {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  const danish =
    /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})\.?$/u.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/u.exec(text);
  const [day, month, year] =
    iso !== null ? [iso[3], iso[2], iso[1]] : danish !== null ? [danish[1], danish[2], danish[3]] : [];
  if (day === undefined || month === undefined || year === undefined) return unreadable;
  const fullYear = year.length === 2 ? `20${year}` : year;
  const value = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
    ? { kind: 'value', value }
    : unreadable;
}

/** Reads 18.30, 18:30, 1830, 930 and 18 as minutes after midnight (0–1439; 24.00 is 1440). */
export function readClock(typed: string): Reading<number> {
  const text = typed.trim().replace(/^kl\.?\s*/iu, '');
  if (text === '') return { kind: 'empty' };
  const match =
    /^(\d{1,2})[.:,](\d{2})$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text) ?? /^(\d{1,2})()$/u.exec(text);
  if (match === null) return unreadable;
  const hours = Number(match[1]);
  const minutes = Number(match[2] === '' ? 0 : match[2]);
  const isInDay = hours < 24 || (hours === 24 && minutes === 0);
  return isInDay && minutes < 60 ? { kind: 'value', value: hours * 60 + minutes } : unreadable;
}

/** Writes a number as it is typed in a field, without loss up to six decimals: 1.234,5 in Danish. */
export function writeNumber(value: number, language: UiLanguage = 'da'): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
}

/** Writes øre as kroner for a field: 1.250 or 1.250,50. */
export function writeMoney(oere: number, language: UiLanguage = 'da'): string {
  const digits = oere % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(oere / 100);
}

/** Writes YYYY-MM-DD as dd.mm.yyyy. */
export function writeDay(on: string): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return `${day}.${month}.${year}`;
}

/** Writes minutes after midnight as 18.30 (English 18:30); an hour past midnight (1470) reads 00.30. */
export function writeClock(minutes: number, language: UiLanguage = 'da'): string {
  const inDay = minutes === 1440 ? 0 : minutes % 1440;
  const mark = language === 'da' ? '.' : ':';
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}${mark}${String(inDay % 60).padStart(2, '0')}`;
}
