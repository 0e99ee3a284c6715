import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import type { ComparedMeasure, ComparisonRow } from '@forspring/domain/comparison/comparison';
import type { FigureCell } from '@forspring/ui/figure-cell';

/** A cell of a plain number as the building blocks draw it. */
export function figureOf(cell: Cell<number>): FigureCell {
  return cell;
}

/** A cell of an estimate with its interval. */
export function intervalFigure(cell: Cell<Interval>): FigureCell {
  if (cell.kind !== 'value') return cell;
  const { estimate, lower, upper } = cell.value;
  if (estimate === null) return { kind: 'notMeasured' };
  return { kind: 'value', value: estimate, ...(lower === null || upper === null ? {} : { low: lower, high: upper }) };
}

/** Different young people: the number, or its bounds drawn from the least. */
export function reachFigure(cell: Cell<ReachRange>): FigureCell {
  if (cell.kind !== 'value') return cell;
  const { lower, upper, isCounted } = cell.value;
  return { kind: 'value', value: lower, ...(isCounted ? {} : { low: lower, high: upper }) };
}

/** The compared measure of a row, whether or not it can be compared. */
export function measureFigure({ cells }: ComparisonRow, measure: ComparedMeasure): FigureCell {
  if (measure === 'visits') return figureOf(cells.visits);
  if (measure === 'costPerVisitHour') return figureOf(cells.totalPerVisitHour);
  return measure === 'reach' ? reachFigure(cells.reach) : intervalFigure(cells[measure]);
}

/** What the compared measure of a row rests on; null where it is not shown. */
export function baseOf({ cells }: ComparisonRow, measure: ComparedMeasure): number | null {
  if (measure !== 'heldShare' && measure !== 'goalShare' && measure !== 'visitsPerThousand') return null;
  const cell = cells[measure];
  return cell.kind === 'value' ? cell.value.n : null;
}
