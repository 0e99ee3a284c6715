import { useRef } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Legend, Patterns, seriesColor, usePatternIds, useWidth } from './chart-parts.tsx';
import type { ChartSeries } from './chart-parts.tsx';
import { figureValue } from './figure-cell.tsx';
import type { FigureCell } from './figure-cell.tsx';
import { useUiWords } from './words.tsx';

/** One month (`YYYY-MM`): sessions planned and held, and visits. */
export interface MonthRow {
  month: string;
  planned: FigureCell;
  held: FigureCell;
  visits?: FigureCell;
}

interface MonthChartProps {
  rows: MonthRow[];
  labels?: { planned?: string; held?: string; visits?: string };
}

const HEIGHT_PX = 240;
const STUB_SHARE = 0.12;

/** Planned beside held as bars, visits as a line above on a scale of their own, month by month. */
export default function MonthChart({ rows, labels = {} }: MonthChartProps) {
  const { words, locale, number } = useUiWords();
  const planned: ChartSeries = { id: 'planned', label: labels.planned ?? words.planned, look: 'quiet' };
  const held: ChartSeries = { id: 'held', label: labels.held ?? words.held, color: 1 };
  const visits: ChartSeries = { id: 'visits', label: labels.visits ?? words.visits, color: 2 };
  const series = [planned, held, visits];
  const ids = usePatternIds(series);
  const box = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(box) < 480;
  const hasVisits = rows.some((row) => row.visits !== undefined);
  const hasWithheld = rows.some((row) => [row.planned, row.held, row.visits].some((cell) => cell?.kind === 'withheld'));
  const most = Math.max(1, ...rows.flatMap((row) => [figureValue(row.planned) ?? 0, figureValue(row.held) ?? 0]));
  const mostVisits = Math.max(1, ...rows.map((row) => figureValue(row.visits) ?? 0));
  const monthForm = new Intl.DateTimeFormat(locale, { month: isNarrow ? 'narrow' : 'short', timeZone: 'UTC' });
  const points = rows.map((row) => ({
    row,
    month: row.month,
    label: monthForm.format(new Date(`${row.month}-15T00:00:00Z`)).replace('.', ''),
    planned: drawn(row.planned, most),
    held: drawn(row.held, most),
    visits: figureValue(row.visits),
    // Withheld visits get a place of their own at the foot, so that a gap in the line is never silent.
    hidden: row.visits?.kind === 'withheld' ? mostVisits * STUB_SHARE : null,
  }));
  const tick = { fill: 'var(--fs-quiet)', fontSize: 12 };
  return (
    <div ref={box}>
      <Legend series={hasVisits ? series : [planned, held]} hasWithheld={hasWithheld} />
      <ResponsiveContainer width="100%" height={HEIGHT_PX} initialDimension={{ width: 720, height: HEIGHT_PX }}>
        <ComposedChart
          data={points}
          margin={{ top: 12, right: hasVisits ? 0 : 12, bottom: 0, left: most < 1000 ? -16 : 0 }}
          barGap={1}
          barCategoryGap="24%"
          accessibilityLayer={false}
        >
          <Patterns ids={ids} />
          <CartesianGrid vertical={false} stroke="var(--fs-chart-grid)" />
          <XAxis
            dataKey="month"
            tickFormatter={(_month: string, index: number) => points[index]?.label ?? ''}
            tick={tick}
            axisLine={{ stroke: 'var(--fs-line)' }}
            tickLine={false}
            interval={0}
          />
          <YAxis
            yAxisId="sessions"
            allowDecimals={false}
            tick={tick}
            axisLine={false}
            tickLine={false}
            tickFormatter={(value: number) => number(value)}
          />
          <Bar
            yAxisId="sessions"
            dataKey="planned"
            isAnimationActive={false}
            fill={seriesColor(planned)}
            shape={<MonthBar part="planned" fill={seriesColor(planned)} withheld={ids.withheld} />}
          />
          <Bar
            yAxisId="sessions"
            dataKey="held"
            isAnimationActive={false}
            fill={seriesColor(held)}
            shape={<MonthBar part="held" fill={seriesColor(held)} withheld={ids.withheld} />}
          />
          {hasVisits && (
            <YAxis
              yAxisId="visits"
              orientation="right"
              allowDecimals={false}
              tick={{ ...tick, fill: seriesColor(visits) }}
              axisLine={false}
              tickLine={false}
              tickFormatter={(value: number) => number(value)}
              width={48}
            />
          )}
          {hasVisits && (
            <Line
              yAxisId="visits"
              dataKey="visits"
              isAnimationActive={false}
              stroke={seriesColor(visits)}
              strokeWidth={2}
              dot={{ r: 3, fill: seriesColor(visits), strokeWidth: 0 }}
              connectNulls={false}
            />
          )}
          {hasVisits && hasWithheld && (
            <Line
              yAxisId="visits"
              dataKey="hidden"
              isAnimationActive={false}
              stroke="none"
              dot={<WithheldMark withheld={ids.withheld} />}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Handed in by the drawing library. */
interface Drawn {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: { row: MonthRow };
}

function MonthBar({
  part,
  fill,
  withheld,
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  payload,
}: Drawn & { part: 'planned' | 'held'; fill: string; withheld: string }) {
  const isWithheld = payload?.row[part].kind === 'withheld';
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(0, width)}
      height={Math.max(0, height)}
      rx={1}
      fill={isWithheld ? `url(#${withheld})` : fill}
    />
  );
}

function WithheldMark({
  withheld,
  cx = 0,
  cy = 0,
  value,
}: {
  withheld: string;
  cx?: number;
  cy?: number;
  value?: number | null;
}) {
  if (value === null || value === undefined) return null;
  return (
    <rect x={cx - 7} y={cy - 5} width={14} height={10} rx={2} fill={`url(#${withheld})`} stroke="var(--fs-hatch)" />
  );
}

function drawn(cell: FigureCell, most: number): number {
  return cell.kind === 'withheld' ? most * STUB_SHARE : (figureValue(cell) ?? 0);
}
