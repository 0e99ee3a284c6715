import { adaptationFields } from '@forspring/domain/learning/learning';
import type { AdaptationField } from '@forspring/domain/learning/learning';
import { addDays } from '@forspring/domain/measures/day';
import { ruleFormOf } from '@forspring/domain/participation/series.rules';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { learningWords } from './learning.words.ts';

const moneyFields: readonly string[] = ['budgetCash', 'budgetInKind'];
const anyMonday = '2026-01-05';
const codeFields: readonly string[] = ['tier', 'track', 'adultsPresent', 'structure', 'groupMix', 'usesCodes'];

/** What a part of a plan is called, and its text as people read it: codes and rhythms as words, øre as kroner. */
export function useAdaptationWords(): {
  fieldOf: (field: string) => string;
  textOf: (field: string, text: string) => string;
} {
  const words = useWords(learningWords);
  const { list, money, number, weekday } = useFormats();
  const values: Record<string, string> = words.value;
  const themes: Record<string, string> = words.theme;
  const daysOf = (rule: string) => {
    const form = ruleFormOf(rule);
    if (form?.kind !== 'weekly') return form === null ? rule : words.monthly;
    const days = list(form.weekdays.map((one) => weekday(addDays(anyMonday, one - 1))));
    return form.everyWeeks > 1 ? words.everyWeeks(days, number(form.everyWeeks)) : days;
  };
  return {
    fieldOf: (field) =>
      (adaptationFields as readonly string[]).includes(field) ? words.field[field as AdaptationField] : field,
    textOf: (field, text) => {
      if (text.trim() === '') return words.empty;
      if (moneyFields.includes(field)) return money(Number(text));
      if (codeFields.includes(field)) return values[text] ?? text;
      if (field === 'series') return text.replaceAll(/FREQ=\S+/g, daysOf);
      if (field === 'themes')
        return text
          .split(', ')
          .map((theme) => themes[theme] ?? theme)
          .join(', ');
      return text;
    },
  };
}
