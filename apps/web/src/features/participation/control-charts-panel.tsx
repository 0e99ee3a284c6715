import { lazy } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { notMeasured, numberCell } from '@forspring/domain/measures/cell';
import type { ShownControlChart } from '@forspring/domain/participation/control-chart';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { controlChartWords } from './control-chart.words.ts';

const ControlChart = lazy(() => import('@forspring/ui/control-chart'));

/** For each series: whether what came is ordinary variation or a real shift, as a sentence with its chart. */
export function ControlChartsPanel({ projectId }: { projectId: string }) {
  const words = useWords(controlChartWords);
  const { data, isError, refetch } = useQuery(trpc.participation.listControlCharts.queryOptions({ projectId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={5} />;
  const charts = data.filter(({ points }) => points.length > 0);
  if (charts.length === 0) return null;
  return (
    <Section title={words.title} help={words.help}>
      {charts.map((chart) => (
        <SeriesChart key={chart.seriesId} chart={chart} />
      ))}
    </Section>
  );
}

/** The one sentence about a series: the chart's title, its alternative text and the text of a report. */
function useVerdictSentence(): (chart: ShownControlChart) => string {
  const words = useWords(controlChartWords);
  const { counted, dayInText, number } = useFormats();
  return ({ title, verdict }) => {
    const whole = (value: number) => number(value, 0);
    switch (verdict.kind) {
      case 'ordinary':
        return words.ordinarySentence(title, whole(verdict.level));
      case 'look': {
        const { shift } = verdict;
        const say = words.lookSentence[shift.direction];
        const evenings = counted(shift.eveningCount, words.evenings);
        return say(title, dayInText(shift.fromOn), whole(shift.mean), evenings, whole(shift.expectedMean));
      }
      case 'newLevel': {
        const { shift, level, levelBefore } = verdict;
        return words.newLevelSentence(title, whole(level), dayInText(shift.fromOn), whole(levelBefore));
      }
      case 'tooFewEvenings':
        return words.tooFewEvenings(title, number(verdict.eveningCount), number(verdict.neededCount));
      case 'tooFewVisits':
        return words.tooFewVisits(title, whole(verdict.level), whole(Math.ceil(verdict.neededLevel)));
    }
  };
}

function SeriesChart({ chart }: { chart: ShownControlChart }) {
  const words = useWords(controlChartWords);
  const { counted, day, dayRange, number } = useFormats();
  const sentence = useVerdictSentence()(chart);
  const { points, verdict, countUnit, falseAlarmShare, seasonSeriesCount } = chart;
  const [first, last] = [points[0], points.at(-1)];
  const isShift = ({ state, on }: (typeof points)[number]) =>
    state === 'fewer' ||
    state === 'more' ||
    (state === 'learning' && verdict.kind === 'look' && on >= verdict.shift.fromOn);
  const cell = (value: number | null) => (value === null ? notMeasured : numberCell(Math.round(value * 10) / 10));
  const season = seasonSeriesCount < 3 ? words.noSeason : words.seasonFrom(number(seasonSeriesCount));
  return (
    <div className="pa-control">
      <StatusBadge
        label={
          verdict.kind === 'look'
            ? words.look
            : verdict.kind === 'ordinary' || verdict.kind === 'newLevel'
              ? words.ordinary
              : words.noAnswer
        }
        look={verdict.kind === 'look' ? 'waiting' : 'plain'}
      />
      <ChartFrame
        sentence={sentence}
        count={words.n(counted(points.length, words.evenings))}
        period={first === undefined || last === undefined ? undefined : dayRange(first.on, last.on)}
        source={`${words.source(number(1 / falseAlarmShare, 0))}; ${season}`}
        twin={{
          rowTitle: words.day,
          columns: [
            { id: 'count', title: words.count[countUnit] },
            { id: 'expected', title: words.expected },
            { id: 'lower', title: words.lower },
            { id: 'upper', title: words.upper },
            { id: 'state', title: words.verdict },
          ],
          rows: points.map((point) => ({
            id: point.sessionId,
            label: day(point.on),
            cells: [
              numberCell(point.count),
              cell(point.expected),
              cell(point.lower),
              cell(point.upper),
              verdict.kind === 'look' && isShift(point) ? words.shift : words.states[point.state],
            ],
          })),
        }}
      >
        <ControlChart
          points={points.map((point) => ({
            id: point.sessionId,
            day: day(point.on).replace(/\.?\s?\d{4}$/u, ''),
            count: point.count,
            expected: point.expected,
            lower: point.lower,
            upper: point.upper,
            look: isShift(point) ? 'shift' : (point.state as 'learning' | 'ordinary' | 'notJudged'),
          }))}
          labels={{
            count: words.count[countUnit],
            expected: words.expected,
            limits: words.limits,
            shift: words.shift,
            learning: words.learning,
            notJudged: words.notJudged,
          }}
        />
      </ChartFrame>
      <Attendance chart={chart} />
    </div>
  );
}

/** What came of what the owner expected, each evening by what was expected on its own day. */
function Attendance({ chart: { attendance } }: { chart: ShownControlChart }) {
  const words = useWords(controlChartWords);
  const { counted, dayInText, list, number, percent } = useFormats();
  if (attendance === null) return null;
  const { presentCount, expectedCount, eveningCount, changedOn } = attendance;
  return (
    <p className="fs-help">
      {words.attendance(
        number(presentCount),
        number(expectedCount),
        percent(presentCount / expectedCount, 0),
        counted(eveningCount, words.evenings),
      )}{' '}
      {changedOn.length > 0 && words.attendanceChanged(list(changedOn.map(dayInText)))}
    </p>
  );
}
