import { useRef } from 'react';
import { Patterns, usePatternIds, useWidth } from './chart-parts.tsx';
import type { FigureCell } from './figure-cell.tsx';
import { useFigureText } from './figure-cell.tsx';
import { useUiWords } from './words.tsx';

const ROW_PX = 28;
const TOP_PX = 8;
const AXIS_PX = 26;
const collator = new Intl.Collator('da', { numeric: true });

/** One row: a name and its estimate with the ends of the interval; `note` says why it cannot be compared. */
export interface IntervalRow {
  id: string;
  label: string;
  cell: FigureCell;
  note?: string;
  /** A sum or pooled row: drawn as a diamond and kept last. */
  isPooled?: boolean;
}

interface IntervalChartProps {
  rows: IntervalRow[];
  format?: (value: number) => string;
  /** A line across all rows, e.g. the mean of all, with its name. */
  reference?: { value: number; label: string };
  /** A second, fainter mark in each row (raw beside shrunken), by row id. */
  shadow?: Record<string, number>;
  axisLabel?: string;
}

/** Dots with whiskers, one row a name in the order of the Danish alphabet: no ranking, no colours for good and bad. */
export default function IntervalChart({ rows, format, reference, shadow = {}, axisLabel }: IntervalChartProps) {
  const { number } = useUiWords();
  const textOf = useFigureText();
  const write = format ?? ((value: number) => number(value));
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const ids = usePatternIds([]);
  const ordered = rows.toSorted(
    (a, b) => Number(a.isPooled === true) - Number(b.isPooled === true) || collator.compare(a.label, b.label),
  );
  const labelPx = Math.min(200, Math.max(96, width * 0.3));
  const textPx = width < 480 ? 0 : 150;
  const plotPx = Math.max(80, width - labelPx - textPx - 16);
  const ticks = niceTicks(rows, reference?.value, Object.values(shadow));
  const least = ticks[0] ?? 0;
  const most = ticks.at(-1) ?? 1;
  const xOf = (value: number) => labelPx + 8 + ((value - least) / (most - least || 1)) * plotPx;
  const height = TOP_PX + ordered.length * ROW_PX + AXIS_PX + (axisLabel === undefined ? 0 : 18);
  const bottom = TOP_PX + ordered.length * ROW_PX;

  return (
    <div ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Patterns ids={ids} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={xOf(tick)} x2={xOf(tick)} y1={TOP_PX} y2={bottom} stroke="var(--fs-chart-grid)" />
            <text x={xOf(tick)} y={bottom + 16} textAnchor="middle" fontSize={12} fill="var(--fs-quiet)">
              {write(tick)}
            </text>
          </g>
        ))}
        {axisLabel !== undefined && (
          <text x={labelPx + 8 + plotPx / 2} y={bottom + 36} textAnchor="middle" fontSize={12} fill="var(--fs-quiet)">
            {axisLabel}
          </text>
        )}
        {reference !== undefined && (
          <line
            x1={xOf(reference.value)}
            x2={xOf(reference.value)}
            y1={TOP_PX}
            y2={bottom}
            stroke="var(--fs-chart-text)"
            strokeDasharray="4 3"
          />
        )}
        {ordered.map((row, index) => {
          const y = TOP_PX + index * ROW_PX + ROW_PX / 2;
          const { cell } = row;
          const raw = shadow[row.id];
          const value = cell.kind === 'value' ? cell.value : cell.kind === 'zero' ? 0 : null;
          const { low, high } = cell.kind === 'value' ? cell : { low: undefined, high: undefined };
          return (
            <g key={row.id}>
              <text
                x={labelPx}
                y={y}
                textAnchor="end"
                dominantBaseline="central"
                fontSize={13}
                fontWeight={row.isPooled === true ? 600 : 400}
                fill="var(--fs-chart-text)"
              >
                {shorten(row.label, labelPx)}
              </text>
              {value === null ? (
                <>
                  {cell.kind === 'withheld' && (
                    <rect x={labelPx + 8} y={y - 7} width={56} height={14} rx={2} fill={`url(#${ids.withheld})`} />
                  )}
                  <text
                    x={labelPx + (cell.kind === 'withheld' ? 72 : 12)}
                    y={y}
                    dominantBaseline="central"
                    fontSize={12}
                    fill="var(--fs-quiet)"
                  >
                    {shorten(row.note ?? textOf(cell), width - labelPx - 24)}
                  </text>
                </>
              ) : (
                <>
                  {low !== undefined && high !== undefined && !(row.isPooled ?? false) && (
                    <g stroke="var(--fs-series-1)" strokeWidth={1.5}>
                      <line x1={xOf(low)} x2={xOf(high)} y1={y} y2={y} />
                      <line x1={xOf(low)} x2={xOf(low)} y1={y - 4} y2={y + 4} />
                      <line x1={xOf(high)} x2={xOf(high)} y1={y - 4} y2={y + 4} />
                    </g>
                  )}
                  {raw !== undefined && (
                    <circle
                      cx={xOf(raw)}
                      cy={y}
                      r={4}
                      fill="var(--fs-surface)"
                      stroke="var(--fs-series-quiet)"
                      strokeWidth={1.5}
                    />
                  )}
                  {row.isPooled === true && low !== undefined && high !== undefined ? (
                    <path
                      d={`M${xOf(low)} ${y}L${xOf(value)} ${y - 8}L${xOf(high)} ${y}L${xOf(value)} ${y + 8}Z`}
                      fill="var(--fs-series-1)"
                    />
                  ) : (
                    <circle cx={xOf(value)} cy={y} r={4.5} fill="var(--fs-series-1)" />
                  )}
                  {textPx > 0 && (
                    <text
                      x={width - 4}
                      y={y}
                      textAnchor="end"
                      dominantBaseline="central"
                      fontSize={12}
                      fill="var(--fs-chart-text)"
                    >
                      {low === undefined || high === undefined
                        ? write(value)
                        : `${write(value)} (${write(low)}–${write(high)})`}
                    </text>
                  )}
                </>
              )}
            </g>
          );
        })}
      </svg>
      {reference !== undefined && (
        <ul className="fs-legend">
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <line x1="7" x2="7" y1="0" y2="14" stroke="var(--fs-chart-text)" strokeDasharray="4 3" />
            </svg>
            {reference.label}: {write(reference.value)}
          </li>
        </ul>
      )}
    </div>
  );
}

/** Four to six round numbers that hold every dot, whisker and line. */
function niceTicks(rows: IntervalRow[], reference: number | undefined, raw: number[]): number[] {
  const values = rows.flatMap(({ cell }) =>
    cell.kind === 'value'
      ? [cell.value, cell.low ?? cell.value, cell.high ?? cell.value]
      : cell.kind === 'zero'
        ? [0]
        : [],
  );
  const all = [...values, ...raw, ...(reference === undefined ? [] : [reference])];
  const least = Math.min(0, ...all);
  const most = Math.max(0, ...all) || 1;
  const rough = (most - least) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function shorten(label: string, px: number): string {
  const letters = Math.floor(px / 7);
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
}
