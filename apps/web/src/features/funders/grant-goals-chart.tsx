import { lazy } from 'react';
import type { ShownGrant } from '@forspring/domain/funders/grant';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { type FigureCell, figureValue } from '@forspring/ui/figure-cell';
import { figureOf } from '../../kernel/divided-reading.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { grantWords } from './grant.words.ts';

const IntervalChart = lazy(() => import('@forspring/ui/interval-chart'));

type Goal = ShownGrant['goals'][number];

/** The last reading as a mark with the ends of its interval; the other three kinds of cell stay what they are. */
function resultOf({ result }: Goal): FigureCell {
  const cell = figureOf(result);
  if (cell.kind !== 'value' || result.kind !== 'value') return cell;
  const { lower, upper } = result.value;
  return { ...cell, ...(lower === null || upper === null ? {} : { low: lower, high: upper }) };
}

const plain = (value: number | null): FigureCell =>
  value === null ? { kind: 'notMeasured' } : { kind: 'value', value };

/** The goals that are shares, drawn with their intervals and the start as a fainter mark; nothing where there are none. */
export function GrantGoalsChart({ grant }: { grant: ShownGrant }) {
  const words = useWords(grantWords);
  const { percent, number, day } = useFormats();
  const judged = grant.goals.filter((goal) => goal.attainment !== null);
  const shares = grant.goals.filter((goal) => goal.unit === 'share');
  if (!grant.isEvaluated || judged.length === 0 || shares.length === 0) return null;
  const achieved = judged.filter((goal) => goal.attainment === 'achieved').length;
  const people = shares.flatMap(({ result }) => (result.kind === 'value' ? [result.value.n] : []));
  const levels = judged.flatMap((goal) => (goal.evidenceLevel === null ? [] : [goal.evidenceLevel]));
  const write = (value: number) => percent(value, 0);
  const { startsOn, endsOn, year } = grant.project;
  return (
    <ChartFrame
      sentence={words.goalsSentence(number(achieved), number(judged.length))}
      {...(people.length === 0 ? {} : { count: `n = ${people.map((n) => number(n)).join(' · ')}` })}
      period={startsOn !== null && endsOn !== null ? `${day(startsOn)}–${day(endsOn)}` : String(year)}
      source={words.goalsSource}
      evidence={levels.length === 0 ? undefined : words.goalsEvidence(Math.min(...levels), Math.max(...levels))}
      twin={{
        rowTitle: words.goal,
        columns: [
          { id: 'before', title: words.before, format: write },
          { id: 'target', title: words.target, format: write },
          { id: 'result', title: words.result, format: write },
        ],
        rows: shares.map((goal) => ({
          id: goal.id,
          label: goal.title,
          cells: [figureOf(goal.baseline), plain(goal.targetValue), resultOf(goal)],
        })),
      }}
    >
      <IntervalChart
        rows={shares.map((goal) => ({ id: goal.id, label: goal.title, cell: resultOf(goal) }))}
        format={write}
        shadow={Object.fromEntries(
          shares.flatMap(({ id, baseline }) => {
            const start = figureValue(figureOf(baseline));
            return start === null ? [] : [[id, start]];
          }),
        )}
        axisLabel={words.goalsAxis}
      />
    </ChartFrame>
  );
}
