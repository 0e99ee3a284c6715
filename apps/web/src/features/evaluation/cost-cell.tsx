import type { ShownProcess } from '@forspring/domain/evaluation/evaluation';
import { Figure } from '@forspring/ui/figure-cell';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { qualityWords } from './quality.words.ts';

/** A cost with its interval: an amount with two ends, two ends alone, or at least so much. */
export function useCostText() {
  const words = useWords(qualityWords);
  const { money } = useFormats();
  return ({ estimate, lower, upper }: { estimate: number | null; lower: number | null; upper: number | null }) => {
    if (lower !== null && upper !== null)
      return estimate === null
        ? words.between(money(lower), money(upper))
        : words.withRange(money(estimate), money(lower), money(upper));
    return lower === null ? '' : words.atLeast(money(lower));
  };
}

/** A cost with its interval, or why there is none. */
export function CostCell({ cell }: { cell: ShownProcess['cashPerYoungOere'] }) {
  const costText = useCostText();
  return cell.kind === 'value' ? costText(cell.value) : <Figure cell={cell} />;
}
