import { describe, expect, it } from 'vitest';
import { maxHolidayLines, readSchoolHolidays as readLines } from './school-holiday.rules.ts';

/** Text split the plain way; the form's own splitter knows quotation marks too. */
const split = (text: string) =>
  text.split(/\r?\n/).map((row, index) => ({ line: index + 1, parts: row.split(/[;\t]/) }));
const readSchoolHolidays = (text: string, known?: Parameters<typeof readLines>[1]) => readLines(split(text), known);

describe('school holidays read from pasted lines', () => {
  it('reads a name and two days in each way Danes write them', () => {
    const { holidays, problems } = readSchoolHolidays(
      'Vinterferie;2027-02-15;2027-02-19\n\nPåskeferie; 20.3.2027 ;29.3.2027\r\nLejrskole\t1/9/2027\t03-09-2027\tCamp week',
    );
    expect(problems).toEqual([]);
    expect(holidays).toEqual([
      { nameDa: 'Vinterferie', nameEn: 'Winter holiday', firstOn: '2027-02-15', lastOn: '2027-02-19' },
      { nameDa: 'Påskeferie', nameEn: 'Easter holiday', firstOn: '2027-03-20', lastOn: '2027-03-29' },
      { nameDa: 'Lejrskole', nameEn: 'Camp week', firstOn: '2027-09-01', lastOn: '2027-09-03' },
    ]);
  });

  it('keeps the Danish name in English when no other is known or given', () => {
    expect(readSchoolHolidays('Pædagogisk dag;1.11.2027;1.11.2027').holidays[0]?.nameEn).toBe('Pædagogisk dag');
  });

  it.each([
    ['Vinterferie', 'parts'],
    ['Vinterferie;2027-02-15', 'parts'],
    ['a;b;c;d;e', 'parts'],
    ['V;2027-02-15;2027-02-19', 'name'],
    [';2027-02-15;2027-02-19', 'name'],
    ['Vinterferie;30.2.2027;2027-03-01', 'firstDay'],
    ['Vinterferie;2027-02-15;uge 8', 'lastDay'],
    ['Vinterferie;2027-02-19;2027-02-15', 'endsBeforeStart'],
  ])('says what is wrong with "%s"', (line, code) => {
    expect(readSchoolHolidays(`Efterårsferie;2027-10-18;2027-10-22\n${line}`)).toMatchObject({
      holidays: [{ nameDa: 'Efterårsferie' }],
      problems: [{ line: 2, code }],
    });
  });

  it('says twice for a line that repeats one before it or one that is known', () => {
    const line = 'Vinterferie;2027-02-15;2027-02-19';
    expect(readSchoolHolidays(`${line}\n${line}`).problems).toEqual([{ line: 2, code: 'twice' }]);
    const known = [{ nameDa: 'vinterferie', firstOn: '2027-02-15', lastOn: '2027-02-19' }];
    expect(readSchoolHolidays(line, known).problems).toEqual([{ line: 1, code: 'twice' }]);
  });

  it.each([
    ['Navn;Første dag;Sidste dag\nVinterferie;15.02.2027;19.02.2027'],
    ['from;to;name;comment\n2027-02-15;2027-02-19;Vinterferie;besluttet'],
    ['\uFEFFSlutdato;Startdato;Ferie;Engelsk navn\n19/2/2027;15/2/2027;Vinterferie;Winter holiday'],
  ])('takes the columns from a heading in Danish or English: %s', (text) => {
    expect(readSchoolHolidays(text)).toEqual({
      holidays: [{ nameDa: 'Vinterferie', nameEn: 'Winter holiday', firstOn: '2027-02-15', lastOn: '2027-02-19' }],
      problems: [],
    });
  });

  it('says so when a heading lacks a column, and reads nothing', () => {
    expect(readSchoolHolidays('\nNavn;Fra\nVinterferie;15.02.2027')).toEqual({
      holidays: [],
      problems: [{ line: 2, code: 'heading' }],
    });
  });

  it('counts lines as an editor does, heading and empty lines included', () => {
    const text = 'Navn;Fra;Til\n\nVinterferie;15.02.2027;19.02.2027\nPåskeferie;i marts;29.3.2027';
    expect(readSchoolHolidays(text).problems).toEqual([{ line: 4, code: 'firstDay' }]);
  });

  it('takes no more than several school years at a time', () => {
    const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
    const text = Array.from({ length: maxHolidayLines + 1 }, (_, index) => `Ferie;${day(index)};${day(index)}`).join(
      '\n',
    );
    expect(readSchoolHolidays(text)).toEqual({ holidays: [], problems: [{ line: 201, code: 'tooMany' }] });
  });
});
