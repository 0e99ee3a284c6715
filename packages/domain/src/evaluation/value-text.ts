import type { IndicatorUnit } from '../goals/goal.ts';

/** The languages a generated sentence exists in. */
export type ClaimLanguage = 'da' | 'en';

const locale: Record<ClaimLanguage, string> = { da: 'da-DK', en: 'en-GB' };

/** A value in its unit as people of the language write it: 61 %, 28,5, 12.000 kr., ja. */
export function valueText(value: number, unit: IndicatorUnit, language: ClaimLanguage): string {
  if (unit === 'yesNo') return language === 'da' ? (value >= 1 ? 'ja' : 'nej') : value >= 1 ? 'yes' : 'no';
  if (unit === 'oere') {
    const digits = value % 100 === 0 ? 0 : 2;
    return new Intl.NumberFormat(locale[language], {
      style: 'currency',
      currency: 'DKK',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value / 100);
  }
  if (unit === 'share')
    return new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: 1 }).format(value);
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: unit === 'mean' ? 1 : 0 }).format(value);
}

/** Two ends of an interval with the unit said once: 53,8–83,2 %. */
export function rangeText(lower: number, upper: number, unit: IndicatorUnit, language: ClaimLanguage): string {
  const plain =
    unit === 'share'
      ? new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(lower * 100)
      : valueText(lower, unit, language);
  return `${plain}–${valueText(upper, unit, language)}`;
}

/** A difference in the unit: of shares in percentage points, else as the value itself. */
export function differenceText(value: number, unit: IndicatorUnit, language: ClaimLanguage): string {
  if (unit !== 'share') return valueText(value, unit, language);
  return `${countText(value * 100, language)} ${language === 'da' ? 'procentpoint' : 'percentage points'}`;
}

/** Two ends of a difference: −1,2 til 23,4. A dash would look like a minus. */
export function differenceRangeText(
  lower: number,
  upper: number,
  unit: IndicatorUnit,
  language: ClaimLanguage,
): string {
  const end = (value: number) =>
    unit === 'share' ? countText(value * 100, language) : valueText(value, unit, language);
  return `${end(lower)} ${language === 'da' ? 'til' : 'to'} ${end(upper)}`;
}

/** A number as the language writes it, with one decimal at most. */
export function countText(value: number, language: ClaimLanguage): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(value);
}

/** A sentence with one full stop, also after "kr.". */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
