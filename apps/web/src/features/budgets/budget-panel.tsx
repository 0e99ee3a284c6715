import './budget.css';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading, NoAccess } from '@forspring/ui/states';
import type { ShownBudget, ShownExpense, ShownLine, ShownSource } from '@forspring/domain/budgets/budget';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { problemOf } from '../../kernel/problem.ts';
import { useWords } from '../../kernel/words.ts';
import { BalanceSentence } from './balance-sentence.tsx';
import { budgetGroups } from './budget-groups.ts';
import { BudgetLineForm } from './budget-line-form.tsx';
import { BudgetTable } from './budget-table.tsx';
import { budgetWords } from './budget.words.ts';
import { ChangesList } from './changes-list.tsx';
import { ExpenseForm } from './expense-form.tsx';
import { ExpensesTable } from './expenses-table.tsx';
import { FundingSourceForm } from './funding-source-form.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { MoveMoneyForm } from './move-money-form.tsx';
import { SharesForm } from './shares-form.tsx';
import { SpendingSummary } from './spending-summary.tsx';

/** The form that is open above the page. */
type Opened =
  | { kind: 'line'; line: ShownLine | null }
  | { kind: 'source'; source: ShownSource | null }
  | { kind: 'shares'; line: ShownLine }
  | { kind: 'expense'; expense: ShownExpense | null }
  | { kind: 'move'; toLine: ShownLine | null };

/** A project's Økonomi: the balance while it is planned, spending against time while it runs, always the one table. */
export function BudgetPanel({ projectId }: { projectId: string }) {
  const query = useQuery(trpc.budgets.show.queryOptions({ projectId }));
  if (query.isError) {
    const { kind } = problemOf(query.error);
    return kind === 'missing' || kind === 'refused' ? (
      <NoAccess />
    ) : (
      <ErrorState onRetry={() => void query.refetch()} />
    );
  }
  if (query.data === undefined) return <Loading lines={8} />;
  return <Budget budget={query.data} />;
}

function Budget({ budget }: { budget: ShownBudget }) {
  const words = useWords(budgetWords);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const moveLine = useCommand(trpc.budgets.moveLine.mutationOptions());
  const { abilities, lines, sources } = budget;
  const isPlanned =
    planOpenStatuses.includes(budget.status) || budget.status === 'submitted' || budget.status === 'rejected';
  const isEmpty = lines.length === 0 && sources.length === 0;

  function moveUp(line: ShownLine) {
    const before = lines[lines.findIndex((one) => one.id === line.id) - 1];
    if (before !== undefined) void moveLine.send({ lineId: line.id, beforeId: before.id });
  }
  return (
    <>
      {!isEmpty && (isPlanned || budget.imbalances.length > 0) && <BalanceSentence budget={budget} />}
      {!isPlanned && !isEmpty && (
        <SpendingSummary budget={budget} onCover={(toLine) => setOpened({ kind: 'move', toLine })} />
      )}
      <Section
        title={isPlanned ? words.plan : words.panel}
        action={<Tools budget={budget} isEmpty={isEmpty} onOpen={setOpened} />}
      >
        {isEmpty ? (
          <Empty title={words.empty} text={abilities.edit ? words.emptyPlan : words.emptyLook} />
        ) : (
          <BudgetTable
            budget={budget}
            hasSpending={!isPlanned}
            onEditLine={(line) => setOpened({ kind: 'line', line })}
            onShareLine={(line) => setOpened({ kind: 'shares', line })}
            onMoveUp={moveUp}
            onEditSource={(source) => setOpened({ kind: 'source', source })}
          />
        )}
      </Section>
      <ChangesList budget={budget} />
      {!isPlanned && !isEmpty && <MonthsPanel budget={budget} />}
      {!isPlanned && !isEmpty && (
        <ExpensesTable budget={budget} onEdit={(expense) => setOpened({ kind: 'expense', expense })} />
      )}
      {opened?.kind === 'line' && <BudgetLineForm budget={budget} line={opened.line} onClose={close} />}
      {opened?.kind === 'source' && <FundingSourceForm budget={budget} source={opened.source} onClose={close} />}
      {opened?.kind === 'shares' && <SharesForm budget={budget} line={opened.line} onClose={close} />}
      {opened?.kind === 'expense' && <ExpenseForm budget={budget} expense={opened.expense} onClose={close} />}
      {opened?.kind === 'move' && <MoveMoneyForm budget={budget} toLine={opened.toLine} onClose={close} />}
    </>
  );
}

function Tools({
  budget,
  isEmpty,
  onOpen,
}: {
  budget: ShownBudget;
  isEmpty: boolean;
  onOpen: (opened: Opened) => void;
}) {
  const words = useWords(budgetWords);
  const { abilities } = budget;
  return (
    <div className="bu-actions">
      {abilities.edit && (
        <>
          <Button onClick={() => onOpen({ kind: 'line', line: null })}>{words.addLine}</Button>
          <Button variant="default" onClick={() => onOpen({ kind: 'source', source: null })}>
            {words.addSource}
          </Button>
        </>
      )}
      {abilities.record && (
        <Button onClick={() => onOpen({ kind: 'expense', expense: null })}>{words.addExpense}</Button>
      )}
      {abilities.move && (
        <Button variant="default" onClick={() => onOpen({ kind: 'move', toLine: null })}>
          {words.moveMoney}
        </Button>
      )}
      {!isEmpty && <CsvButton budget={budget} />}
    </div>
  );
}

function CsvButton({ budget }: { budget: ShownBudget }) {
  const words = useWords(budgetWords);
  function download() {
    const rows = budgetGroups(budget).flatMap(({ source, kind, rows: parts }) =>
      parts.map(({ line, amountOere, spentOere, restOere, forecastOere }) => [
        line.title,
        source?.name ?? words.unfunded,
        words.kind[kind],
        line.quantityHundredths / 100,
        line.unit,
        ...[line.unitPriceOere, amountOere, spentOere, restOere, forecastOere].map((oere) => oere / 100),
      ]),
    );
    keepFile(fileName(words.csvName(budget.title), 'csv'), writeCsv(words.csvHead.split('|'), rows));
  }
  return (
    <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />} onClick={download}>
      {words.downloadCsv}
    </Button>
  );
}
