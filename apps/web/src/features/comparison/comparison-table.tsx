import type { ReactNode } from 'react';
import { Figure } from '@forspring/ui/figure-cell';
import type { FigureCell } from '@forspring/ui/figure-cell';
import { Table } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table';
import { TierBadge } from '@forspring/ui/tier';
import { useUiWords } from '@forspring/ui/words';
import type { ComparisonRow, ShownComparison } from '@forspring/domain/comparison/comparison';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { comparisonWords } from './comparison.words.ts';
import { figureOf, intervalFigure, reachFigure } from './row-figures.ts';
import { useRowName } from './use-row-name.ts';

/** Every number of the comparison, one row a district or run: alphabetical, without ranks and without colours for good and bad. */
export function ComparisonTable({ comparison }: { comparison: ShownComparison }) {
  const words = useWords(comparisonWords);
  const { words: uiWords } = useUiWords();
  const formats = useFormats();
  const { number, percent } = formats;
  const nameOf = useRowName(comparison);
  const [state, setState] = useTableAddress();
  const { column, group } = words;
  const isRuns = comparison.by === 'run';
  const isIndividual = comparison.rows.some((row) => row.tier === 'individual');

  /** A file says what the screen says: the number, or why there is none. */
  const fileOf = (figure: FigureCell, scale = 1): string | number => {
    if (figure.kind === 'value') return Math.round(figure.value * scale * 1000) / 1000;
    return figure.kind === 'zero' ? 0 : uiWords[figure.kind];
  };
  const whole = (value: number) => number(value, 0);
  const kroner = (oere: number) => number(oere / 100, 0);
  const hours = (minutes: number) => number(minutes / 60, 0);
  const plain = (
    id: string,
    title: string,
    cellOf: (row: ComparisonRow) => Cell<number>,
    {
      format = whole,
      scale = 1,
      ...rest
    }: { format?: (value: number) => string; scale?: number; group?: string; isHiddenAtFirst?: boolean } = {},
  ): TableColumn<ComparisonRow> => ({
    id,
    title,
    kind: 'number',
    ...rest,
    cell: (row) => <Figure cell={figureOf(cellOf(row))} format={format} />,
    csv: (row) => fileOf(figureOf(cellOf(row)), scale),
  });
  const estimated = (
    id: string,
    title: string,
    cellOf: (row: ComparisonRow) => Cell<Interval>,
    write: (value: number) => string,
    before?: (row: ComparisonRow, n: number) => ReactNode,
  ): TableColumn<ComparisonRow> => ({
    id,
    title,
    kind: 'number',
    minPx: 92,
    cell: (row) => <Estimate cell={cellOf(row)} write={write} before={(n) => before?.(row, n)} />,
    csv: (row) => fileOf(intervalFigure(cellOf(row))),
  });

  const columns: TableColumn<ComparisonRow>[] = [
    {
      id: 'place',
      title: column.place,
      isRowHead: true,
      minPx: 120,
      value: nameOf,
      isSortable: false,
      cell: (row) => (
        <>
          {nameOf(row)}
          {row.project !== null &&
            (row.project.isStopped || !['closed', 'evaluated', 'archived'].includes(row.project.status)) && (
              <span className="fs-reason">{row.project.isStopped ? words.stopped : words.ongoing}</span>
            )}
        </>
      ),
    },
    {
      id: 'municipality',
      title: column.municipality,
      value: (row) => row.municipalityName,
      isHiddenAtFirst: true,
      isSortable: false,
    },
    {
      id: 'tier',
      title: column.tier,
      cell: (row) => <TierBadge tier={row.tier} />,
      csv: (row) => words.tier[row.tier],
      isHiddenAtFirst: comparison.sentence.tier !== null || isRuns,
    },
    {
      id: 'comparable',
      title: column.comparable,
      minPx: 96,
      cell: (row) =>
        row.incomparable.length === 0 ? (
          words.yes
        ) : (
          <span className="fs-quiet">{row.incomparable.map((reason) => words.reason[reason]).join(', ')}</span>
        ),
      csv: (row) =>
        row.incomparable.length === 0 ? words.yes : row.incomparable.map((reason) => words.reason[reason]).join(', '),
    },
    {
      ...estimated(
        'perThousand',
        column.perThousand,
        (row) => row.cells.visitsPerThousand,
        (value) => number(value, value < 100 ? 1 : 0),
      ),
      group: group.young,
    },
    { ...plain('visits', column.visits, (row) => row.cells.visits), group: group.young },
    {
      id: 'reach',
      title: column.reach,
      kind: 'number',
      group: group.young,
      cell: (row) => {
        const { reach } = row.cells;
        return reach.kind === 'value' && !reach.value.isCounted ? (
          words.bounds(whole(reach.value.lower), whole(reach.value.upper))
        ) : (
          <Figure cell={reachFigure(reach)} format={whole} />
        );
      },
      csv: (row) => {
        const { reach } = row.cells;
        return reach.kind === 'value' && !reach.value.isCounted
          ? words.bounds(String(reach.value.lower), String(reach.value.upper))
          : fileOf(reachFigure(reach));
      },
    },
    { ...plain('contacts', column.contacts, (row) => row.cells.contacts), group: group.young, isHiddenAtFirst: true },
    {
      ...plain('started', column.started, (row) => row.cells.started),
      group: group.young,
      isHiddenAtFirst: !isIndividual,
    },
    {
      ...plain('population', column.population, (row) =>
        row.population === null ? { kind: 'notMeasured' } : { kind: 'value', value: row.population },
      ),
      group: group.young,
      isHiddenAtFirst: true,
    },
    {
      ...plain('visitHours', column.visitHours, (row) => row.cells.visitMinutes, { format: hours, scale: 1 / 60 }),
      group: group.work,
    },
    {
      id: 'held',
      title: column.held,
      kind: 'number',
      group: group.work,
      cell: (row) =>
        row.cells.planned.kind === 'value' ? (
          words.ofCount(whole(valueOf(row.cells.held)), whole(valueOf(row.cells.planned)))
        ) : (
          <Figure cell={figureOf(row.cells.planned)} />
        ),
      csv: (row) => words.ofCount(String(valueOf(row.cells.held)), String(valueOf(row.cells.planned))),
    },
    {
      ...plain('staffHours', column.staffHours, (row) => row.cells.staffMinutes, { format: hours, scale: 1 / 60 }),
      group: group.work,
      isHiddenAtFirst: true,
    },
    {
      ...plain('cash', column.cash, (row) => row.cells.spentCash, { format: kroner, scale: 0.01 }),
      group: group.spent,
    },
    {
      ...plain('total', column.total, (row) => row.cells.spentTotal, { format: kroner, scale: 0.01 }),
      group: group.spent,
    },
    {
      ...plain('cashPerHour', column.cashPerHour, (row) => row.cells.cashPerVisitHour, { format: kroner, scale: 0.01 }),
      group: group.cost,
    },
    {
      ...plain('totalPerHour', column.totalPerHour, (row) => row.cells.totalPerVisitHour, {
        format: kroner,
        scale: 0.01,
      }),
      group: group.cost,
    },
    {
      ...estimated(
        'goals',
        column.goals,
        (row) => row.cells.goalShare,
        (value) => percent(value, 0),
        (row, n) => {
          const cell = row.cells.goalShare;
          return cell.kind === 'value'
            ? words.ofCount(whole(Math.round((cell.value.estimate ?? 0) * n)), whole(n))
            : null;
        },
      ),
      group: group.goals,
    },
  ];

  return (
    <Table
      label={words.tableLabel}
      columns={columns}
      rows={comparison.rows}
      rowId={(row) => row.key}
      state={state}
      onStateChange={setState}
      hasSearch={false}
      phone="scroll"
      exportName={words.title}
      sentence={() => words.rowsFound(formats.counted(comparison.rows.length, isRuns ? words.runs : words.districts))}
      empty={{ title: words.emptyTitle, text: words.emptyText }}
    />
  );
}

function valueOf(cell: Cell<number>): number {
  return cell.kind === 'value' ? cell.value : 0;
}

/** An estimate with its interval below, and what it rests on where there is a part to name. */
function Estimate({
  cell,
  write,
  before,
}: {
  cell: Cell<Interval>;
  write: (value: number) => string;
  before?: (n: number) => ReactNode;
}) {
  const figure = intervalFigure(cell);
  if (cell.kind !== 'value' || figure.kind !== 'value' || figure.low === undefined || figure.high === undefined)
    return <Figure cell={figure} format={write} />;
  const named = before?.(cell.value.n);
  return (
    <>
      <span className="fs-number">{named ?? write(figure.value)}</span>
      <span className="fs-interval-ends">
        {named !== undefined && named !== null && `${write(figure.value)} `}(
        {span(write(figure.low), write(figure.high))})
      </span>
    </>
  );
}

/** Two ends with their unit once: 15–85 %. */
function span(low: string, high: string): string {
  return `${low.replace(/\s?%$/u, '')}–${high}`;
}
