import { useQuery } from '@tanstack/react-query';
import type { ListedGrant } from '@forspring/domain/funders/grant';
import { Table, type TableColumn } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { grantWords } from './grant.words.ts';

/** The grants a funder has given: what, where, how much, how much of it is spent, and when a report is due. */
export function GrantsPanel() {
  const words = useWords(grantWords);
  const terms = useWords(termWords);
  const { plural } = useFormats();
  const [state, setState] = useTableAddress();
  const { data, error, refetch } = useQuery(trpc.funders.listGrants.queryOptions());
  const years = [...new Set((data ?? []).map((one) => one.year))];
  const columns: TableColumn<ListedGrant>[] = [
    { id: 'project', title: words.project, value: (row) => row.projectTitle, isFixed: true, isSearchable: true },
    { id: 'year', title: words.year, value: (row) => row.year, cell: (row) => row.year },
    { id: 'place', title: words.place, value: (row) => row.placeName, isSearchable: true },
    {
      id: 'status',
      title: words.status,
      value: (row) => terms.projectStatus[row.status],
      cell: (row) => <StatusBadge label={terms.projectStatus[row.status]} />,
    },
    { id: 'amount', title: words.amount, kind: 'money', value: (row) => row.amountOere },
    { id: 'spent', title: words.spent, kind: 'money', value: (row) => row.spentOere },
    { id: 'reportsOn', title: words.reportsOn, kind: 'day', value: (row) => row.reportsOn },
    {
      id: 'evaluated',
      title: words.evaluated,
      value: (row) => (row.isEvaluated ? words.evaluatedYes : words.evaluatedNo),
    },
  ];
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      label={words.listLabel}
      columns={columns}
      rows={data}
      rowId={(row) => row.id}
      rowHref={(row) => `/bevillinger/${row.id}`}
      state={state}
      onStateChange={setState}
      filters={[
        {
          id: 'year',
          title: words.year,
          options: years.map((year) => ({ value: String(year), label: String(year) })),
          valuesOf: (row) => String(row.year),
        },
      ]}
      sentence={(count, rows) => words.sentence(`${count} ${plural(rows, words.grant)}`)}
      empty={{ title: words.none, text: words.noneText }}
      exportName={words.list}
    />
  );
}
