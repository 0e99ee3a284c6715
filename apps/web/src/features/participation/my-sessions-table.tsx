import './participation.css';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table-state';
import type { ShownSessionRow } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { useSessionColumns } from './session-columns.tsx';
import type { ListedView } from './listed-views.ts';
import { sessionsWords } from './sessions.words.ts';

const pageSize = 20;

/** One list of one's own sessions with search and pages; needs the server. */
export default function MySessionsTable({ view }: { view: ListedView }) {
  const words = useWords(sessionsWords);
  const { counted, plural } = useFormats();
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
  return (
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
  );
}
