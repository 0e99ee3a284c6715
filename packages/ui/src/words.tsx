import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';

/** The two languages of the interface; Danish comes first everywhere. */
export type UiLanguage = 'da' | 'en';

const da = {
  optional: '(valgfri)',
  retry: 'Prøv igen',
  loading: 'Indlæser …',
  somethingFailed: 'Der skete en fejl',
  somethingFailedText: 'Siden kunne ikke hentes. Prøv igen, eller gå til forsiden.',
  noAccess: 'Du har ikke adgang til denne side',
  noAccessText:
    'Siden findes ikke, eller den hører til et projekt, du ikke er med i. Spørg din SSP-koordinator, hvis du mangler adgang.',
  conflict: 'En anden har ændret dette, mens du skrev',
  conflictText: 'Vælg, hvilken udgave der skal gælde. Intet af det, du har skrevet, er gået tabt.',
  conflictMine: 'Din udgave',
  conflictTheirs: 'Udgaven, der er gemt',
  conflictUseMine: 'Behold min udgave',
  conflictUseTheirs: 'Brug den gemte udgave',
  conflictField: 'Felt',
  search: 'Søg',
  searchIn: (label: string) => `Søg i ${label}`,
  filter: 'Filtrér',
  clearFilters: 'Nulstil filtre',
  clearSearch: 'Ryd søgningen',
  removeFilter: (title: string) => `Fjern filteret ${title}`,
  columns: 'Kolonner',
  download: 'Hent som CSV',
  downloadImage: 'Hent som billede',
  showTable: 'Vis som tabel',
  hideTable: 'Skjul tabellen',
  tableOf: (sentence: string) => `Tal bag figuren: ${sentence}`,
  sortBy: (title: string) => `Sortér efter ${title}`,
  sortedUp: 'sorteret stigende',
  sortedDown: 'sorteret faldende',
  noRows: 'Ingen resultater',
  noRowsText: 'Ingen rækker passer til søgningen og filtrene.',
  rowCount: (count: string, isOne: boolean) => (isOne ? '1 række' : `${count} rækker`),
  moreThan: (count: string) => `mere end ${count}`,
  previousPage: 'Forrige side',
  nextPage: 'Næste side',
  pageOf: (page: string, pages: string) => `Side ${page} af ${pages}`,
  page: (page: string) => `Side ${page}`,
  total: 'I alt',
  done: 'Færdig',
  withheld: 'vises ikke',
  withheldWhy: 'Tallet er skjult af hensyn til personer',
  withheldReasons: {
    smallNumbers: 'Tallet hviler på for få personer, eller det ville røbe et, der gør.',
    individualTier: 'Tal fra individorienterede projekter vises kun som én sum for kommunen.',
    notShared: 'Tallet deles ikke uden for projektet.',
    notFrozen: 'Tallet kan stadig ændre sig; det vises, når evalueringen er godkendt.',
  },
  notMeasured: 'ikke målt',
  notApplicable: 'ikke relevant',
  evidence: 'Evidensniveau',
  source: 'Kilde',
  period: 'Periode',
  errorSummary: (count: number) =>
    count === 1 ? 'Der er 1 felt, du skal rette.' : `Der er ${count} felter, du skal rette.`,
  saved: (clock: string) => `Gemt kl. ${clock}`,
  savedOnDevice: 'Gemt på telefonen – sendes, når du er online',
  saving: 'Gemmer …',
  notSaved: 'Ikke gemt',
  notSavedYet: 'Du har ændringer, der ikke er gemt',
  unreadableNumber: 'Skriv et tal, fx 1.234,5.',
  unreadableMoney: 'Skriv et beløb i kroner, fx 1.250 eller 1.250,50.',
  unreadableDay: 'Skriv en dato som dag, måned og år, fx 13.11.2026.',
  unreadableClock: 'Skriv et klokkeslæt, fx 18.30.',
  tooSmall: (bound: string) => `Skriv et tal på mindst ${bound}.`,
  tooBig: (bound: string) => `Skriv et tal på højst ${bound}.`,
  dayHint: 'dd.mm.åååå',
  clockHint: 'tt.mm',
  chooseDay: 'Vælg dato',
  choose: 'Vælg',
  noneFound: 'Ingen resultater',
  cprTitle: 'Skriv ikke navne eller CPR-numre',
  cprText:
    'Skriv om aktiviteten og gruppen, aldrig om en enkelt ung. Navne, CPR-numre, adresser og andet, der kan genkendes, må ikke stå her.',
  less: (label: string) => `Én færre: ${label}`,
  more: (label: string) => `Én flere: ${label}`,
  tierGeneral: 'Generel',
  tierSpecific: 'Specifik',
  tierIndividual: 'Individorienteret',
  breadcrumb: 'Du er her',
  tabs: 'Sider her',
  planned: 'Planlagt',
  held: 'Afholdt',
  visits: 'Fremmøder',
  month: 'Måned',
  low: 'nedre grænse',
  high: 'øvre grænse',
  ofWhole: (part: string, whole: string) => `${part} af ${whole}`,
  close: 'Luk',
};

