import './participation.css';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageTabs } from '@forspring/ui/page';
import { Table } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table-state';
import type { SessionView, ShownSessionRow } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { useSessionColumns } from './session-columns.tsx';
import { sessionsWords } from './sessions.words.ts';

const pageSize = 20;

/** The lists a person's sessions lie in, beside tonight's. */
export type ListedView = Exclude<SessionView, 'tonight'>;

/** Addresses of the lists: `/gange?vis=tidligere`. */
const addresses: Record<ListedView, string> = {
  missing: '/gange',
  earlier: '/gange?vis=tidligere',
  coming: '/gange?vis=kommende',
};

/** The list an address names; missing ones where it names none. */
export function viewOf(search: Record<string, unknown>): ListedView {
  if (search['vis'] === 'tidligere') return 'earlier';
  return search['vis'] === 'kommende' ? 'coming' : 'missing';
}

/** One's own sessions as a list to work through: missing, earlier to correct, coming. */
export function MySessionsPanel({ view }: { view: ListedView }) {
  const words = useWords(sessionsWords);
  const { counted, number, plural } = useFormats();
  const { textOf } = useProblemWords();
  const [state, setState] = useTableAddress();
  const columns = useSessionColumns();
  const asked = useQuery({
    ...trpc.participation.listMySessions.queryOptions({ view, search: state.search, page: state.page, pageSize }),
    placeholderData: keepPreviousData,
  });
  // On a phone the day and the name say which evening it is; the rest is a tap away.
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const plain = (column: TableColumn<ShownSessionRow>) => ({ ...column, isSortable: false });
  const folded = (column: TableColumn<ShownSessionRow>) => ({ ...column, isHiddenAtFirst: isPhone });
  const shown = [
    columns.evening,
    columns.project,
    folded(columns.time),
    folded(columns.venue),
    ...(view === 'earlier' ? [columns.state, columns.visits, columns.firstTime] : []),
  ].map(plain);
  const missingCount = asked.data?.counts.missing;
  return (
    <>
      <PageTabs
        label={words.viewsLabel}
        tabs={(['missing', 'earlier', 'coming'] as const).map((one) => ({
          title:
            one === 'missing' && missingCount !== undefined && missingCount > 0
              ? `${words.views[one]} (${number(missingCount)})`
              : words.views[one],
          href: addresses[one],
          isCurrent: one === view,
        }))}
      />
      <div className="pa-list">
        <Table
          label={words.rows}
          columns={shown}
          rows={asked.data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/gange/${row.id}`}
          state={state}
          onStateChange={setState}
          server={{ totalCount: asked.data?.totalCount ?? 0, isMore: asked.data?.isMore, pageSize }}
          sentence={(count, rows) =>
            asked.data?.isMore === true
              ? `${count} ${plural(rows, words.sentences[view])}`
              : counted(rows, words.sentences[view])
          }
          empty={{ title: words.empty[view], text: words.emptyText[view] }}
          error={
            asked.isError ? { text: textOf(problemOf(asked.error)), onRetry: () => void asked.refetch() } : undefined
          }
        />
      </div>
    </>
  );
}
