import { useQuery } from '@tanstack/react-query';
import type { ShownTrace } from '@forspring/domain/trust/audit';
import { tracesOnPage } from '@forspring/domain/trust/audit';
import { Section } from '@forspring/ui/page';
import { Table, type TableColumn } from '@forspring/ui/table';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { useActionWords } from './action.words.ts';
import { trailWords } from './trail.words.ts';

/** Who did what and when in a municipality, newest first; the server pages and filters. */
export function TrailPanel({ municipalityId }: { municipalityId: string }) {
  const words = useWords(trailWords);
  const actionOf = useActionWords();
  const { instant, plural } = useFormats();
  const [state, setState] = useTableAddress();
  const action = state.filters.action?.[0];
  const { data, isError, refetch } = useQuery(
    trpc.trust.listTraces.queryOptions({ municipalityId, page: state.page, ...(action ? { action } : {}) }),
  );
  const columns: TableColumn<ShownTrace>[] = [
    { id: 'at', title: words.columnAt, cell: (row) => instant(row.at), isSortable: false, isRowHead: true },
    { id: 'who', title: words.columnWho, value: (row) => row.actorName, isSortable: false },
    { id: 'action', title: words.columnAction, value: (row) => actionOf(row.action), isSortable: false },
    { id: 'project', title: words.columnProject, value: (row) => row.projectTitle ?? '', isSortable: false },
    { id: 'changed', title: words.columnChanged, value: (row) => row.changed.join(', '), isSortable: false },
  ];
  return (
    <Section title={words.trail} help={words.trailHelp}>
      <Table
        label={words.trailLabel}
        columns={columns}
        rows={data?.traces}
        rowId={(row) => row.id}
        state={state}
        // The server takes one action at a time: choosing another takes the place of the first.
        onStateChange={(next) => setState({ ...next, filters: { action: (next.filters.action ?? []).slice(-1) } })}
        hasSearch={false}
        filters={[
          {
            id: 'action',
            title: words.columnAction,
            options: (data?.actions ?? []).map((value) => ({ value, label: actionOf(value) })),
            valuesOf: (row) => row.action,
          },
        ]}
        empty={{ title: words.none, text: words.noneText }}
        server={{ totalCount: data?.totalCount ?? 0, isMore: data?.isCapped ?? false, pageSize: tracesOnPage }}
        sentence={(count, rows) => words.count(`${count} ${plural(rows, words.trace)}`)}
        {...(isError ? { error: { onRetry: () => void refetch() } } : {})}
      />
    </Section>
  );
}
