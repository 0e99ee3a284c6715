import { useUiWords } from './words.tsx';

/**
 * A number as it leaves the gate. Zero, not measured, not applicable and withheld are four different things
 * and are never drawn alike; `low` and `high` are the ends of an interval where the number has one.
 */
export type FigureCell =
  | { kind: 'value'; value: number; low?: number; high?: number }
  | { kind: 'zero' }
  | { kind: 'notMeasured' }
  | { kind: 'notApplicable' }
  | { kind: 'withheld'; why?: string; reason?: 'smallNumbers' | 'individualTier' | 'notShared' | 'notFrozen' };

/** The number of a cell, 0 for zero, and null for the three kinds of cell that have no number. */
export function figureValue(cell: FigureCell | undefined): number | null {
  if (cell === undefined) return null;
  if (cell.kind === 'value') return cell.value;
  return cell.kind === 'zero' ? 0 : null;
}

/** A cell in words: the formatted number, or why there is none. */
export function useFigureText(): (cell: FigureCell | undefined, format?: (value: number) => string) => string {
  const { words, number } = useUiWords();
  return (cell, format = number) => {
    if (cell === undefined) return words.notMeasured;
    if (cell.kind === 'withheld') return words.withheld;
    if (cell.kind === 'notMeasured') return words.notMeasured;
    if (cell.kind === 'notApplicable') return words.notApplicable;
    return format(figureValue(cell) ?? 0);
  };
}

/** Why a cell is withheld, in one sentence. */
function useWithheldWhy(): (cell: Extract<FigureCell, { kind: 'withheld' }>) => string {
  const { words } = useUiWords();
  return ({ why, reason }) => why ?? (reason === undefined ? words.withheldWhy : words.withheldReasons[reason]);
}

/** Why cells of a table are withheld, each reason once, below the table; nothing where all are shown. */
export function WithheldNote({ cells }: { cells: readonly (FigureCell | string | null | undefined)[] }) {
  const { words } = useUiWords();
  const whyOf = useWithheldWhy();
  const reasons = new Set(
    cells.flatMap((cell) =>
      typeof cell === 'object' && cell !== null && cell.kind === 'withheld' ? [whyOf(cell)] : [],
    ),
  );
  if (reasons.size === 0) return null;
  return (
    <p className="fs-help">
      <span className="fs-withheld">{words.withheld}</span> {[...reasons].join(' ')}
    </p>
  );
}

/** Draws one cell: the number, or the reason in words on hatched grey when it is withheld. */
export function Figure({ cell, format }: { cell: FigureCell | undefined; format?: (value: number) => string }) {
  const whyOf = useWithheldWhy();
  const text = useFigureText()(cell, format);
  if (cell?.kind === 'withheld') {
    return (
      <span className="fs-withheld" title={whyOf(cell)}>
        {text}
      </span>
    );
  }
  if (cell === undefined || cell.kind === 'notMeasured' || cell.kind === 'notApplicable') {
    return <span className="fs-missing">{text}</span>;
  }
  return <span className="fs-number">{text}</span>;
}
