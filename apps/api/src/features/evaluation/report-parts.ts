import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { valueText } from '@forspring/domain/evaluation/value-text';
import { disaggregations } from '@forspring/domain/goals/goal';
import { readingCell } from '../../kernel/gate-reading.ts';
import type { ReportBlock, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';

type Part = FrozenGoal['measurements'][number]['parts'][number];

/**
 * The parts of a goal's latest divided reading, one table for each way it was divided. Outside the project a way is shown
 * only when the reading and each of its parts may be: a single hidden part could be found from the others and the whole.
 */
export function partBlocks(basis: ReportBasis, goal: FrozenGoal): ReportBlock[] {
  const { frozen, gate, words, values, language } = basis;
  const reading = goal.measurements.findLast(({ parts }) => parts.length > 0);
  if (reading === undefined) return [];
  const unit = goal.indicator?.unit ?? 'count';
  const isIndividual = goal.tier === 'individual' || frozen.project.tier === 'individual';
  const terms = {
    unit: goal.indicator?.unit ?? null,
    tier: isIndividual ? ('individual' as const) : goal.tier,
    visitCount: frozen.process.visitCount,
  };
  const isShown = (one: Parameters<typeof readingCell>[1]) => readingCell(gate, one, terms).kind !== 'withheld';
  return disaggregations.flatMap((dimension): ReportBlock[] => {
    const parts = reading.parts.filter((part) => part.dimension === dimension);
    if (parts.length === 0) return [];
    const areShown = isShown(reading) && parts.every(isShown);
    const rowOf = (part: Part): ReportValue[] => {
      const label = words.categories[part.category] ?? part.category;
      const hidden = values.missing('withheld');
      if (!areShown) return [values.text(label), hidden, hidden];
      return [
        values.text(label),
        part.value === null ? values.missing('notMeasured') : values.text(valueText(part.value, unit, language)),
        part.baseCount === null ? values.text('') : values.number(part.baseCount),
      ];
    };
    return [
      {
        kind: 'table',
        table: {
          name: words.partsSheet,
          caption: words.partsOf(words.dimensions[dimension], values.day(reading.measuredOn).text),
          columns: [
            { title: words.dimensions[dimension], width: 3 },
            { title: words.result, isNumber: true },
            { title: words.base, isNumber: true },
          ],
          rows: parts.map(rowOf),
        },
      },
    ];
  });
}
