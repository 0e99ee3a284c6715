import { valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit, ShownIndicator, ShownMeasurement } from '@forspring/domain/goals/goal';
import {
  type Disaggregation,
  type MeasurementPart,
  partCategories,
  type ShownPart,
} from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import { isDivisible } from '@forspring/domain/goals/part.rules';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';

/** One group as it is typed; a row that is not filled in is not sent. */
export type PartRow = MeasurementPart;

/** A group nothing is written about yet. */
export const emptyRow = (dimension: Disaggregation, category: string): PartRow => ({
  dimension,
  category,
  value: null,
  numeratorCount: null,
  baseCount: null,
});

const numberIn = (cell: Cell<number> | null): number | null =>
  cell?.kind === 'value' ? cell.value : cell?.kind === 'zero' ? 0 : null;
const estimateIn = (cell: Cell<Interval>): number | null => (cell.kind === 'value' ? cell.value.estimate : null);

/** A group as it was written, from what its owner is shown. */
function rowOf(dimension: Disaggregation, unit: IndicatorUnit, part: ShownPart): PartRow {
  return {
    dimension,
    category: part.category ?? '',
    value: unit === 'share' ? null : estimateIn(part.result),
    numeratorCount: numberIn(part.numerator),
    baseCount: numberIn(part.base),
  };
}

/** The rows a form begins with: every group of the lists, the places written before, and one row for a place. */
export function partRowsOf(indicator: ShownIndicator | null, measurement: ShownMeasurement | null): PartRow[] {
  if (indicator === null || !isDivisible(indicator.unit)) return [];
  return indicator.disaggregations.flatMap((dimension) => {
    const shown = measurement?.divisions.find((division) => division.dimension === dimension)?.parts ?? [];
    const written = shown
      .filter(({ category }) => category !== null)
      .map((part) => rowOf(dimension, indicator.unit, part));
    const listed = partCategories[dimension];
    if (listed === null) return [...written, emptyRow(dimension, '')];
    return listed.map((category) => written.find((row) => row.category === category) ?? emptyRow(dimension, category));
  });
}

/** Whether anything stands in a row. */
export function isFilled({ dimension, category, value, numeratorCount, baseCount }: PartRow): boolean {
  const hasPlace = partCategories[dimension] === null && category.trim() !== '';
  return hasPlace || value !== null || numeratorCount !== null || baseCount !== null;
}

/** The rows that are sent, and at which place of the form each of them stands. */
export function sentParts(rows: readonly PartRow[]): { parts: MeasurementPart[]; places: number[] } {
  const places = rows.flatMap((row, index) => (isFilled(row) ? [index] : []));
  return { parts: rows.filter(isFilled), places };
}

/** The path of a problem with a part that was sent, as the path of its row in the form. */
export function atRow(path: string, places: readonly number[]): string {
  const [, index, field] = /^parts\.(\d+)\.(.+)$/u.exec(path) ?? [];
  return index === undefined ? path : `parts.${places[Number(index)] ?? index}.${field ?? ''}`;
}

/** What the rows' fields are called in a summary of problems: by their group. */
export function partLabels(rows: readonly PartRow[], language: 'da' | 'en'): Record<string, string> {
  const fields = ['category', 'value', 'numeratorCount', 'baseCount'] as const;
  return Object.fromEntries(
    rows
      .map(({ category }) => partLabel(category, language))
      .flatMap((label, index) => (label === '' ? [] : fields.map((field) => [`parts.${index}.${field}`, label]))),
  );
}

/** Groups in one line, as two versions of a reading are put beside each other. */
export function partsText(parts: readonly PartRow[], unit: IndicatorUnit, language: 'da' | 'en'): string {
  return parts
    .map(({ category, value, numeratorCount, baseCount }) => {
      const found =
        unit === 'share' ? String(numeratorCount ?? '') : value === null ? '' : valueText(value, unit, language);
      return `${partLabel(category, language)} ${[found, ...(baseCount === null ? [] : [baseCount])].join('/')}`;
    })
    .join(', ');
}
