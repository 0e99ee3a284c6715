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
  code: 'parts' | 'name' | 'firstDay' | 'lastDay' | 'endsBeforeStart' | 'twice';
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

/**
 * Reads pasted lines of the form `name;first day;last day` with an optional English name as a fourth part. Empty lines
 * are passed over; a line that cannot be read, or says the same as one before it or one already `known`, is a problem.
 */
export function readSchoolHolidays(
  text: string,
  known: readonly Pick<ReadHoliday, 'nameDa' | 'firstOn' | 'lastOn'>[] = [],
): { holidays: ReadHoliday[]; problems: HolidayLineProblem[] } {
  const keyOf = ({ nameDa, firstOn, lastOn }: Pick<ReadHoliday, 'nameDa' | 'firstOn' | 'lastOn'>) =>
    `${nameDa.toLocaleLowerCase('da')} ${firstOn} ${lastOn}`;
  const seen = new Set(known.map(keyOf));
  const holidays: ReadHoliday[] = [];
  const problems: HolidayLineProblem[] = [];
  for (const [index, row] of text.split(/\r\n?|\n/).entries()) {
    if (row.trim() === '') continue;
    const tell = (code: HolidayLineProblem['code']) => problems.push({ line: index + 1, code });
    const parts = row.split(/[;\t]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
    const [nameDa = '', first = '', last = '', nameEn = ''] = parts;
    if (parts.length < 3 || parts.length > 4) {
      tell('parts');
      continue;
    }
    const firstOn = readDay(first);
    const lastOn = readDay(last);
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
