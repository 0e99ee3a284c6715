import { useLanguage } from './words.ts';
import type { Language } from './words.ts';

const NBSP = '\u00a0';
const COPENHAGEN = 'Europe/Copenhagen';

/** The forms of a counted word; Danish takes "one" for 1 and 1,5, "other" for 0 and all else. */
interface Plural {
  one: string;
  other: string;
}

function formatsFor(language: Language) {
  const isDanish = language === 'da';
  const locale = isDanish ? 'da-DK' : 'en-GB';
  const numberForms = new Map<string, Intl.NumberFormat>();
  const dayForms = new Map<string, Intl.DateTimeFormat>();
  const pluralRules = new Intl.PluralRules(locale);
  const listForm = new Intl.ListFormat(locale, { type: 'conjunction' });
  const relativeForm = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const collator = new Intl.Collator('da', { numeric: true });

  function numberForm(options: Intl.NumberFormatOptions) {
    const key = JSON.stringify(options);
    const form = numberForms.get(key) ?? new Intl.NumberFormat(locale, options);
    numberForms.set(key, form);
    // A minus sign as Danes type it; ICU differs between browsers.
    return (value: number) => form.format(Object.is(value, -0) ? 0 : value).replace('\u2212', '-');
  }
  function dayForm(options: Intl.DateTimeFormatOptions, timeZone = 'UTC') {
    const key = JSON.stringify([options, timeZone]);
    const form = dayForms.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
    dayForms.set(key, form);
    return form;
  }
  const noonOf = (on: string) => new Date(`${on}T12:00:00Z`);

  /** 1.234,5 with at most `digits` decimals (1). */
  const number = (value: number, digits = 1) => numberForm({ maximumFractionDigits: digits })(value);
  /** Exactly `digits` decimals, for columns. */
  const numberWith = (value: number, digits: number) =>
    numberForm({ minimumFractionDigits: digits, maximumFractionDigits: digits })(value);
  /** Whole kroner: 345.800 kr. */
  const money = (oere: number) => `${numberForm({ maximumFractionDigits: 0 })(oere / 100)}${NBSP}kr.`;
  /** With øre, for accounts: 1.234.567,50 kr. */
  const moneyExact = (oere: number) => `${numberWith(oere / 100, 2)}${NBSP}kr.`;
  /** For running text: 2,1 mio. kr. from a million, else whole kroner. */
  const moneyInText = (oere: number) =>
    Math.abs(oere) < 100_000_000
      ? money(oere)
      : `${number(oere / 100_000_000)}${NBSP}${isDanish ? 'mio. kr.' : 'm kr.'}`;
  /** A share (0–1) as 12,3 % for tables. */
  const percent = (share: number, digits = 1) =>
    isDanish ? `${number(share * 100, digits)}${NBSP}%` : `${number(share * 100, digits)}%`;
  /** A share (0–1) as 12,3 pct. for running text. */
  const percentInText = (share: number, digits = 1) =>
    isDanish ? `${number(share * 100, digits)}${NBSP}pct.` : percent(share, digits);

  /** 20.11.2026 (English 20 Nov 2026). */
  const day = (on: string) =>
    dayForm({ day: 'numeric', month: isDanish ? 'numeric' : 'short', year: 'numeric' }).format(noonOf(on));
  /** 20. november 2026. */
  const dayInText = (on: string) => dayForm({ day: 'numeric', month: 'long', year: 'numeric' }).format(noonOf(on));
  /** fredag den 20. november 2026. */
  const dayFull = (on: string) => dayForm({ dateStyle: 'full' }).format(noonOf(on));
  /** fre. 13. nov. */
  const dayShort = (on: string) => {
    const weekday = dayForm({ weekday: 'short' }).format(noonOf(on));
    return `${isDanish && !weekday.endsWith('.') ? `${weekday}.` : weekday} ${dayForm({ day: 'numeric', month: 'short' }).format(noonOf(on))}`;
  };
  /** november 2026, from a day or a month (YYYY-MM). */
  const month = (on: string) => dayForm({ month: 'long', year: 'numeric' }).format(noonOf(`${on.slice(0, 7)}-15`));
  /** nov., for axes. */
  const monthShort = (on: string) => dayForm({ month: 'short' }).format(noonOf(`${on.slice(0, 7)}-15`));
  /** fredag. */
  const weekday = (on: string) => dayForm({ weekday: 'long' }).format(noonOf(on));
  /** 5. januar–6. februar 2026. */
  const dayRange = (from: string, to: string) =>
    from === to
      ? dayInText(from)
      : dayForm({ day: 'numeric', month: 'long', year: 'numeric' })
          .formatRange(noonOf(from), noonOf(to))
          .replace(/\s*[–-]\s*/u, '–');

  /** Minutes after midnight as 18.30 (English 18:30); past midnight 1470 is 00.30. */
  const clock = (minute: number) => {
    const inDay = ((minute % 1440) + 1440) % 1440;
    return `${String(Math.floor(inDay / 60)).padStart(2, '0')}${isDanish ? '.' : ':'}${String(inDay % 60).padStart(2, '0')}`;
  };
  /** 18.00–22.30. */
  const clockRange = (from: number, to: number) => `${clock(from)}–${clock(to)}`;
  /** kl. 18.00–22.30, for running text. */
  const clockInText = (from: number, to?: number) =>
    `${isDanish ? `kl.${NBSP}` : ''}${to === undefined ? clock(from) : clockRange(from, to)}`;
  /** An instant as a Danish clock shows it: 20. nov. 2026, 18.30. */
  const instant = (at: Date | string) => {
    const date = new Date(at);
    return `${dayForm({ day: 'numeric', month: 'short', year: 'numeric' }, COPENHAGEN).format(date)}, ${instantClock(date)}`;
  };
  /** An instant's time of day in Denmark: 18.30. */
  const instantClock = (at: Date | string) => {
    const parts = dayForm({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, COPENHAGEN).formatToParts(
      new Date(at),
    );
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    return clock(part('hour') * 60 + part('minute'));
  };
  /** Days from now in words (i går, om 3 dage, for 3 uger siden); `dayCount` is negative for the past. */
  const relativeDays = (dayCount: number) => {
    if (Math.abs(dayCount) < 14) return relativeForm.format(dayCount, 'day');
    return Math.abs(dayCount) < 61
      ? relativeForm.format(Math.round(dayCount / 7), 'week')
      : relativeForm.format(Math.round(dayCount / 30.44), 'month');
  };
  /** A length of time: 45 minutter, 1,5 time, 4,5 timer. */
  const duration = (minutes: number) =>
    minutes < 60
      ? counted(minutes, isDanish ? { one: 'minut', other: 'minutter' } : { one: 'minute', other: 'minutes' })
      : hours(minutes);
  /** Always in hours: 0,5 time, 4,5 timer. */
  const hours = (minutes: number) =>
    counted(minutes / 60, isDanish ? { one: 'time', other: 'timer' } : { one: 'hour', other: 'hours' });

  /** The ISO week: uge 47, with the year when asked. */
  const week = (on: string, withYear = false) => {
    const { year, week: count } = isoWeekOf(on);
    return `${isDanish ? 'uge' : 'week'}${NBSP}${count}${withYear ? `, ${year}` : ''}`;
  };
  /** u47, for tight cells. */
  const weekTight = (on: string) => `${isDanish ? 'u' : 'w'}${isoWeekOf(on).week}`;

  /** The form of the word for a count. */
  const plural = (count: number, forms: Plural) => (pluralRules.select(count) === 'one' ? forms.one : forms.other);
  /** The count and its word: 0 besøg, 1 aften, 2 aftener. */
  const counted = (count: number, forms: Plural, digits = 1) =>
    `${number(count, digits)}${NBSP}${plural(count, forms)}`;
  /** skole, socialforvaltning og politi. */
  const list = (items: readonly string[]) => listForm.format(items);
  /** Order of the Danish alphabet: æ, ø, å last, aa as å. */
  const compare = (a: string, b: string) => collator.compare(a, b);

  /** 12 34 56 78; other lengths stay as they are. */
  const phone = (digits: string) => digits.replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/u, `$1${NBSP}$2${NBSP}$3${NBSP}$4`);
  /** A CVR number in pairs, as a phone number. */
  const cvr = phone;
  /** 10–13 år, both included; one age when they are equal. */
  const ages = (from: number, to: number) =>
    `${from === to ? from : `${from}–${to}`}${NBSP}${isDanish ? 'år' : 'years'}`;

  return {
    language,
    locale,
    number,
    numberWith,
    money,
    moneyExact,
    moneyInText,
    percent,
    percentInText,
    day,
    dayInText,
    dayFull,
    dayShort,
    dayRange,
    month,
    monthShort,
    weekday,
    clock,
    clockRange,
    clockInText,
    instant,
    instantClock,
    relativeDays,
    duration,
    hours,
    week,
    weekTight,
    plural,
    counted,
    list,
    compare,
    phone,
    cvr,
    ages,
  };
}

/** Every form of numbers, money, days, times and words of one language. Money is øre, days YYYY-MM-DD, times minutes. */
export type Formats = ReturnType<typeof formatsFor>;

const made: Partial<Record<Language, Formats>> = {};

/** The formats of a language, outside of components. */
export function formatsIn(language: Language): Formats {
  return (made[language] ??= formatsFor(language));
}

/** The formats of the language in use. */
export function useFormats(): Formats {
  return formatsIn(useLanguage());
}

/** The ISO week a day lies in and the year that week belongs to. */
function isoWeekOf(on: string): { year: number; week: number } {
  const thursday = new Date(`${on}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const dayOfYear = Math.round((thursday.getTime() - Date.UTC(year, 0, 1, 12)) / 86_400_000);
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}
