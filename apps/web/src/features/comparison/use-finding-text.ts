import type { ComparedMeasure, ShownComparison } from '@forspring/domain/comparison/comparison';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { comparisonWords } from './comparison.words.ts';

/** Writes a value of a measure: rates and counts as numbers, shares in per cent, money in kroner. */
export function useMeasureText(): (measure: ComparedMeasure, value: number) => string {
  const { number, percent, money } = useFormats();
  return (measure, value) => {
    if (measure === 'costPerVisitHour') return money(value);
    if (measure === 'heldShare' || measure === 'goalShare') return percent(value, 0);
    return number(value, measure === 'visitsPerThousand' && value < 100 ? 1 : 0);
  };
}

/** The one cautious sentence of a comparison: title, alternative text and caption alike. */
export function useFindingText(): (comparison: ShownComparison) => string {
  const words = useWords(comparisonWords);
  const { counted } = useFormats();
  const write = useMeasureText();
  return ({ finding, sentence: { measure }, by }) => {
    const forms = by === 'run' ? words.runs : words.districts;
    if (finding.kind === 'sideBySide')
      return finding.why === 'tiers' ? words.sideBySideTiers : words.sideBySideIndicators;
    if (finding.kind === 'tooFew') {
      if (finding.rowCount === 0) return words.emptyTitle;
      return finding.comparedCount === 0 ? words.tooFewNone : words.tooFewOne(counted(finding.rowCount, forms));
    }
    const all = counted(finding.comparedCount, forms);
    if (finding.kind === 'span') {
      const [lowest, highest] = [write(measure, finding.lowest), write(measure, finding.highest)];
      return lowest === highest
        ? words.spanSame(words.measure[measure], lowest, all)
        : words.span(words.measure[measure], lowest, highest, all);
    }
    const level = write(measure, finding.level);
    const levelText =
      measure === 'heldShare' || measure === 'goalShare'
        ? words.levelOf[measure](level)
        : words.levelOf.visitsPerThousand(level);
    return finding.alikeCount === finding.comparedCount
      ? words.allAlike(all, levelText)
      : words.alike(String(finding.alikeCount), all, levelText);
  };
}
