import { useQuery } from '@tanstack/react-query';
import type { OwnPromise } from '@forspring/domain/partners/partner';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { ownPromiseWords } from './own-promise.words.ts';
import { partnerWords } from './partner.words.ts';

/** The projects a partner takes part in, with its own promise and nothing else. */
export function OwnPromises() {
  const words = useWords(ownPromiseWords);
  const partner = useWords(partnerWords);
  const terms = useWords(termWords);
  const { counted, dayRange } = useFormats();
  const promises = useQuery(trpc.partners.listOwn.queryOptions());
  const [state, setState] = useTableState();
  if (promises.isError) return <ErrorState onRetry={() => void promises.refetch()} />;
  if (promises.data === undefined) return <Loading lines={5} />;
  const columns: TableColumn<OwnPromise>[] = [
    { id: 'project', title: words.project, value: (row) => `${row.title} ${row.year}`, isFixed: true, minPx: 160 },
    {
      id: 'status',
      title: words.status,
      value: (row) => terms.projectStatus[row.status],
      cell: (row) => (
        <StatusBadge label={terms.projectStatus[row.status]} look={row.status === 'running' ? 'strong' : 'plain'} />
      ),
    },
    { id: 'place', title: words.place, value: (row) => row.placeName },
    {
      id: 'period',
      title: words.period,
      value: (row) => (row.startsOn === null || row.endsOn === null ? '' : dayRange(row.startsOn, row.endsOn)),
    },
    { id: 'organisation', title: partner.organisation, value: (row) => row.organisationName },
    { id: 'role', title: partner.role, value: (row) => partner.roles[row.role] },
    { id: 'promise', title: words.promise, value: (row) => row.promise, minPx: 200 },
  ];
  return (
    <Table
      label={words.label}
      columns={columns}
      rows={promises.data}
      rowId={(row) => `${row.projectId} ${row.organisationName}`}
      state={state}
      onStateChange={setState}
      sentence={(_, rows) => counted(rows, { one: words.one, other: words.other })}
      exportName={words.label}
      empty={{ title: words.empty }}
    />
  );
}
