import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit, ShownDividedReading } from '@forspring/domain/goals/goal';
import { type Disaggregation, disaggregations, type ShownPart } from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { Figure, WithheldNote } from '@forspring/ui/figure-cell';
import type { FigureCell } from '@forspring/ui/figure-cell';
import { useFormats } from './formats.ts';
import { dividedReadingWords } from './divided-reading.words.ts';
import { useLanguage, useWords } from './words.ts';

/** One reading's groups in one way: a column of the table. */
interface Column {
  reading: ShownDividedReading;
  parts: readonly ShownPart[];
}

/**
 * Readings by their groups, earliest first: one table for each way they were divided, with a column for each reading and the
 * whole as the last row, or one line where no group of them may be shown.
 */
export function DividedReadings({ readings }: { readings: readonly ShownDividedReading[] }) {
  const ways = disaggregations.flatMap((dimension) => {
    const columns = readings.flatMap((reading): Column[] => {
      const parts = reading.divisions.find((division) => division.dimension === dimension)?.parts;
      return parts === undefined ? [] : [{ reading, parts }];
    });
    return columns.length === 0 ? [] : [{ dimension, columns }];
  });
  if (ways.length === 0) return null;
  const shown = ways.flatMap(({ columns }) => columns).flatMap(({ parts }) => parts);
  return (
    <>
      <div className="fs-divisions">
        {ways.map(({ dimension, columns }) => (
          <DivisionTable key={dimension} dimension={dimension} columns={columns} />
        ))}
      </div>
      <WithheldNote cells={shown.map(({ result }) => figureOf(result))} />
    </>
  );
}

function DivisionTable({ dimension, columns }: { dimension: Disaggregation; columns: readonly Column[] }) {
  const words = useWords(dividedReadingWords);
  const language = useLanguage();
  const { day, list } = useFormats();
  const caption = words.caption(
    words.dimension[dimension],
    list(columns.map(({ reading }) => day(reading.measuredOn))),
  );
  const all = columns.flatMap(({ parts }) => parts.map(({ result }) => result));
  const [first] = all;
  if (first !== undefined && all.every(({ kind }) => kind === 'withheld'))
    return (
      <p>
        {caption}: <Figure cell={figureOf(first)} />
      </p>
    );
  const categories = [...new Set(columns.flatMap(({ parts }) => parts.map(({ category }) => category)))]
    // Those in no group come last, whichever reading has them.
    .toSorted((a, b) => Number(a === null) - Number(b === null));
  return (
    <div className="fs-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="fs-table fs-divided">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group[dimension]}</th>
            {columns.map(({ reading }, place) => (
              <th key={place} scope="col" data-kind="number">
                {columns.length === 1 ? words.result : day(reading.measuredOn)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category}>
              <th scope="row">{partLabel(category, language)}</th>
              {columns.map(({ reading, parts }, place) => (
                <PartCell key={place} unit={reading.unit} part={parts.find((part) => part.category === category)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.whole}</th>
            {columns.map(({ reading }, place) => (
              <PartCell key={place} unit={reading.unit} part={wholeOf(reading)} />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A result with its interval and what it is out of, side by side where there is room and below each other on a phone. */
function PartCell({ part, unit }: { part: Omit<ShownPart, 'category'> | undefined; unit: IndicatorUnit }) {
  const words = useWords(dividedReadingWords);
  const language = useLanguage();
  const { number } = useFormats();
  if (part === undefined)
    return (
      <td data-kind="number">
        <Figure cell={undefined} />
      </td>
    );
  const { result, numerator, base } = part;
  const { lower, upper } = result.kind === 'value' ? result.value : { lower: null, upper: null };
  const all = countIn(base);
  const counted = countIn(numerator);
  return (
    <td data-kind="number">
      <Figure cell={figureOf(result)} format={(value) => valueText(value, unit, language)} />
      {unit === 'share' && result.kind !== 'withheld' && (
        <span className="fs-divided-more">
          {lower !== null && upper !== null && ` (${rangeText(lower, upper, unit, language)})`}
        </span>
      )}
      {all !== null && (
        <span className="fs-divided-more">
          {' '}
          {counted === null ? words.base(number(all)) : words.outOf(number(counted), number(all))}
        </span>
      )}
    </td>
  );
}

const countIn = (cell: Cell<number> | null): number | null =>
  cell?.kind === 'value' ? cell.value : cell?.kind === 'zero' ? 0 : null;

/** The reading itself as a last row: of a share the part and what it is out of, of a mean its n. */
function wholeOf({ whole, unit }: ShownDividedReading): Omit<ShownPart, 'category'> {
  if (whole.kind !== 'value' || unit === 'count') return { result: whole, numerator: null, base: null };
  const { estimate, n } = whole.value;
  const count = (value: number) => (value === 0 ? ({ kind: 'zero' } as const) : ({ kind: 'value', value } as const));
  return {
    result: whole,
    numerator: unit === 'share' ? count(Math.round((estimate ?? 0) * n)) : null,
    base: count(n),
  };
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
