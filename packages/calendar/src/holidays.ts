import Holidays from 'date-holidays';

/** A public holiday: its day and its names. */
export type PublicHoliday = { on: string; nameDa: string; nameEn: string };

// The names Danes write in a calendar, for those the library spells otherwise.
const names: Record<string, { nameDa: string; nameEn: string }> = {
  Nytårsdag: { nameDa: 'Nytårsdag', nameEn: 'New Year’s Day' },
  Skærtorsdag: { nameDa: 'Skærtorsdag', nameEn: 'Maundy Thursday' },
  Langfredag: { nameDa: 'Langfredag', nameEn: 'Good Friday' },
  Påskedag: { nameDa: 'Påskedag', nameEn: 'Easter Sunday' },
  'Anden påskedag': { nameDa: '2. påskedag', nameEn: 'Easter Monday' },
  'Store Bededag': { nameDa: 'Store bededag', nameEn: 'General Prayer Day' },
  'Kristi Himmelfartsdag': { nameDa: 'Kristi himmelfartsdag', nameEn: 'Ascension Day' },
  Pinsedag: { nameDa: 'Pinsedag', nameEn: 'Whit Sunday' },
  'Anden Pinsedag': { nameDa: '2. pinsedag', nameEn: 'Whit Monday' },
  Juledag: { nameDa: 'Juledag', nameEn: 'Christmas Day' },
  'Anden Juledag': { nameDa: '2. juledag', nameEn: 'Second day of Christmas' },
};

const danish = new Holidays('DK', { languages: ['da'], types: ['public'] });
const byYear = new Map<number, readonly PublicHoliday[]>();

/** The public holidays of Denmark in a year, in order of day: those of the national church and New Year's Day. Store bededag until 2023; never 1 May, Grundlovsdag, 24 or 31 December, which only some keep. */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const known = byYear.get(year);
  if (known) return known;
  const found = danish
    .getHolidays(year)
    .map(({ date, name }) => ({ on: date.slice(0, 10), ...(names[name] ?? { nameDa: name, nameEn: name }) }))
    // The law took the day away from 2024; the rule stands here so that no list of the library's brings it back.
    .filter((holiday) => year < 2024 || holiday.nameDa !== 'Store bededag')
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  byYear.set(year, found);
  return found;
}
