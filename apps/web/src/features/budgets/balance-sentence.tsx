import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Imbalance, ShownBudget } from '@forspring/domain/budgets/budget';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetWords } from './budget.words.ts';

const SHOWN_COUNT = 5;

/** Whether the budget balances, in words with amounts; what does not balance is named one by one. */
export function BalanceSentence({ budget }: { budget: ShownBudget }) {
  const words = useWords(budgetWords);
  const { money, list } = useFormats();
  const { imbalances, totals } = budget;
  const inKindOere = totals.find((total) => total.kind === 'inKind')?.linesOere ?? 0;
  const cashOere = totals.find((total) => total.kind === 'cash')?.linesOere ?? 0;

  function saying({ code, kind, title, byOere }: Imbalance): string {
    const amount = money(byOere);
    if (code === 'fundingMissing' || code === 'fundingTooLarge') return words.imbalance[code][kind](amount);
    return words.imbalance[code](title, amount);
  }
  if (imbalances.length === 0) {
    const whole = money(cashOere + inKindOere);
    return (
      <p className="bu-balance" data-look="even" role="status">
        <IconCheck size={20} aria-hidden="true" />
        <strong>{inKindOere === 0 ? words.balancedCash(whole) : words.balanced(whole, money(inKindOere))}</strong>
      </p>
    );
  }
  const whole = imbalances.filter((one) => one.subjectId === null);
  const parts = imbalances.filter((one) => one.subjectId !== null);
  return (
    <div className="bu-balance" data-look="uneven" role="status">
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div>
        <strong>{whole.length > 0 ? words.notBalanced(list(whole.map(saying))) : words.notShared}</strong>
        {parts.length > 0 && (
          <ul>
            {parts.slice(0, SHOWN_COUNT).map((one) => (
              <li key={`${one.code}-${one.subjectId}`}>{saying(one)}</li>
            ))}
            {parts.length > SHOWN_COUNT && <li>{words.andMore(parts.length - SHOWN_COUNT)}</li>}
          </ul>
        )}
      </div>
    </div>
  );
}
