import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import type { ShownDivision, ShownPart } from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import { type Cell, valueCell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { gatedDivisions } from '../../kernel/gate-parts.ts';
import type { ReadingTerms } from '../../kernel/gate-reading.ts';
import type { ReportBlock, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';

type Reading = FrozenGoal['measurements'][number];

/** Every reading of a goal that was divided, one table for each way, its last row the reading itself. */
export function partBlocks(basis: ReportBasis, goal: FrozenGoal, terms: ReadingTerms, name: string): ReportBlock[] {
  const unit = goal.indicator?.unit ?? 'count';
  return goal.measurements.flatMap((reading) =>
    gatedDivisions(basis.gate, reading, terms).map((division): ReportBlock => ({
      kind: 'table',
      table: divisionTable(basis, { name, reading, division, unit }),
    })),
  );
}

function divisionTable(
  { words, values, language }: ReportBasis,
  { name, reading, division, unit }: { name: string; reading: Reading; division: ShownDivision; unit: IndicatorUnit },
): ReportTable {
  const { dimension, parts } = division;
  const { value, lower, upper, numeratorCount, baseCount } = reading;
  const hasBase = unit === 'share' || unit === 'mean';
  const intervalOf = (cell: Cell<Interval>): ReportValue => {
    if (cell.kind === 'withheld') return values.missing('withheld');
    const { lower, upper } = cell.kind === 'value' ? cell.value : { lower: null, upper: null };
    return values.text(lower === null || upper === null ? '' : rangeText(lower, upper, unit, language));
  };
  const rowOf = (label: string, { result, numerator, base }: Omit<ShownPart, 'category'>): ReportValue[] => [
    values.text(label),
    values.cell(result, ({ estimate }) =>
      estimate === null
        ? values.missing('notMeasured')
        : typedValue(estimate, unit, valueText(estimate, unit, language)),
    ),
    ...(unit === 'share' ? [intervalOf(result)] : []),
    ...[numerator, base].flatMap((cell) => (cell === null ? [] : [values.cell(cell, (count) => values.number(count))])),
  ];
  const countCell = (count: number | null) => valueCell(count ?? 0);
  const whole = {
    result: valueCell({ estimate: value, lower, upper, n: baseCount ?? 0 }),
    numerator: unit === 'share' ? countCell(numeratorCount) : null,
    base: hasBase ? countCell(baseCount) : null,
  };
  return {
    name: words.partsSheet,
    caption: words.partsOf(name, words.dimensions[dimension], values.day(reading.measuredOn).text),
    columns: [
      { title: words.dimensions[dimension], width: 3 },
      { title: words.result, isNumber: true, width: 1.5 },
      ...(unit === 'share'
        ? [
            { title: words.interval, isNumber: true, width: 2 },
            { title: words.counted, isNumber: true, width: 1 },
          ]
        : []),
      ...(hasBase ? [{ title: words.base, isNumber: true, width: 1 }] : []),
    ],
    rows: [...parts.map((part) => rowOf(partLabel(part.category, language), part)), rowOf(words.wholeReading, whole)],
    hasTotal: true,
  };
}

/** A goal's value with its type for spreadsheets. */
export function typedValue(value: number, unit: IndicatorUnit, text: string): ReportValue {
  if (unit === 'share') return { type: 'share', value, text };
  if (unit === 'oere') return { type: 'money', value: value / 100, text };
  return unit === 'yesNo' ? { type: 'text', text } : { type: 'number', value, text };
}