/** Every text the building blocks say by themselves, in one language. */
export type UiWords = typeof da;

const en: UiWords = {
  optional: '(optional)',
  retry: 'Try again',
  loading: 'Loading …',
  somethingFailed: 'Something went wrong',
  somethingFailedText: 'The page could not be fetched. Try again, or go to the home page.',
  noAccess: 'You do not have access to this page',
  noAccessText:
    'The page does not exist, or it belongs to a project you are not part of. Ask your SSP coordinator if you need access.',
  conflict: 'Someone else changed this while you were writing',
  conflictText: 'Choose which version should count. Nothing you wrote has been lost.',
  conflictMine: 'Your version',
  conflictTheirs: 'The saved version',
  conflictUseMine: 'Keep my version',
  conflictUseTheirs: 'Use the saved version',
  conflictField: 'Field',
  search: 'Search',
  searchIn: (label) => `Search ${label}`,
  filter: 'Filter',
  clearFilters: 'Clear filters',
  clearSearch: 'Clear the search',
  removeFilter: (title) => `Remove the filter ${title}`,
  columns: 'Columns',
  download: 'Download as CSV',
  downloadImage: 'Download as image',
  showTable: 'Show as table',
  hideTable: 'Hide the table',
  tableOf: (sentence) => `Numbers behind the figure: ${sentence}`,
  sortBy: (title) => `Sort by ${title}`,
  sortedUp: 'sorted ascending',
  sortedDown: 'sorted descending',
  noRows: 'No results',
  noRowsText: 'No rows match the search and the filters.',
  rowCount: (count, isOne) => (isOne ? '1 row' : `${count} rows`),
  moreThan: (count) => `more than ${count}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  page: (page) => `Page ${page}`,
  total: 'Total',
  done: 'Done',
  withheld: 'not shown',
  withheldWhy: 'Hidden to protect persons',
  withheldReasons: {
    smallNumbers: 'The number rests on too few persons, or would give one away that does.',
    individualTier: 'Numbers from individual projects are shown as one total for the municipality only.',
    notShared: 'The number is not shared outside the project.',
    notFrozen: 'The number can still change; it is shown when the evaluation is approved.',
  },
  notMeasured: 'not measured',
  notApplicable: 'not relevant',
  evidence: 'Level of evidence',
  source: 'Source',
  period: 'Period',
  errorSummary: (count) =>
    count === 1 ? 'There is 1 field you need to correct.' : `There are ${count} fields you need to correct.`,
  saved: (clock) => `Saved at ${clock}`,
  savedOnDevice: 'Saved on the phone – will be sent when you are online',
  saving: 'Saving …',
  notSaved: 'Not saved',
  notSavedYet: 'You have unsaved changes',
  unreadableNumber: 'Write a number, e.g. 1,234.5.',
  unreadableMoney: 'Write an amount in kroner, e.g. 1,250 or 1,250.50.',
  unreadableDay: 'Write a date as day, month and year, e.g. 13.11.2026.',
  unreadableClock: 'Write a time, e.g. 18:30.',
  tooSmall: (bound) => `Write a number of at least ${bound}.`,
  tooBig: (bound) => `Write a number of at most ${bound}.`,
  dayHint: 'dd.mm.yyyy',
  clockHint: 'hh:mm',
  chooseDay: 'Choose date',
  choose: 'Select',
  noneFound: 'No results',
  cprTitle: 'Do not write names or CPR numbers',
  cprText:
    'Write about the activity and the group, never about one young person. Names, CPR numbers, addresses and anything else that can be recognised must not be here.',
  less: (label) => `One fewer: ${label}`,
  more: (label) => `One more: ${label}`,
  tierGeneral: 'General',
  tierSpecific: 'Specific',
  tierIndividual: 'Individual-oriented',
  breadcrumb: 'You are here',
  tabs: 'Pages here',
  planned: 'Planned',
  held: 'Held',
  visits: 'Attendances',
  month: 'Month',
  low: 'lower limit',
  high: 'upper limit',
  ofWhole: (part, whole) => `${part} of ${whole}`,
  close: 'Close',
};

/** The texts of the building blocks in both languages. */
export const uiWords: Record<UiLanguage, UiWords> = { da, en };

const LanguageContext = createContext<UiLanguage>('da');

/** Sets the language of every building block below it; without it they speak Danish. */
export function UiWordsProvider({ language, children }: { language: UiLanguage; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** What a building block needs to speak: its words, its language and its number format. */
export interface UiSpeech {
  words: UiWords;
  language: UiLanguage;
  locale: 'da-DK' | 'en-GB';
  /** A number in the language's own form, at most `digits` decimals (default 1). */
  number: (value: number, digits?: number) => string;
}

/** The words, locale and number format of the language set by UiWordsProvider. */
export function useUiWords(): UiSpeech {
  const language = useContext(LanguageContext);
  return useMemo(() => {
    const locale = language === 'da' ? 'da-DK' : 'en-GB';
    return {
      words: uiWords[language],
      language,
      locale,
      number: (value: number, digits = 1) =>
        new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    };
  }, [language]);
}
