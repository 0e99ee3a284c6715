import { isDay } from '../measures/day.ts';

/** School holidays read from one line of text; both ends included. */
export interface ReadHoliday {
  nameDa: string;
  nameEn: string;
  firstOn: string;
  lastOn: string;
}

/** What can be wrong with a line, by the number of the line as an editor counts it (from 1). */
export interface HolidayLineProblem {
  line: number;
  code: 'parts' | 'name' | 'firstDay' | 'lastDay' | 'endsBeforeStart' | 'twice' | 'heading' | 'tooMany';
}

/** Names the Danish school calendars use, so that only others need an English name of their own. */
const english: Record<string, string> = {
  sommerferie: 'Summer holiday',
  efterårsferie: 'Autumn holiday',
  juleferie: 'Christmas holiday',
  vinterferie: 'Winter holiday',
  påskeferie: 'Easter holiday',
  'kristi himmelfartsferie': 'Ascension holiday',
  pinseferie: 'Whitsun holiday',
};

/** A day written as 2027-02-15, 15.2.2027, 15/2/2027 or 15-02-2027; null when there is no such day. */
function readDay(written: string): string | null {
  const text = written.trim();
  const [, day = '', month = '', year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const on = year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? on : null;
}

/** A line as it was split at its separators, with its number as an editor counts it (from 1). */
export interface HolidayLine {
  line: number;
  parts: readonly string[];
}

/** The most holidays read at a time: several school years of one municipality. */
export const maxHolidayLines = 200;

const columns = ['nameDa', 'firstOn', 'lastOn', 'nameEn'] as const;
type Column = (typeof columns)[number];

/** What a column may be called in the first line, in Danish or English; the case of letters does not matter. */
const headings: Record<Column, readonly string[]> = {
  nameDa: ['navn', 'ferie', 'skoleferie', 'dansk navn', 'name', 'holiday', 'danish name', 'name_da'],
  firstOn: ['første dag', 'fra', 'startdato', 'start', 'fra dato', 'first day', 'from', 'start date', 'first'],
  lastOn: ['sidste dag', 'til', 'slutdato', 'slut', 'til dato', 'last day', 'to', 'end date', 'end', 'last'],
  nameEn: ['engelsk navn', 'navn på engelsk', 'english name', 'name in english', 'name_en'],
};

const trimmed = (text: string) => text.trim().replace(/^\uFEFF/, '');

/** Which part of each line holds what, when the first line is a heading; null when it is not one. */
function headingOf(parts: readonly string[]): Map<Column, number> | null {
  const found = new Map<Column, number>();
  for (const [index, part] of parts.entries()) {
    const word = trimmed(part).toLocaleLowerCase('da');
    const column = columns.find((one) => headings[one].includes(word));
    if (column !== undefined && !found.has(column)) found.set(column, index);
  }
  return found.has('firstOn') || found.has('lastOn') ? found : null;
}

/**
 * Reads lines that were split at their separators: name, first day, last day and an optional English name, in the order
 * of the heading when the first line is one. Empty lines are passed over; a line that cannot be read, or says the same
 * as one before it or one already `known`, is a problem. A heading without all three columns is the only problem then.
 */
export function readSchoolHolidays(
  lines: readonly HolidayLine[],
  known: readonly Pick<ReadHoliday, 'nameDa' | 'firstOn' | 'lastOn'>[] = [],
): { holidays: ReadHoliday[]; problems: HolidayLineProblem[] } {
  const keyOf = ({ nameDa, firstOn, lastOn }: Pick<ReadHoliday, 'nameDa' | 'firstOn' | 'lastOn'>) =>
    `${nameDa.toLocaleLowerCase('da')} ${firstOn} ${lastOn}`;
  const seen = new Set(known.map(keyOf));
  const holidays: ReadHoliday[] = [];
  const problems: HolidayLineProblem[] = [];
  const filled = lines.filter(({ parts }) => parts.some((part) => trimmed(part) !== ''));
  const [first] = filled;
  const heading = first ? headingOf(first.parts) : null;
  if (first && heading && !(['nameDa', 'firstOn', 'lastOn'] as const).every((column) => heading.has(column)))
    return { holidays, problems: [{ line: first.line, code: 'heading' }] };
  const rows = heading ? filled.slice(1) : filled;
  const beyond = rows[maxHolidayLines];
  if (beyond) return { holidays, problems: [{ line: beyond.line, code: 'tooMany' }] };
  for (const { line, parts } of rows) {
    const tell = (code: HolidayLineProblem['code']) => problems.push({ line, code });
    const part = (column: Column) =>
      trimmed(parts[heading ? (heading.get(column) ?? -1) : columns.indexOf(column)] ?? '');
    if (!heading && (parts.length < 3 || parts.length > 4)) {
      tell('parts');
      continue;
    }
    const [nameDa, nameEn] = [part('nameDa'), part('nameEn')];
    const firstOn = readDay(part('firstOn'));
    const lastOn = readDay(part('lastOn'));
    if (nameDa.length < 2 || nameDa.length > 120 || nameEn.length > 120) tell('name');
    else if (firstOn === null) tell('firstDay');
    else if (lastOn === null) tell('lastDay');
    else if (lastOn < firstOn) tell('endsBeforeStart');
    else {
      const holiday = {
        nameDa,
        nameEn: nameEn.length < 2 ? (english[nameDa.toLocaleLowerCase('da')] ?? nameDa) : nameEn,
        firstOn,
        lastOn,
      };
      if (seen.has(keyOf(holiday))) tell('twice');
      else holidays.push(holiday);
      seen.add(keyOf(holiday));
    }
  }
  return { holidays, problems };
}
