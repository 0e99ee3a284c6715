import './participation.css';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, useTableState } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table-state';
import { openActivityKinds } from '@forspring/domain/participation/open-activity';
import type { OpenActivityKind, ShownOpenActivity } from '@forspring/domain/participation/open-activity';
import { api, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { OpenActivityForm } from './open-activity-form.tsx';
import { OpenActivitySums } from './open-activity-sums.tsx';
import { openActivityWords } from './open-activity.words.ts';

const pageSize = 15;
const sorts = ['onDay', 'count', 'staffMinutes'] as const;
const isKind = (value: string): value is OpenActivityKind => openActivityKinds.includes(value as OpenActivityKind);

/** What a project does without a register: a quick form, every activity in a table, and sums that are never mixed. */
export function OpenActivitiesPanel({ projectId, title }: { projectId: string; title?: string }) {
  const words = useWords(openActivityWords);
  const { counted } = useFormats();
  const [state, setState] = useTableState({ sort: { column: 'onDay', isDescending: true } });
  const [edited, setEdited] = useState<ShownOpenActivity | 'new' | null>(null);
  const [said, setSaid] = useState('');
  const ask = {
    projectId,
    kinds: (state.filters['kind'] ?? []).filter(isKind),
    search: state.search,
    sort: sorts.find((one) => one === state.sort?.column) ?? 'onDay',
    isDescending: state.sort?.isDescending ?? true,
  };
  const asked = useQuery({
    ...trpc.participation.listOpenActivities.queryOptions({ ...ask, page: state.page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns((activity) => {
    setSaid('');
    setEdited(activity);
  });
  const page = asked.data;
  if (asked.isError) return <ErrorState onRetry={() => void asked.refetch()} />;
  if (page === undefined) return <Loading lines={4} />;
  if (page.totals.length === 0 && !page.abilities.mayAdd) return null;
  async function exportAll() {
    const all = await api.participation.listOpenActivities.query({ ...ask, page: 1, pageSize: 1000 });
    const written = columns.filter(
      ({ id, value }) => value !== undefined && !(id === 'count' && all.rows.some((row) => row.count === null)),
    );
    const lines = all.rows.map((row) => written.map((column) => column.value?.(row) ?? null));
    keepFile(
      fileName(words.title, 'csv'),
      writeCsv(
        written.map((column) => column.title),
        lines,
      ),
    );
  }
  return (
    <Section
      title={title ?? words.title}
      help={words.help}
      action={
        page.abilities.mayAdd && edited === null ? (
          <Button
            variant="default"
            onClick={() => {
              setSaid('');
              setEdited('new');
            }}
          >
            {words.add}
          </Button>
        ) : undefined
      }
    >
      <p role="status" className="fs-help">
        {said}
      </p>
      {edited !== null && (
        <div className="pa-open-form">
          {edited !== 'new' && (
            <RemoveActivity
              key={`remove ${edited.id}`}
              activity={edited}
              onRemoved={() => {
                setEdited(null);
                setSaid(words.removed);
              }}
            />
          )}
          <OpenActivityForm
            key={edited === 'new' ? 'new' : edited.id}
            projectId={projectId}
            page={page}
            activity={edited === 'new' ? undefined : edited}
            onClose={(isSaved) => {
              setEdited(null);
              setSaid(isSaved ? words.saved : '');
            }}
          />
        </div>
      )}
      {page.totals.length > 0 && <OpenActivitySums page={page} />}
      <Table
        label={words.rows}
        columns={columns.filter(({ id }) => id !== 'count' || !page.isGated)}
        rows={page.rows}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        server={{ totalCount: page.totalCount, pageSize }}
        filters={[
          {
            id: 'kind',
            title: words.kind,
            options: openActivityKinds
              .filter((kind) => page.totals.some((total) => total.kind === kind))
              .map((value) => ({ value, label: words.kinds[value] })),
          },
        ]}
        sentence={(_count, rows) => counted(rows, words.rowCount)}
        empty={{ title: words.none, text: page.abilities.mayAdd ? words.noneText : undefined }}
        onExport={exportAll}
        isLoading={asked.isFetching}
      />
    </Section>
  );
}

function useColumns(edit: (activity: ShownOpenActivity) => void): TableColumn<ShownOpenActivity>[] {
  const words = useWords(openActivityWords);
  const { counted, dayShort, hours, month } = useFormats();
  const isMonth = (row: ShownOpenActivity) => row.kind === 'concernTalk' || row.kind === 'consultation';
  const dayOf = (row: ShownOpenActivity) => (isMonth(row) ? month(row.onDay) : dayShort(row.onDay));
  return [
    {
      id: 'onDay',
      title: words.day,
      // A file says no day where only the month is known.
      value: (row) => (isMonth(row) ? row.onDay.slice(0, 7) : row.onDay),
      cell: dayOf,
      isSortable: true,
      isFixed: true,
      isRowHead: true,
      minPx: 120,
    },
    { id: 'kind', title: words.kind, value: (row) => words.kinds[row.kind], isSortable: false },
    {
      id: 'count',
      title: words.amount,
      kind: 'number',
      value: (row) => row.count,
      cell: (row) => (row.count === null ? '' : counted(row.count, words.units[row.unit])),
    },
    {
      id: 'unit',
      title: words.unit,
      value: (row) => words.units[row.unit].other,
      isSortable: false,
      isHiddenAtFirst: true,
    },
    { id: 'theme', title: words.theme, value: (row) => words.themes[row.theme], isSortable: false },
    { id: 'place', title: words.place, value: (row) => row.venueName ?? row.placeName, isSortable: false },
    {
      id: 'length',
      title: words.length,
      kind: 'number',
      value: (row) => (row.minutes === null ? null : row.minutes / 60),
      cell: (row) => (row.minutes === null ? '' : hours(row.minutes)),
      isSortable: false,
      isHiddenAtFirst: true,
    },
    {
      id: 'staffMinutes',
      title: words.adults,
      kind: 'number',
      value: (row) => (row.staffMinutes === null ? null : row.staffMinutes / 60),
      cell: (row) => (row.staffMinutes === null ? '' : hours(row.staffMinutes)),
    },
    {
      id: 'organisation',
      title: words.organisation,
      value: (row) => row.organisationName,
      isSortable: false,
      isHiddenAtFirst: true,
    },
    { id: 'note', title: words.note, value: (row) => row.note, isSortable: false, isHiddenAtFirst: true },
    {
      id: 'edit',
      title: words.actions,
      isSortable: false,
      cell: (row) =>
        row.mayEdit ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={words.editOf(`${words.kinds[row.kind]}, ${dayOf(row)}`)}
            onClick={() => edit(row)}
          >
            {words.edit}
          </Button>
        ) : (
          ''
        ),
    },
  ];
}

/** Removes an activity written by mistake; asks once. */
function RemoveActivity({ activity, onRemoved }: { activity: ShownOpenActivity; onRemoved: () => void }) {
  const words = useWords(openActivityWords);
  const { textOf } = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand(trpc.participation.removeOpenActivity.mutationOptions(), { onDone: onRemoved });
  return (
    <div className="fs-form-actions">
      {remove.problem !== null && <p role="alert">{textOf(remove.problem)}</p>}
      {isAsking ? (
        <>
          <span>{words.removeQuestion}</span>
          <Button
            color="red"
            loading={remove.isBusy}
            onClick={() => void remove.send({ activityId: activity.id, baseVersion: activity.version })}
          >
            {words.removeYes}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </>
      ) : (
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
      )}
    </div>
  );
}
