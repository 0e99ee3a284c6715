import { useId, useRef } from 'react';
import { useWidth } from './chart-parts.tsx';
import { useUiWords } from './words.tsx';

/** One evening: its day in words, how many came, what was expected with its limits (null while nothing is), and how it is drawn. */
export interface ControlPoint {
  id: string;
  day: string;
  count: number;
  expected: number | null;
  lower: number | null;
  upper: number | null;
  look: 'learning' | 'ordinary' | 'shift' | 'notJudged';
}

interface ControlChartProps {
  points: ControlPoint[];
  labels: { count: string; expected: string; limits: string; shift: string; learning: string; notJudged: string };
}

const heightPx = 240;
const left = 44;
const right = 12;
const top = 12;
const foot = 28;

/** What came evening by evening over the band of ordinary variation. A real shift has marks of another shape, not only another colour. */
export default function ControlChart({ points, labels }: ControlChartProps) {
  const { number } = useUiWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const clip = useId().replace(/[^\w]/gu, '');
  const highest = Math.max(5, ...points.flatMap(({ count, upper }) => [count, upper ?? 0]));
  const step = stepFor(highest);
  const most = Math.ceil(highest / step) * step;
  const xOf = (index: number) => left + 8 + (index / Math.max(1, points.length - 1)) * (width - left - right - 16);
  const yOf = (value: number) => top + (1 - value / most) * (heightPx - top - foot);
  const ticks = Array.from({ length: Math.round(most / step) + 1 }, (_, index) => index * step);
  const runs = runsOf(points);
  const tickEvery = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 92))));
  return (
    <div ref={box}>
      <ControlLegend labels={labels} looks={new Set(points.map(({ look }) => look))} />
      <svg width={width} height={heightPx} viewBox={`0 0 ${width} ${heightPx}`} aria-hidden="true">
        <clipPath id={clip}>
          <rect x={left} y={top - 6} width={width - left - right} height={heightPx - top - foot + 12} />
        </clipPath>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--fs-chart-grid)" />
            <text x={left - 8} y={yOf(tick)} dy="0.35em" textAnchor="end" fontSize={12} fill="var(--fs-quiet)">
              {number(tick)}
            </text>
          </g>
        ))}
        <g clipPath={`url(#${clip})`}>
          {runs.map((run) => (
            <g key={run[0]?.index}>
              <path
                d={`${lineOf(run.map(({ index, point }) => [xOf(index), yOf(point.upper ?? 0)]))}${lineOf(
                  run.toReversed().map(({ index, point }) => [xOf(index), yOf(point.lower ?? 0)]),
                  'L',
                )}Z`}
                fill="var(--fs-series-quiet)"
                opacity={0.35}
              />
              <path
                d={lineOf(run.map(({ index, point }) => [xOf(index), yOf(point.expected ?? 0)]))}
                fill="none"
                stroke="var(--fs-chart-text)"
                strokeDasharray="5 4"
              />
            </g>
          ))}
        </g>
        <path
          d={lineOf(points.map(({ count }, index) => [xOf(index), yOf(count)]))}
          fill="none"
          stroke="var(--fs-series-1)"
          strokeWidth={1}
          opacity={0.5}
        />
        {points.map((point, index) => (
          <Mark key={point.id} look={point.look} x={xOf(index)} y={yOf(point.count)} />
        ))}
        {points.map((point, index) =>
          index % tickEvery === 0 && points.length - index >= tickEvery / 2 ? (
            <text
              key={point.id}
              x={xOf(index)}
              y={heightPx - 8}
              textAnchor={index === 0 ? 'start' : 'middle'}
              fontSize={12}
              fill="var(--fs-quiet)"
            >
              {point.day}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

function Mark({ look, x, y }: { look: ControlPoint['look']; x: number; y: number }) {
  if (look === 'shift')
    return <path d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`} fill="var(--fs-series-2)" />;
  if (look === 'notJudged')
    return (
      <rect
        x={x - 4}
        y={y - 4}
        width={8}
        height={8}
        fill="var(--fs-surface)"
        stroke="var(--fs-quiet)"
        strokeWidth={1.5}
      />
    );
  const isHollow = look === 'learning';
  return (
    <circle
      cx={x}
      cy={y}
      r={4}
      fill={isHollow ? 'var(--fs-surface)' : 'var(--fs-series-1)'}
      stroke="var(--fs-series-1)"
      strokeWidth={1.5}
    />
  );
}

/** What marks, line and band mean, in words; only those that are there. */
function ControlLegend({ labels, looks }: { labels: ControlChartProps['labels']; looks: Set<ControlPoint['look']> }) {
  const marks = [
    { look: 'ordinary', label: labels.count },
    { look: 'shift', label: labels.shift },
    { look: 'learning', label: labels.learning },
    { look: 'notJudged', label: labels.notJudged },
  ] as const;
  const hasExpected = looks.has('ordinary') || looks.has('shift');
  return (
    <ul className="fs-legend">
      {marks
        .filter(({ look }) => looks.has(look))
        .map(({ look, label }) => (
          <li key={look}>
            <svg width="14" height="14" aria-hidden="true">
              <Mark look={look} x={7} y={7} />
            </svg>
            {label}
          </li>
        ))}
      {hasExpected && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <line x1="0" x2="22" y1="7" y2="7" stroke="var(--fs-chart-text)" strokeDasharray="5 4" />
          </svg>
          {labels.expected}
        </li>
      )}
      {hasExpected && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="2" fill="var(--fs-series-quiet)" opacity={0.35} />
          </svg>
          {labels.limits}
        </li>
      )}
    </ul>
  );
}

/** Neighbouring evenings with limits; a band is never drawn across an evening that has none. */
function runsOf(points: ControlPoint[]): { index: number; point: ControlPoint }[][] {
  const runs: { index: number; point: ControlPoint }[][] = [];
  points.forEach((point, index) => {
    if (point.expected === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.index === index - 1) last.push({ index, point });
    else runs.push([{ index, point }]);
  });
  return runs;
}

function lineOf(places: (readonly [number, number])[], first = 'M'): string {
  return places.map(([x, y], index) => `${index === 0 ? first : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

function stepFor(highest: number): number {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
}
