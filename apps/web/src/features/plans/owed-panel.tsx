import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import { Section } from '@forspring/ui/page';
import { Table, useTableState } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table-state';
import { owedKinds } from '@forspring/domain/plans/owed';
import type { OwedGroup, OwedItem, OwedKind } from '@forspring/domain/plans/owed';
import { api, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { owedWords } from './owed.words.ts';

const pageSize = 50;
const sorts = ['dueOn', 'ower', 'project'] as const;
const isKind = (value: string): value is OwedKind => owedKinds.includes(value as OwedKind);
const keyOf = ({ owerKind, owerId }: Pick<OwedGroup, 'owerKind' | 'owerId'>) => `${owerKind}:${owerId ?? ''}`;

/** Where each thing is done. */
function hrefOf(item: OwedItem): string {
  const project = `/projekter/${item.projectId}`;
  switch (item.kind) {
    case 'registration':
      return `/gange/${item.subjectId}`;
    case 'measurement':
      return `${project}/maal`;
    case 'halfYear':
      return `${project}/aktiviteter`;
    case 'evaluation':
    case 'approval':
      return `${project}/evaluering`;
    case 'budgetAnswer':
      return `${project}/okonomi`;
    case 'decision':
      return project;
    case 'action':
      return '/moeder';
  }
}

/** Everything owed that the signed-in person oversees: grouped by who owes it, with reminders, and thing by thing. */
export function OwedPanel() {
  const words = useWords(owedWords);
  const { counted } = useFormats();
  const [state, setState] = useTableAddress({ sort: { column: 'dueOn', isDescending: false } });
  const ask = {
    kinds: (state.filters['kind'] ?? []).filter(isKind),
    owers: state.filters['ower'] ?? [],
    search: state.search,
    sort: sorts.find((one) => one === state.sort?.column) ?? 'dueOn',
    isDescending: state.sort?.isDescending ?? false,
  };
  const asked = useQuery({
    ...trpc.plans.listOwed.queryOptions({ ...ask, page: state.page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const columns = useItemColumns();
  const page = asked.data;
  const owers = page?.groups ?? [];
  async function exportAll() {
    const all = await api.plans.listOwed.query({ ...ask, page: 1, pageSize: 1000 });
    const lines = all.items.map((row) => columns.map((column) => column.value?.(row) ?? null));
    keepFile(
      fileName(words.title, 'csv'),
      writeCsv(
        columns.map((column) => column.title),
        lines,
      ),
    );
  }
  return (
    <>
      <Section title={words.groups}>
        <GroupTable
          groups={page?.groups}
          onChoose={(group) => setState({ ...state, filters: { ...state.filters, ower: [keyOf(group)] }, page: 1 })}
        />
      </Section>
      <Section title={words.items}>
        <Table
          label={words.itemRows}
          columns={columns}
          rows={page?.items}
          rowId={(row) => `${row.kind} ${row.subjectId} ${row.dueOn} ${row.title}`}
          rowHref={hrefOf}
          state={state}
          onStateChange={setState}
          server={{ totalCount: page?.totalCount ?? 0, pageSize }}
          filters={[
            {
              id: 'kind',
              title: words.kind,
              options: owedKinds.map((value) => ({ value, label: words.kinds[value] })),
            },
            {
              id: 'ower',
              title: words.ower,
              options: owers.map((group) => ({ value: keyOf(group), label: group.owerName ?? words.nobody })),
            },
          ]}
          sentence={(_count, rows) => counted(rows, words.itemCount)}
          empty={{ title: words.nothing, text: words.nothingText }}
          error={asked.isError ? { onRetry: () => void asked.refetch() } : undefined}
          onExport={exportAll}
          isLoading={asked.isFetching}
        />
      </Section>
    </>
  );
}

function useItemColumns(): TableColumn<OwedItem>[] {
  const words = useWords(owedWords);
  const { counted, dayShort } = useFormats();
  const aboutOf = (row: OwedItem) => {
    if (row.kind !== 'halfYear') return row.title;
    const [year = '', half = ''] = row.title.split('/');
    return words.halfYear(half, year);
  };
  return [
    {
      id: 'kind',
      title: words.kind,
      value: (row) => words.kinds[row.kind],
      isSortable: false,
      isRowHead: true,
      isFixed: true,
    },
    { id: 'title', title: words.what, value: aboutOf, isSortable: false },
    { id: 'project', title: words.project, value: (row) => `${row.projectTitle} ${row.year}`, isSortable: true },
    { id: 'ower', title: words.ower, value: (row) => row.owerName ?? words.nobody, isSortable: true },
    {
      id: 'dueOn',
      title: words.since,
      value: (row) => row.dueOn,
      cell: (row) => dayShort(row.dueOn),
      isSortable: true,
      minPx: 110,
    },
    {
      id: 'age',
      title: words.age,
      kind: 'number',
      value: (row) => row.ageDays,
      cell: (row) => counted(row.ageDays, words.days),
      isSortable: false,
    },
  ];
}

function GroupTable({ groups, onChoose }: { groups: OwedGroup[] | undefined; onChoose: (group: OwedGroup) => void }) {
  const words = useWords(owedWords);
  const me = useMe();
  const { counted, dayShort, list } = useFormats();
  const { textOf } = useProblemWords();
  const [state, setState] = useTableState();
  const [said, setSaid] = useState('');
  const [reminded, setReminded] = useState<{ key: string; id: string } | null>(null);
  const remind = useCommand(trpc.plans.addReminder.mutationOptions());
  async function send(group: OwedGroup) {
    const name = group.owerName ?? words.nobody;
    // The id stays the same while the same reminder is tried again.
    const same = reminded?.key === keyOf(group) ? reminded : null;
    const next = same ?? { key: keyOf(group), id: crypto.randomUUID() };
    setReminded(next);
    setSaid('');
    const { municipalityId, owerKind, owerId } = group;
    const sent = await remind.send({ id: next.id, municipalityId, owerKind, owerId: owerId ?? '' });
    if (sent !== undefined) setSaid(words.sent(counted(sent.letterCount, words.letters), name));
  }
  const kindsOf = (group: OwedGroup) =>
    list(
      owedKinds.flatMap((kind) => {
        const count = group.counts[kind] ?? 0;
        return count === 0 ? [] : [counted(count, words.counts[kind])];
      }),
    );
  const columns: TableColumn<OwedGroup>[] = [
    {
      id: 'ower',
      title: words.ower,
      value: (row) => row.owerName ?? words.nobody,
      cell: (row) => (
        <Button
          variant="subtle"
          size="compact-md"
          px={0}
          aria-label={words.filterBy(row.owerName ?? words.nobody)}
          onClick={() => onChoose(row)}
        >
          {row.owerName ?? words.nobody}
        </Button>
      ),
      isRowHead: true,
      isFixed: true,
    },
    { id: 'owerKind', title: words.owerKind, value: (row) => words.owerKinds[row.owerKind] },
    { id: 'kinds', title: words.kind, value: kindsOf, isSortable: false },
    { id: 'total', title: words.total, kind: 'number', value: (row) => row.totalCount },
    {
      id: 'oldest',
      title: words.oldest,
      value: (row) => row.oldestOn,
      cell: (row) => dayShort(row.oldestOn),
      minPx: 110,
    },
    {
      id: 'reminder',
      title: words.reminder,
      value: (row) => row.remindedOn,
      cell: (row) => {
        const name = row.owerName ?? words.nobody;
        if (row.owerId === me.user?.id) return words.isYou;
        if (!row.hasPeople) return words.noPeople;
        if (!row.mayRemind && row.remindedOn !== null) return words.reminded(dayShort(row.remindedOn));
        return (
          <Button
            variant="default"
            size="compact-md"
            aria-label={words.remindWhom(name)}
            loading={remind.isBusy && reminded?.key === keyOf(row)}
            onClick={() => void send(row)}
          >
            {words.remind}
          </Button>
        );
      },
      isSortable: false,
    },
  ];
  return (
    <>
      <p role="status">{said}</p>
      {remind.problem !== null && <p role="alert">{textOf(remind.problem)}</p>}
      <Table
        label={words.groupRows}
        columns={columns}
        rows={groups}
        rowId={keyOf}
        state={state}
        onStateChange={setState}
        hasSearch={false}
        hasColumnChoice={false}
        exportName={words.groups}
        sentence={(_count, rows) => counted(rows, words.groupCount)}
        empty={{ title: words.nothing, text: words.nothingText }}
      />
    </>
  );
}
