import { useLayoutEffect, useRef, useState } from 'react';
import type { ShownGoal } from '@forspring/domain/goals/goal';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { useGoalValues } from './use-goal-values.ts';

const heightPx = 220;
const left = 64;
const right = 16;
const top = 14;
const foot = 28;

interface Mark {
  on: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  missing: string | null;
  isBaseline: boolean;
}

/** The path of one goal over time: baseline hollow, readings solid with their interval, the target a dashed line, a missing reading said in words at its day. */
export default function GoalPathChart({ goal }: { goal: ShownGoal }) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const { day } = useFormats();
  const { valueOf } = useGoalValues();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const take = () => box.current && setWidth(Math.max(240, Math.round(box.current.clientWidth)));
    take();
    const watcher = new ResizeObserver(take);
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  const unit = goal.indicator?.unit;
  const marks = marksOf(goal, words.missing);
  const compared = goal.comparisonReadings
    .filter((one) => one.value !== null)
    .map(({ measuredOn: on, value }) => ({ on, value }));
  const values = [
    ...marks.flatMap((mark) => [mark.value, mark.lower, mark.upper]),
    ...compared.map((mark) => mark.value),
    goal.targetValue,
  ].filter((value) => value !== null);
  const days = [
    ...marks.map((mark) => mark.on),
    ...compared.map((mark) => mark.on),
    ...(goal.deadlineOn === null ? [] : [goal.deadlineOn]),
  ].toSorted();
  const [firstOn, lastOn] = [days[0], days.at(-1)];
  if (firstOn === undefined || lastOn === undefined || values.length === 0)
    return <p className="fs-help">{words.noMeasurements}</p>;

  const ticks = ticksOf(Math.min(0, ...values), Math.max(...values), unit === 'share');
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const span = Math.max(1, time(lastOn) - time(firstOn));
  const xOf = (on: string) => left + 12 + ((time(on) - time(firstOn)) / span) * (width - left - right - 24);
  const yOf = (value: number) => top + (1 - (value - low) / (high - low || 1)) * (heightPx - top - foot);
  const drawn = marks.filter((mark) => mark.value !== null);
  const pathOf = (points: readonly { on: string; value: number | null }[]) =>
    points.map((mark, index) => `${index === 0 ? 'M' : 'L'}${xOf(mark.on)} ${yOf(mark.value ?? 0)}`).join('');
  return (
    <div ref={box}>
      <svg width={width} height={heightPx} viewBox={`0 0 ${width} ${heightPx}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--fs-chart-grid)" />
            <text x={left - 8} y={yOf(tick)} dy="0.35em" textAnchor="end" fontSize={12} fill="var(--fs-quiet)">
              {valueOf(tick, unit)}
            </text>
          </g>
        ))}
        {[...new Set([firstOn, ...drawn.slice(-1).map((mark) => mark.on), lastOn])]
          .filter((on, index, all) => index === 0 || xOf(on) - xOf(all[index - 1] ?? on) > 96)
          .map((on, index) => (
            <text
              key={on}
              x={xOf(on)}
              y={heightPx - 8}
              textAnchor={index === 0 ? 'start' : on === lastOn ? 'end' : 'middle'}
              fontSize={12}
              fill="var(--fs-quiet)"
            >
              {day(on)}
            </text>
          ))}
        {goal.targetValue !== null && (
          <>
            <line
              x1={left}
              x2={width - right}
              y1={yOf(goal.targetValue)}
              y2={yOf(goal.targetValue)}
              stroke="var(--fs-chart-text)"
              strokeDasharray="6 4"
            />
            <text
              x={width - right}
              y={yOf(goal.targetValue) - 6}
              textAnchor="end"
              fontSize={12}
              fill="var(--fs-chart-text)"
            >
              {words.targetLine} {valueOf(goal.targetValue, unit)}
            </text>
          </>
        )}
        {goal.baselineValue !== null &&
          goal.baselineOn !== null &&
          goal.targetValue !== null &&
          goal.deadlineOn !== null && (
            <g stroke="var(--fs-quiet)" strokeWidth={1} strokeDasharray="2 3">
              <title>{comparisonWords.path}</title>
              <line
                x1={xOf(goal.baselineOn)}
                y1={yOf(goal.baselineValue)}
                x2={xOf(goal.deadlineOn)}
                y2={yOf(goal.targetValue)}
              />
            </g>
          )}
        {compared.length > 1 && (
          <path d={pathOf(compared)} fill="none" stroke="var(--fs-series-2)" strokeWidth={1.5} strokeDasharray="5 3" />
        )}
        {compared.map((mark, index) => (
          <g key={mark.on}>
            <rect x={xOf(mark.on) - 4} y={yOf(mark.value ?? 0) - 4} width={8} height={8} fill="var(--fs-series-2)" />
            {index === compared.length - 1 && (
              <text
                x={xOf(mark.on) - 10}
                y={yOf(mark.value ?? 0) + 4}
                textAnchor="end"
                fontSize={12}
                fill="var(--fs-chart-text)"
              >
                {comparisonWords.group} {valueOf(mark.value, unit)}
              </text>
            )}
          </g>
        ))}
        <path d={pathOf(drawn)} fill="none" stroke="var(--fs-series-1)" strokeWidth={1.5} />
        {marks.map((mark) =>
          mark.value === null ? (
            <text
              key={`${mark.on}-${mark.missing}`}
              x={xOf(mark.on)}
              y={yOf(low) - 6}
              textAnchor="middle"
              fontSize={12}
              fill="var(--fs-quiet)"
            >
              {mark.missing}
            </text>
          ) : (
            <g key={`${mark.on}-${mark.value}`}>
              {mark.lower !== null && mark.upper !== null && (
                <line
                  x1={xOf(mark.on)}
                  x2={xOf(mark.on)}
                  y1={yOf(mark.lower)}
                  y2={yOf(mark.upper)}
                  stroke="var(--fs-series-1)"
                  strokeWidth={2}
                />
              )}
              <circle
                cx={xOf(mark.on)}
                cy={yOf(mark.value)}
                r={5}
                fill={mark.isBaseline ? 'var(--mantine-color-body)' : 'var(--fs-series-1)'}
                stroke="var(--fs-series-1)"
                strokeWidth={2}
              />
              <text
                x={xOf(mark.on) + (mark.isBaseline ? 10 : -10)}
                y={
                  yOf(mark.value) +
                  labelOffset(yOf(mark.value), goal.targetValue === null ? null : yOf(goal.targetValue))
                }
                textAnchor={mark.isBaseline ? 'start' : 'end'}
                fontSize={12}
                fontWeight={600}
                fill="var(--fs-chart-text)"
              >
                {valueOf(mark.value, unit)}
              </text>
            </g>
          ),
        )}
      </svg>
    </div>
  );
}

function marksOf(goal: ShownGoal, missing: Record<'notMeasured' | 'notApplicable' | 'withheld', string>): Mark[] {
  const readings = goal.measurements.map((one) => ({
    on: one.measuredOn,
    value: one.value,
    lower: one.lower,
    upper: one.upper,
    missing: one.missing === null ? null : missing[one.missing],
    isBaseline: false,
  }));
  if (goal.baselineValue === null || goal.baselineOn === null) return readings;
  return [
    { on: goal.baselineOn, value: goal.baselineValue, lower: null, upper: null, missing: null, isBaseline: true },
    ...readings,
  ];
}

/** Above the mark, or below it where the target's line would run through the words. */
function labelOffset(y: number, targetY: number | null): number {
  return targetY !== null && targetY < y && y - targetY < 24 ? 18 : -8;
}

const time = (on: string) => new Date(`${on}T00:00:00Z`).getTime();

/** Four to six round values that hold the range; a share never needs more than 100 %. */
function ticksOf(low: number, high: number, isShare: boolean): number[] {
  const range = high - low || 1;
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step) * step;
  const ticks = [];
  for (let tick = first; tick < high + step; tick += step) ticks.push(Math.round(tick / step) * step);
  return isShare ? ticks.filter((tick) => tick <= 1.0001) : ticks;
}
