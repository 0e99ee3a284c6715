import { lazy } from 'react';
import { ChartFrame } from '@forspring/ui/chart-frame';
import type { Twin } from '@forspring/ui/chart-frame';
import type { ShownComparison } from '@forspring/domain/comparison/comparison';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { comparisonWords } from './comparison.words.ts';
import { baseOf, measureFigure } from './row-figures.ts';
import { useFindingText, useMeasureText } from './use-finding-text.ts';
import { useRowName } from './use-row-name.ts';

const IntervalChart = lazy(() => import('@forspring/ui/interval-chart'));

/** The comparison as dots with intervals; what cannot be compared says why in its place instead of being drawn. */
export function ComparisonChart({ comparison }: { comparison: ShownComparison }) {
  const words = useWords(comparisonWords);
  const { counted } = useFormats();
  const findingText = useFindingText();
  const measureText = useMeasureText();
  const nameOf = useRowName(comparison);
  const { measure } = comparison.sentence;
  const write = (value: number) => measureText(measure, value);
  const compared = comparison.rows.filter((row) => row.incomparable.length === 0);
  const visitCount = compared.reduce(
    (sum, { cells }) => sum + (cells.visits.kind === 'value' ? cells.visits.value : 0),
    0,
  );
  const years = [...new Set(comparison.rows.map((row) => row.year))].toSorted();

  const rows = comparison.rows.map((row) => {
    const [reason] = row.incomparable;
    return {
      id: row.key,
      label: nameOf(row),
      cell:
        reason === undefined
          ? measureFigure(row, measure)
          : { kind: reason === 'withheld' ? ('withheld' as const) : ('notApplicable' as const) },
      ...(reason === undefined ? {} : { note: words.reason[reason] }),
    };
  });
  const twin: Twin = {
    rowTitle: words.column.place,
    columns: [
      {
        id: 'measure',
        title: words.measure[measure],
        format: write,
        ...(measure === 'costPerVisitHour' ? { csvScale: 0.01 } : {}),
      },
      { id: 'lower', title: words.column.lower, format: write },
      { id: 'upper', title: words.column.upper, format: write },
      { id: 'n', title: 'n' },
      { id: 'comparable', title: words.column.comparable },
    ],
    rows: comparison.rows.map((row) => {
      const figure = measureFigure(row, measure);
      const base = baseOf(row, measure);
      const end = (value: number | undefined) => (value === undefined ? null : { kind: 'value' as const, value });
      return {
        id: row.key,
        label: nameOf(row),
        cells: [
          figure,
          figure.kind === 'value' ? end(figure.low) : null,
          figure.kind === 'value' ? end(figure.high) : null,
          base === null ? null : { kind: 'value' as const, value: base },
          row.incomparable.length === 0 ? words.yes : row.incomparable.map((reason) => words.reason[reason]).join(', '),
        ],
      };
    }),
  };

  return (
    <ChartFrame
      sentence={findingText(comparison)}
      {...(visitCount > 0 ? { count: words.count(counted(visitCount, words.visitCount)) } : {})}
      period={years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? '')}
      source={comparison.isExamplePopulation ? words.exampleSource : words.source}
      twin={twin}
    >
      <IntervalChart
        rows={rows}
        format={write}
        axisLabel={words.axis[measure]}
        {...(comparison.level === null ? {} : { reference: { value: comparison.level, label: words.commonLevel } })}
      />
    </ChartFrame>
  );
}
