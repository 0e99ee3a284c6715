import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedException, ShownPeriods } from '@forspring/domain/projects/period-lock';
import { periodOf } from '@forspring/domain/projects/period-lock.rules';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { ExceptionForm, LiftForm, LockForm } from './period-forms.tsx';
import { periodWords } from './period.words.ts';

type Lock = ShownPeriods['locks'][number];
type Open = { kind: 'lock' | 'exception' } | { kind: 'lift'; lock: Lock } | null;

/** A municipality's locked periods and the exceptions from them; its coordinator locks, lifts and opens. */
export function PeriodsPanel({ municipalityId }: { municipalityId: string }) {
  const [open, setOpen] = useState<Open>(null);
  const { data, isError, refetch } = useQuery(trpc.periods.show.queryOptions({ municipalityId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const close = () => setOpen(null);
  return (
    <>
      <Locks periods={data} onOpen={setOpen} />
      <Exceptions municipalityId={municipalityId} periods={data} onOpen={() => setOpen({ kind: 'exception' })} />
      {open?.kind === 'lock' && <LockForm municipalityId={municipalityId} periods={data} onClose={close} />}
      {open?.kind === 'exception' && <ExceptionForm municipalityId={municipalityId} periods={data} onClose={close} />}
      {open?.kind === 'lift' && <LiftForm municipalityId={municipalityId} lock={open.lock} onClose={close} />}
    </>
  );
}

function Locks({ periods, onOpen }: { periods: ShownPeriods; onOpen: (open: Open) => void }) {
  const words = useWords(periodWords);
  const { dayRange, instant, plural } = useFormats();
  const [state, setState] = useTableState();
  const mayEdit = periods.abilities.edit;
  const stateOf = ({ endedBy, endedAt, endReason }: Lock) =>
    endedAt === null ? words.locked : words.lifted(endedBy ?? '–', instant(endedAt), endReason);
  const columns: TableColumn<Lock>[] = [
    { id: 'period', title: words.period, value: (row) => dayRange(row.startsOn, row.endsOn) },
    { id: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
    { id: 'state', title: words.state, value: stateOf },
    { id: 'reason', title: words.reason, value: (row) => row.reason },
    { id: 'by', title: words.by, value: (row) => words.byAt(row.by, instant(row.at)) },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            title: words.actions,
            value: () => '',
            cell: (row: Lock) =>
              row.endedAt === null && (
                <Button variant="default" size="compact-sm" onClick={() => onOpen({ kind: 'lift', lock: row })}>
                  {words.lift}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={words.title}
      help={words.help}
      {...(mayEdit ? { action: <Button onClick={() => onOpen({ kind: 'lock' })}>{words.lock}</Button> } : {})}
    >
      <Table
        label={words.noun.other}
        columns={columns}
        rows={periods.locks}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        hasSearch={periods.locks.length > 12}
        hasColumnChoice={false}
        sentence={(count, shown) => `${count} ${plural(shown, words.noun)}`}
        exportName={words.title}
        empty={{ title: words.none, text: words.noneText }}
      />
    </Section>
  );
}

function Exceptions({
  municipalityId,
  periods,
  onOpen,
}: {
  municipalityId: string;
  periods: ShownPeriods;
  onOpen: () => void;
}) {
  const words = useWords(periodWords);
  const { dayRange, dayInText, plural } = useFormats();
  const [state, setState] = useTableState();
  const end = useCommand(trpc.periods.endException.mutationOptions());
  const mayEdit = periods.abilities.edit;
  const periodText = ({ kind, startsOn }: ListedException) => {
    const period = periodOf(kind, startsOn);
    return dayRange(period.startsOn, period.endsOn);
  };
  const columns: TableColumn<ListedException>[] = [
    { id: 'project', title: words.exceptionProject, value: (row) => `${row.projectTitle} ${row.year}` },
    { id: 'period', title: words.period, value: periodText },
    {
      id: 'state',
      title: words.state,
      value: (row) => (row.isOpen ? words.open(dayInText(row.endsOn)) : words.over(dayInText(row.endsOn))),
    },
    { id: 'reason', title: words.reason, value: (row) => row.reason },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            title: words.actions,
            value: () => '',
            cell: (row: ListedException) =>
              row.isOpen && (
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={end.isBusy}
                  onClick={() => void end.send({ municipalityId, exceptionId: row.id })}
                >
                  {words.end}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const hasLocks = periods.locks.some((one) => one.endedAt === null);
  return (
    <Section
      title={words.exceptions}
      help={words.exceptionsHelp}
      {...(mayEdit && hasLocks
        ? {
            action: (
              <Button variant="default" onClick={onOpen}>
                {words.exception}
              </Button>
            ),
          }
        : {})}
    >
      <Table
        label={words.exceptionNoun.other}
        columns={columns}
        rows={periods.exceptions}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        hasSearch={periods.exceptions.length > 12}
        hasColumnChoice={false}
        sentence={(count, shown) => `${count} ${plural(shown, words.exceptionNoun)}`}
        exportName={words.exceptions}
        empty={{ title: words.noExceptions }}
      />
    </Section>
  );
}
