import type { Cell } from '@forspring/domain/measures/cell';
import type { FigureCell } from '@forspring/ui/figure-cell';

/** A cell of a plain number as the building blocks draw it. */
export function plainFigure(cell: Cell<number>): FigureCell {
  return cell.kind === 'value' || cell.kind === 'zero' || cell.kind === 'notMeasured' ? cell : { kind: cell.kind };
}
