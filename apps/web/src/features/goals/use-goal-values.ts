import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit, MissingKind } from '@forspring/domain/goals/goal';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';

/** A value, or the word for why there is none; the same forms as in the generated sentences. */
export function useGoalValues() {
  const language = useLanguage();
  const words = useWords(goalWords);
  return {
    language,
    valueOf: (value: number | null, unit: IndicatorUnit | undefined, missing: MissingKind | null = null) =>
      value === null
        ? missing === null
          ? words.noValue
          : words.missing[missing]
        : valueText(value, unit ?? 'mean', language),
    rangeOf: (lower: number, upper: number, unit: IndicatorUnit) => rangeText(lower, upper, unit, language),
  };
}

/** A stored value as it is typed: shares as per cent, everything else as it is. */
export function typedValue(value: number | null, unit: IndicatorUnit | undefined): number | null {
  return value === null || unit !== 'share' ? value : Math.round(value * 1e8) / 1e6;
}

/** A typed value as it is stored. */
export function storedValue(value: number | null, unit: IndicatorUnit | undefined): number | null {
  return value === null || unit !== 'share' ? value : value / 100;
}
