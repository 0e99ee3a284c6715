import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '@forspring/ui/page';
import { Table } from '@forspring/ui/table';
import type { TableFilter } from '@forspring/ui/table-state';
import type { ProjectSessionRow } from '@forspring/domain/participation/shown-session';
import { shownSessionStates } from '@forspring/domain/participation/session';
import type { ShownSessionState } from '@forspring/domain/participation/session';
import { api, trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';
import { useSessionColumns } from './session-columns.tsx';
import { exportSessions } from './session-file.ts';
import { SessionForm } from './session-form.tsx';
import { sessionsWords } from './sessions.words.ts';

const pageSize = 25;
const sorts = ['heldOn', 'visitCount', 'firstTimeCount', 'staffMinutes'] as const;

/** Every session of a project, filtered, sorted and paged by the server; one extra session may be added. */
export function SessionTable({
  projectId,
  mayPlan,
  hasEvenings,
}: {
  projectId: string;
  mayPlan: boolean;
  /** Whether the numbers of single evenings are for this person. */
  hasEvenings: boolean;
}) {
  const words = useWords(activityWords);
  const listWords = useWords(sessionsWords);
  const { counted } = useFormats();
  const { textOf } = useProblemWords();
  const [state, setState] = useTableAddress({ sort: { column: 'heldOn', isDescending: true } });
  const [isAdding, setAdding] = useState(false);
  const columns = useSessionColumns();
  const isState = (value: string): value is ShownSessionState =>
    shownSessionStates.includes(value as ShownSessionState);
  const ask = {
    projectId,
    states: (state.filters['state'] ?? []).filter(isState),
    search: state.search,
    sort: sorts.find((one) => one === state.sort?.column) ?? 'heldOn',
    isDescending: state.sort?.isDescending ?? true,
  };
  const asked = useQuery({
    ...trpc.participation.listSessions.queryOptions({ ...ask, page: state.page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const filters: TableFilter<ProjectSessionRow>[] = [
    {
      id: 'state',
      title: words.state,
      options: shownSessionStates.map((value) => ({ value, label: listWords.states[value] })),
      valuesOf: (row) => row.state,
    },
  ];
  const shown = [
    columns.day,
    columns.session,
    columns.time,
    columns.venue,
    columns.state,
    ...(hasEvenings ? [columns.listedVisits, columns.listedFirstTimers] : []),
    columns.adults,
    columns.organisation,
    columns.reason,
  ];
  return (
    <Section
      title={words.table}
      help={hasEvenings ? undefined : words.eveningsGated}
      action={
        mayPlan && !isAdding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.addSession}
          </Button>
        ) : undefined
      }
    >
      {isAdding && <SessionForm projectId={projectId} onClose={() => setAdding(false)} />}
      <Table
        label={words.rows}
        phone="scroll"
        columns={shown}
        rows={asked.data?.rows}
        rowId={(row) => row.id}
        rowHref={(row) => (row.mayOpen ? `/gange/${row.id}` : undefined)}
        state={state}
        onStateChange={setState}
        filters={filters}
        server={{ totalCount: asked.data?.totalCount ?? 0, pageSize }}
        sentence={(_, rows) => counted(rows, words.tableSentence)}
        empty={{ title: words.noMonths, text: mayPlan ? words.noMonthsText : undefined }}
        error={
          asked.isError ? { text: textOf(problemOf(asked.error)), onRetry: () => void asked.refetch() } : undefined
        }
        onExport={async () => {
          const all = await api.participation.listSessions.query({ ...ask, page: 1, pageSize: 400 });
          exportSessions(words.table, shown, all.rows);
        }}
        rowLook={(row) => (row.state === 'cancelled' ? 'quiet' : undefined)}
      />
    </Section>
  );
}
