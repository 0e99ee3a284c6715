import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import { Section } from '@forspring/ui/page';
import { Table, type TableColumn } from '@forspring/ui/table';
import type { ShownBudget, ShownExpense } from '@forspring/domain/budgets/budget';
import { api, trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { budgetWords } from './budget.words.ts';

const MOST_PAGES = 400;
const sorts = ['spentOn', 'amountOere', 'lineTitle', 'voucher'] as const;

/** Every expense booked, searched, filtered by line, sorted and paged by the server. */
export function ExpensesTable({ budget, onEdit }: { budget: ShownBudget; onEdit: (expense: ShownExpense) => void }) {
  const words = useWords(budgetFormWords);
  const { kind } = useWords(budgetWords);
  const { moneyExact, day } = useFormats();
  const [state, setState] = useTableAddress({ sort: { column: 'spentOn', isDescending: true } });
  const input = {
    projectId: budget.projectId,
    search: state.search,
    lineIds: (state.filters['lineTitle'] ?? []).filter((id) => budget.lines.some((line) => line.id === id)),
    sort: sorts.find((one) => one === state.sort?.column) ?? 'spentOn',
    isDescending: state.sort?.isDescending ?? true,
  };
  const query = useQuery({
    ...trpc.budgets.listExpenses.queryOptions({ ...input, page: state.page }),
    placeholderData: keepPreviousData,
  });
  const columns: TableColumn<ShownExpense>[] = [
    { id: 'spentOn', title: words.date, kind: 'day', value: (row) => row.spentOn, cell: (row) => day(row.spentOn) },
    { id: 'lineTitle', title: words.line, value: (row) => row.lineTitle, isRowHead: true },
    {
      id: 'amountOere',
      title: words.spentAmount,
      kind: 'money',
      value: (row) => row.amountOere,
      cell: (row) => moneyExact(row.amountOere),
    },
    { id: 'kind', title: words.kind, value: (row) => kind[row.kind], isSortable: false },
    { id: 'voucher', title: words.voucher, value: (row) => row.voucher },
    { id: 'note', title: words.expenseNote, value: (row) => row.note, isSortable: false },
    {
      id: 'recordedBy',
      title: words.recordedBy,
      value: (row) => row.recordedBy,
      isSortable: false,
      isHiddenAtFirst: true,
    },
  ];
  if (budget.abilities.record)
    columns.push({
      id: 'edit',
      title: words.edit,
      isFixed: true,
      isSortable: false,
      csv: () => '',
      cell: (row) =>
        row.isFromLedger ? (
          <span className="fs-help">{words.fromLedger}</span>
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onEdit(row)}
            aria-label={words.editExpense(row.voucher === '' ? row.lineTitle : row.voucher)}
          >
            {words.edit}
          </Button>
        ),
    });

  async function exportAll() {
    const rows: ShownExpense[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const found = await api.budgets.listExpenses.query({ ...input, page });
      rows.push(...found.expenses);
      if (found.expenses.length < found.pageSize) break;
    }
    const head = [
      words.date,
      words.line,
      `${words.spentAmount} (DKK)`,
      words.kind,
      words.voucher,
      words.expenseNote,
      words.recordedBy,
    ];
    const body = rows.map((row) => [
      row.spentOn,
      row.lineTitle,
      row.amountOere / 100,
      kind[row.kind],
      row.voucher,
      row.note,
      row.recordedBy,
    ]);
    keepFile(fileName(words.csvName(budget.title), 'csv'), writeCsv(head, body));
  }

  return (
    <Section title={words.expenses} help={words.expensesHelp} id="udgifter">
      <Table
        label={words.expensesLabel}
        columns={columns}
        rows={query.data?.expenses}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        filters={[
          {
            id: 'lineTitle',
            title: words.line,
            options: budget.lines.map((line) => ({ value: line.id, label: line.title })),
            valuesOf: (row) => row.lineId,
          },
        ]}
        {...(query.data === undefined
          ? {}
          : {
              server: { totalCount: query.data.totalCount, isMore: query.data.isMore, pageSize: query.data.pageSize },
            })}
        sentence={(count, rows) => words.expensesSentence(count, rows !== 1)}
        empty={{ title: words.noExpenses, text: budget.abilities.record ? words.noExpensesText : undefined }}
        isLoading={query.isFetching}
        onExport={exportAll}
        {...(query.isError ? { error: { onRetry: () => void query.refetch() } } : {})}
      />
    </Section>
  );
}
