import { useRef } from 'react';
import { Bar, BarChart as Bars, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Legend, Patterns, seriesColor, usePatternIds, useWidth } from './chart-parts.tsx';
import type { ChartSeries } from './chart-parts.tsx';
import { figureValue, useFigureText } from './figure-cell.tsx';
import type { FigureCell } from './figure-cell.tsx';
import { useUiWords } from './words.tsx';

const ROW_PX = 34;
const STACKED_ROW_PX = 30;
const STUB_SHARE = 0.1;

/** One row of bars: its name and a cell for each series, by the series' id. */
export interface BarRow {
  id: string;
  label: string;
  cells: Record<string, FigureCell | undefined>;
}

interface BarChartProps {
  series: ChartSeries[];
  rows: BarRow[];
  format?: (value: number) => string;
  /** Bars of a row lie end to end (cash and in-kind) instead of below each other. */
  isStacked?: boolean;
  labelPx?: number;
}

/**
 * Lying bars, one row a name, with the number at the end of each bar. A withheld cell is a short hatched grey piece with
 * "vises ikke" whose length says nothing; not measured and not applicable are words.
 */
export default function BarChart({ series, rows, format, isStacked = false, labelPx = 160 }: BarChartProps) {
  const { number } = useUiWords();
  const ids = usePatternIds(series);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const isNarrow = width < 480;
  const write = format ?? number;
  const totals = rows.map((row) => {
    const values = series.map((one) => figureValue(row.cells[one.id]) ?? 0);
    return isStacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const most = Math.max(0, ...totals) || 1;
  const hasWithheld = rows.some((row) => series.some((one) => row.cells[one.id]?.kind === 'withheld'));
  const points = rows.map((row) => ({
    row,
    label: row.label,
    ...Object.fromEntries(series.map((one) => [one.id, drawnValue(row.cells[one.id], most)])),
  }));
  const height = rows.length * (isStacked ? STACKED_ROW_PX : ROW_PX + (series.length - 1) * 18) + 32;

  return (
    <div ref={box}>
      <Legend series={series} hasWithheld={hasWithheld} />
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 720, height }}>
        <Bars
          data={points}
          layout="vertical"
          margin={{ top: 4, right: isNarrow ? 76 : 88, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          barGap={2}
          accessibilityLayer={false}
        >
          <Patterns ids={ids} />
          <CartesianGrid horizontal={false} stroke="var(--fs-chart-grid)" />
          <XAxis
            type="number"
            domain={[0, most]}
            tickFormatter={(value: number) => write(value)}
            tick={{ fill: 'var(--fs-quiet)', fontSize: 12 }}
            axisLine={false}
            tickLine={false}
            tickCount={isNarrow ? 3 : 5}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={isNarrow ? Math.min(labelPx, width * 0.34) : labelPx}
            interval={0}
            tick={{ fill: 'var(--fs-chart-text)', fontSize: isNarrow ? 12 : 13 }}
            axisLine={{ stroke: 'var(--fs-line)' }}
            tickLine={false}
          />
          {series.map((one) => (
            <Bar
              key={one.id}
              dataKey={one.id}
              stackId={isStacked ? 'all' : undefined}
              isAnimationActive={false}
              fill={seriesColor(one)}
              shape={<BarPiece one={one} series={series} isStacked={isStacked} write={write} ids={ids} />}
            />
          ))}
        </Bars>
      </ResponsiveContainer>
    </div>
  );
}

interface BarPieceProps {
  one: ChartSeries;
  series: ChartSeries[];
  isStacked: boolean;
  write: (value: number) => string;
  ids: ReturnType<typeof usePatternIds>;
  /** Handed in by the drawing library. */
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: { row: BarRow };
}

/** One bar with the number at its end, or the word that stands in its place. */
function BarPiece({ one, series, isStacked, write, ids, x = 0, y = 0, width = 0, height = 0, payload }: BarPieceProps) {
  const textOf = useFigureText();
  const cells = payload?.row.cells ?? {};
  const cell = cells[one.id];
  const isNumber = cell?.kind === 'value' || cell?.kind === 'zero';
  // In a stack one text at the end speaks for the row; a sum beside a withheld part would give the part away.
  const isLast = !isStacked || one === series.at(-1);
  const hasHole = isStacked && series.some((other) => cells[other.id]?.kind === 'withheld');
  const end = x + Math.max(0, width);
  const sum = () => series.reduce((total, other) => total + (figureValue(cells[other.id]) ?? 0), 0);
  return (
    <g>
      {(isNumber || cell?.kind === 'withheld') && (
        <rect
          x={x}
          y={y}
          width={Math.max(0, width)}
          height={height}
          rx={1}
          fill={isNumber ? ids.fillOf(one) : `url(#${ids.withheld})`}
          stroke={one.look === 'hatched' && isNumber ? seriesColor(one) : undefined}
        />
      )}
      {isLast && (
        <text
          x={end + 6}
          y={y + height / 2}
          dominantBaseline="central"
          fontSize={12}
          fill={isNumber && !hasHole ? 'var(--fs-chart-text)' : 'var(--fs-quiet)'}
        >
          {hasHole ? textOf({ kind: 'withheld' }) : isStacked && isNumber ? write(sum()) : textOf(cell, write)}
        </text>
      )}
    </g>
  );
}

function drawnValue(cell: FigureCell | undefined, most: number): number {
  return cell?.kind === 'withheld' ? most * STUB_SHARE : (figureValue(cell) ?? 0);
}
