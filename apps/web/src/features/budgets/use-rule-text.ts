import { limitsText } from '@forspring/domain/budgets/budget-request';
import type { ShownSource } from '@forspring/domain/budgets/budget';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetWords } from './budget.words.ts';

/** What a source is and what its funder asks for, as one line: frame or accounts, limits, co-funding. */
export function useRuleText(): (source: ShownSource) => string {
  const words = useWords(budgetWords);
  const language = useLanguage();
  const { day, percent } = useFormats();
  return ({ isPlanFrame, reportsOn, ruleCard, cofunding, kind }) => {
    const parts: string[] = [];
    if (isPlanFrame) parts.push(words.planFrame);
    if (reportsOn !== null) parts.push(words.reportsOn(day(reportsOn)));
    const limits = limitsText(ruleCard, language);
    // In-kind support without a card of its own is not asked about at every turn.
    const rules = limits === '' ? '' : words.ruleAsk(limits);
    if (rules !== '' && !(ruleCard.isDefault && kind === 'inKind'))
      parts.push(ruleCard.isDefault ? `${rules} ${words.ruleDefault}` : rules);
    if (cofunding !== null) {
      const share = percent(cofunding.share);
      const min = percent(cofunding.minShare);
      parts.push(cofunding.isEnough ? words.cofundingOk(share, min) : words.cofundingLow(share, min));
    }
    return parts.join(' · ');
  };
}
