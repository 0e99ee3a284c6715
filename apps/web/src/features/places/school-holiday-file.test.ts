import { describe, expect, it } from 'vitest';
import { readSchoolHolidays } from '@forspring/domain/places/school-holiday.rules';
import { splitLines, textOfFile } from './school-holiday-file.ts';

const winter = { nameDa: 'Vinterferie', nameEn: 'Winter holiday', firstOn: '2027-02-15', lastOn: '2027-02-19' };

describe('a file of school holidays', () => {
  it.each([
    ['semicolons', 'Navn;Første dag;Sidste dag\r\nVinterferie;15.02.2027;19.02.2027\r\n'],
    ['commas', 'name,from,to\nVinterferie,2027-02-15,2027-02-19\n'],
    ['tabs', 'Ferie\tFra\tTil\nVinterferie\t15-02-2027\t19-02-2027'],
    ['quotation marks', '"Navn","Fra","Til"\n"Vinterferie","15.02.2027","19.02.2027"'],
    ['no heading', 'Vinterferie;2027-02-15;2027-02-19'],
  ])('is read with %s', (_what, text) => {
    expect(readSchoolHolidays(splitLines(text))).toEqual({ holidays: [winter], problems: [] });
  });

  it('keeps a comma inside quotation marks in the name', () => {
    const { holidays } = readSchoolHolidays(splitLines('navn,fra,til\n"Påske, skærtorsdag med",2027-03-25,2027-03-29'));
    expect(holidays[0]?.nameDa).toBe('Påske, skærtorsdag med');
  });

  it('numbers lines as an editor does', () => {
    expect(splitLines('a;b\n\nc;d').map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('keeps Danish letters also from an older spreadsheet', async () => {
    const old = new File([new Uint8Array([0x50, 0xe5, 0x73, 0x6b, 0x65])], 'ferier.csv');
    expect(await textOfFile(old)).toBe('Påske');
    expect(await textOfFile(new File(['Påske'], 'ferier.csv'))).toBe('Påske');
  });

  it('leaves a file alone that is too large for a list of holidays', async () => {
    expect(await textOfFile(new File(['x'.repeat(200_001)], 'alt.csv'))).toBeNull();
  });
});
