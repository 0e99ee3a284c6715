import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import type { ReportLanguage, ReportValue } from './report.ts';

const NBSP = '\u00a0';

const missingTexts = {
  da: { notMeasured: 'ikke målt', notApplicable: 'gælder ikke', withheld: 'vises ikke' },
  en: { notMeasured: 'not measured', notApplicable: 'does not apply', withheld: 'not shown' },
} as const;

/** Writes values of a report as people of the language read them, beside their plain value. */
export function valuesFor(language: ReportLanguage) {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const form = (digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  const plain = (value: number, digits = 0) =>
    form(digits)
      .format(Object.is(value, -0) ? 0 : value)
      .replace('\u2212', '-');
  const noonOf = (on: string) => new Date(`${on}T12:00:00Z`);
  const percent = (share: number) => `${plain(share * 100, 1)}${language === 'da' ? NBSP : ''}%`;

  const text = (written: string): ReportValue => ({ type: 'text', text: written });
  const number = (value: number, digits = 0): ReportValue => ({ type: 'number', value, text: plain(value, digits) });
  const money = (oere: number): ReportValue => ({
    type: 'money',
    value: oere / 100,
    text: `${plain(oere / 100)}${NBSP}kr.`,
  });
  const share = (value: number): ReportValue => ({ type: 'share', value, text: percent(value) });
  const hours = (minutes: number): ReportValue => ({
    type: 'hours',
    value: minutes / 60,
    text: plain(minutes / 60, 1),
  });
  const day = (on: string): ReportValue => ({
    type: 'day',
    on,
    text: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      noonOf(on),
    ),
  });
  const missing = (kind: keyof (typeof missingTexts)['da']): ReportValue => ({
    type: 'missing',
    missing: kind,
    text: missingTexts[language][kind],
  });
  /** A cell that has passed the gate, with its value written by `write`. */
  const cell = <T>(from: Cell<T>, write: (value: T) => ReportValue, zero: ReportValue = number(0)): ReportValue => {
    switch (from.kind) {
      case 'value':
        return write(from.value);
      case 'zero':
        return zero;
      default:
        return missing(from.kind);
    }
  };
  return {
    text,
    number,
    money,
    share,
    hours,
    day,
    missing,
    cell,
    /** A share with its interval and n as one text. */
    interval: ({ estimate, lower, upper, n }: Interval): ReportValue =>
      estimate === null
        ? missing('notMeasured')
        : {
            type: 'share',
            value: estimate,
            text:
              lower === null || upper === null
                ? percent(estimate)
                : `${percent(estimate)} (${plain(lower * 100, 1)}–${percent(upper)}, n${NBSP}=${NBSP}${plain(n)})`,
          },
    /** A number, its interval and n, in a column each, so that spreadsheets keep all three. */
    estimated: (
      from: Cell<Interval>,
      write: (value: number) => ReportValue,
    ): [ReportValue, ReportValue, ReportValue] => {
      if (from.kind !== 'value') {
        const why = from.kind === 'zero' ? number(0) : missing(from.kind);
        return [why, text(''), text('')];
      }
      const { estimate, lower, upper, n } = from.value;
      return [
        estimate === null ? missing('notMeasured') : write(estimate),
        text(lower === null || upper === null ? '' : `${write(lower).text} – ${write(upper).text}`),
        number(n),
      ];
    },
    /** Different young people, counted or as bounds. */
    reach: ({ lower, upper, isCounted }: ReachRange): ReportValue =>
      isCounted ? number(lower) : text(`${plain(lower)}–${plain(upper)}`),
    period: (from: string | null, to: string | null): string =>
      from === null || to === null ? '' : `${day(from).text} – ${day(to).text}`,
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    lower: (written: string) => written.toLocaleLowerCase(locale),
  };
}
export type ReportValues = ReturnType<typeof valuesFor>;
