import { lazy } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { Empty } from '@forspring/ui/states';
import { notMeasured, numberCell, numberIn } from '@forspring/domain/measures/cell';
import type { ShownActivity } from '@forspring/domain/participation/activity';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';

const MonthChart = lazy(() => import('@forspring/ui/month-chart'));

/** A project's activity, fetched; the page waits until it is there. */
export function useActivity(projectId: string): ShownActivity {
  return useSuspenseQuery(trpc.participation.showActivity.queryOptions({ projectId })).data;
}

/** The sentence that says plan against actual; the same in the chart, its alt text and its file. */
function useActivitySentence(): (activity: ShownActivity) => string {
  const words = useWords(activityWords);
  const { counted, number, list } = useFormats();
  return (activity) => {
    const { heldCount, cancelledCount, unregisteredCount } = activity;
    const said = (cell: ShownActivity['visits'], unit: typeof words.visits) => {
      const count = numberIn(cell);
      return count === null ? words.notShown(unit.other) : counted(count, unit);
    };
    const allCount = activity.plannedCount + heldCount + cancelledCount;
    if (heldCount === 0) return words.nothingHeld(counted(allCount, words.sessions));
    const rest = [
      ...(cancelledCount > 0 ? [words.restCancelled(number(cancelledCount))] : []),
      ...(unregisteredCount > 0 ? [words.restUnregistered(number(unregisteredCount))] : []),
    ];
    const counts = [
      ...(activity.isOutreach ? [] : [said(activity.visits, words.visits)]),
      ...(activity.isOutreach || (numberIn(activity.contacts) ?? 0) > 0
        ? [said(activity.contacts, words.contacts)]
        : []),
    ];
    const tail = rest.length > 0 ? `, ${list(rest)}` : '';
    return words.sentence(number(heldCount), number(allCount), tail, list(counts));
  };
}

/** Sessions planned and held month by month with the visits, as a chart with its table; for the project's pages. */
export function MonthPanel({ projectId }: { projectId: string }) {
  const words = useWords(activityWords);
  const formats = useFormats();
  const activity = useActivity(projectId);
  const sentence = useActivitySentence()(activity);
  const { months } = activity;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined)
    return <Empty title={words.noMonths} text={activity.abilities.mayPlan ? words.noMonthsText : undefined} />;
  const { isOutreach } = activity;
  const allOf = (month: ShownActivity['months'][number]) =>
    month.plannedCount + month.heldCount + month.cancelledCount + month.unregisteredCount;
  const rows = months.map((month) => ({
    month: month.month,
    planned: numberCell(allOf(month)),
    held: numberCell(month.heldCount),
    // A month in which nothing was held has not been counted, which is not 0.
    visits: month.heldCount === 0 ? notMeasured : isOutreach ? month.contacts : month.visits,
  }));
  const countTitle = isOutreach ? words.contactsColumn : words.visitsColumn;
  return (
    <ChartFrame
      sentence={sentence}
      count={words.n(formats.counted(activity.heldCount, words.sessions))}
      period={
        first === last ? formats.month(first.month) : `${formats.month(first.month)}–${formats.month(last.month)}`
      }
      source={words.source}
      twin={{
        rowTitle: words.month,
        columns: [
          { id: 'planned', title: words.plannedColumn },
          { id: 'held', title: words.heldColumn },
          { id: 'cancelled', title: words.cancelledColumn },
          { id: 'unregistered', title: words.unregisteredColumn },
          { id: 'visits', title: countTitle },
        ],
        rows: months.map((month, index) => ({
          id: month.month,
          label: formats.month(month.month),
          cells: [
            rows[index]?.planned,
            rows[index]?.held,
            numberCell(month.cancelledCount),
            numberCell(month.unregisteredCount),
            rows[index]?.visits,
          ],
        })),
      }}
    >
      <MonthChart rows={rows} labels={{ planned: words.plannedColumn, held: words.heldColumn, visits: countTitle }} />
    </ChartFrame>
  );
}
