import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import type { ShownBudget } from '@forspring/domain/budgets/budget';
import { type Cell, numberIn } from '@forspring/domain/measures/cell';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetWords } from './budget.words.ts';

const MonthChart = lazy(() => import('@forspring/ui/month-chart'));

/** Spending month by month beside an even plan, with its table. */
export function MonthsPanel({ budget }: { budget: ShownBudget }) {
  const words = useWords(budgetWords);
  const { money, month, dayRange } = useFormats();
  const query = useQuery(trpc.budgets.listMonths.queryOptions({ projectId: budget.projectId }));
  const months = query.data;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (months === undefined) return <Loading />;
  const gone = months.filter((one) => one.month <= budget.today.slice(0, 7));
  const sum = (cells: Cell<number>[]) => cells.reduce((total, cell) => total + (numberIn(cell) ?? 0), 0);
  const spentOere = sum(gone.map((one) => one.cash));
  const last = gone.at(-1);
  // The running month's plan counts by the share of it that has gone, as the table's marks do.
  const cash = budget.totals.find((total) => total.kind === 'cash')?.linesOere ?? 0;
  const plannedOere = Math.round(cash * budget.timeGoneShare);
  return (
    <Section title={words.monthsTitle}>
      <ChartFrame
        sentence={
          last === undefined || spentOere === 0
            ? words.monthsNone
            : words.monthsSentence(money(spentOere), money(plannedOere), month(last.month))
        }
        {...(budget.startsOn === null || budget.endsOn === null
          ? {}
          : { period: dayRange(budget.startsOn, budget.endsOn) })}
        source={words.monthsSource}
        twin={{
          rowTitle: words.month,
          columns: [
            { id: 'plan', title: words.evenPlan, format: money, csvScale: 0.01 },
            { id: 'cash', title: words.spentCash, format: money, csvScale: 0.01 },
            { id: 'inKind', title: words.spentInKind, format: money, csvScale: 0.01 },
          ],
          rows: months.map((one) => ({
            id: one.month,
            label: month(one.month),
            cells: [one.plan, one.cash, one.inKind],
          })),
        }}
      >
        <MonthChart
          rows={months.map((one) => ({ month: one.month, planned: inKroner(one.plan), held: inKroner(one.cash) }))}
          labels={{ planned: words.evenPlan, held: words.spentCash }}
        />
      </ChartFrame>
    </Section>
  );
}

/** The axis counts whole kroner. */
function inKroner(cell: Cell<number>): Cell<number> {
  return cell.kind === 'value' ? { kind: 'value', value: Math.round(cell.value / 100) } : cell;
}
