import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit, ShownDividedReading } from '@forspring/domain/goals/goal';
import type { ShownDivision, ShownPart } from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { Figure, WithheldNote } from '@forspring/ui/figure-cell';
import type { FigureCell } from '@forspring/ui/figure-cell';
import { useFormats } from './formats.ts';
import { dividedReadingWords } from './divided-reading.words.ts';
import { useLanguage, useWords } from './words.ts';

/**
 * A reading by its groups: one table for each way it was divided, with the whole as its last row, or one line where no group
 * of it may be shown.
 */
export function DividedReading({ divided }: { divided: ShownDividedReading }) {
  const results = divided.divisions.flatMap(({ parts }) => parts.map(({ result }) => figureOf(result)));
  return (
    <>
      <div className="fs-divisions">
        {divided.divisions.map((division) => (
          <DivisionTable key={division.dimension} divided={divided} division={division} />
        ))}
      </div>
      <WithheldNote cells={results} />
    </>
  );
}

function DivisionTable({ divided, division }: { divided: ShownDividedReading; division: ShownDivision }) {
  const words = useWords(dividedReadingWords);
  const language = useLanguage();
  const { day } = useFormats();
  const { unit, whole, measuredOn } = divided;
  const { dimension, parts } = division;
  const hasBase = unit === 'share' || unit === 'mean';
  const caption = words.caption(words.dimension[dimension], day(measuredOn));
  const [hidden] = parts.map(({ result }) => result).filter(({ kind }) => kind === 'withheld');
  if (hidden !== undefined && parts.every(({ result }) => result.kind === 'withheld'))
    return (
      <p>
        {caption}: <Figure cell={figureOf(hidden)} />
      </p>
    );
  return (
    <div className="fs-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="fs-table fs-divided">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group[dimension]}</th>
            <th scope="col" data-kind="number">
              {words.result}
            </th>
            {hasBase && (
              <th scope="col" data-kind="number">
                {unit === 'share' ? words.counts : words.n}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.category}>
              <th scope="row">{partLabel(part.category, language)}</th>
              <ResultCell cell={part.result} unit={unit} />
              {hasBase && <CountCell part={part} />}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.whole}</th>
            <ResultCell cell={whole} unit={unit} />
            {hasBase && <CountCell part={wholeCounts(whole, unit)} />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function ResultCell({ cell, unit }: { cell: Cell<Interval>; unit: IndicatorUnit }) {
  const language = useLanguage();
  const { lower, upper } = cell.kind === 'value' ? cell.value : { lower: null, upper: null };
  return (
    <td data-kind="number">
      <Figure cell={figureOf(cell)} format={(value) => valueText(value, unit, language)} />
      {lower !== null && upper !== null && (
        <span className="fs-quiet"> ({rangeText(lower, upper, unit, language)})</span>
      )}
    </td>
  );
}

/** Of a share the part and what it is out of, of a mean its n. */
function CountCell({ part: { numerator, base } }: { part: Pick<ShownPart, 'numerator' | 'base'> }) {
  const words = useWords(dividedReadingWords);
  const { number } = useFormats();
  const cell = base === null ? undefined : figureOf(base);
  if (numerator === null || numerator.kind === 'withheld' || numerator.kind === 'notMeasured')
    return (
      <td data-kind="number">
        <Figure cell={cell} />
      </td>
    );
  const counted = numerator.kind === 'value' ? numerator.value : 0;
  return (
    <td data-kind="number">
      <Figure cell={cell} format={(all) => words.outOf(number(counted), number(all))} />
    </td>
  );
}

function wholeCounts(whole: Cell<Interval>, unit: IndicatorUnit): Pick<ShownPart, 'numerator' | 'base'> {
  if (whole.kind !== 'value') return { numerator: null, base: null };
  const { estimate, n } = whole.value;
  const count = (value: number) => (value === 0 ? ({ kind: 'zero' } as const) : ({ kind: 'value', value } as const));
  return { numerator: unit === 'share' ? count(Math.round((estimate ?? 0) * n)) : null, base: count(n) };
}

/** A cell of the gate as it is drawn. */
export function figureOf(cell: Cell<number> | Cell<Interval>): FigureCell {
  switch (cell.kind) {
    case 'value': {
      const value = typeof cell.value === 'number' ? cell.value : cell.value.estimate;
      return value === null ? { kind: 'notMeasured' } : value === 0 ? { kind: 'zero' } : { kind: 'value', value };
    }
    case 'withheld':
      return { kind: 'withheld', reason: cell.reason };
    default:
      return { kind: cell.kind };
  }
}
