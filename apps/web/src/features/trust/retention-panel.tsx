import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownDisposal, ShownDue, ShownHold, ShownRetention } from '@forspring/domain/trust/retention';
import { disposalsOnPage } from '@forspring/domain/trust/retention';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { BasisForm, EndHoldForm, HoldForm } from './retention-forms.tsx';
import { retentionWords } from './retention.words.ts';

const rules = (['sessions', 'cards', 'answers', 'audit', 'securityAudit', 'emergencyLog'] as const).map((id) => ({
  id,
}));
type Open = { kind: 'basis' | 'hold' } | { kind: 'endHold'; hold: ShownHold } | null;

/** What a municipality keeps for how long: its basis and holds, what is due, what is held back and why, what was removed. */
export function RetentionPanel({ municipalityId }: { municipalityId: string }) {
  const [logState, setLogState] = useTableAddress();
  const [open, setOpen] = useState<Open>(null);
  const { data, isError, refetch } = useQuery({
    ...trpc.trust.showRetention.queryOptions({ municipalityId, page: logState.page }),
    placeholderData: keepPreviousData,
  });
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  const close = () => setOpen(null);
  return (
    <>
      <BasisSection retention={data} onOpen={() => setOpen({ kind: 'basis' })} />
      <DueSection retention={data} />
      <HoldsSection retention={data} onOpen={setOpen} />
      <RulesSection />
      <LogSection retention={data} state={logState} onStateChange={setLogState} />
      {open?.kind === 'basis' && <BasisForm municipalityId={municipalityId} today={data.today} onClose={close} />}
      {open?.kind === 'hold' && <HoldForm municipalityId={municipalityId} retention={data} onClose={close} />}
      {open?.kind === 'endHold' && <EndHoldForm municipalityId={municipalityId} hold={open.hold} onClose={close} />}
    </>
  );
}

function BasisSection({ retention, onOpen }: { retention: ShownRetention; onOpen: () => void }) {
  const words = useWords(retentionWords);
  const { dayInText, instant } = useFormats();
  const { basis, earlierBases, abilities } = retention;
  const action = abilities.edit ? (
    <Button variant={basis === null ? 'filled' : 'default'} onClick={onOpen}>
      {basis === null ? words.setBasis : words.changeBasis}
    </Button>
  ) : undefined;
  return (
    <Section title={words.basis} help={words.basisHelp} {...(action === undefined ? {} : { action })}>
      {basis === null ? (
        <p>
          <strong>{words.noBasis}</strong>
        </p>
      ) : (
        <>
          <p>{basis.text}</p>
          <p className="fs-help">
            {words.validFrom(dayInText(basis.validFrom))} · {words.setBy(basis.setBy, instant(basis.setAt))}
          </p>
        </>
      )}
      {earlierBases.length > 0 && (
        <details>
          <summary>{words.earlier}</summary>
          <ul className="fs-plain-list">
            {earlierBases.map((one) => (
              <li key={one.id}>
                {one.text} <span className="fs-help">{words.validFrom(dayInText(one.validFrom))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function DueSection({ retention }: { retention: ShownRetention }) {
  const words = useWords(retentionWords);
  const { day, number, counted } = useFormats();
  const [state, setState] = useTableState();
  const nameOf = (row: ShownDue) =>
    row.kind === 'project' ? `${row.title} ${row.year ?? ''}` : words.dueKind[row.kind];
  const stateOf = (row: ShownDue) => {
    if (row.heldBack !== null) return words.heldBack[row.heldBack];
    if (row.isDue) return words.goesNext;
    if (row.kind !== 'project') return words.nothingDue;
    return row.status === 'running' || row.status === 'paused' || row.status === 'approved'
      ? words.running
      : words.waiting;
  };
  const columns: TableColumn<ShownDue>[] = [
    {
      id: 'what',
      title: words.what,
      value: nameOf,
      isFixed: true,
      minPx: 180,
      cell: (row) =>
        row.projectId === null ? (
          nameOf(row)
        ) : (
          <UiLink href={`/projekter/${row.projectId}/aktiviteter`}>{nameOf(row)}</UiLink>
        ),
    },
    {
      id: 'rows',
      title: words.rowCount,
      kind: 'number',
      value: (row) => row.rowCount,
      cell: (row) => number(row.rowCount),
    },
    {
      id: 'dueOn',
      title: words.dueOn,
      kind: 'day',
      value: (row) => row.dueOn ?? '',
      cell: (row) => (row.dueOn === null ? '–' : day(row.dueOn)),
    },
    { id: 'why', title: words.why, value: (row) => (row.reason === null ? '' : words.reason[row.reason]) },
    {
      id: 'state',
      title: words.state,
      value: stateOf,
      minPx: 220,
      cell: (row) => (row.heldBack === null ? stateOf(row) : <StatusBadge label={stateOf(row)} look="waiting" />),
    },
  ];
  return (
    <Section title={words.due} help={words.dueHelp}>
      <Table
        label={words.dueLabel}
        columns={columns}
        rows={retention.due}
        rowId={(row) => row.projectId ?? row.kind}
        state={state}
        onStateChange={setState}
        hasSearch={retention.due.length > 12}
        sentence={(_, rows) => counted(rows, words.rows)}
        exportName={words.due}
        empty={{ title: words.none }}
      />
    </Section>
  );
}

function HoldsSection({ retention, onOpen }: { retention: ShownRetention; onOpen: (open: Open) => void }) {
  const words = useWords(retentionWords);
  const { instant } = useFormats();
  const { holds, abilities } = retention;
  const action = abilities.edit ? (
    <Button variant="default" onClick={() => onOpen({ kind: 'hold' })}>
      {words.addHold}
    </Button>
  ) : undefined;
  return (
    <Section title={words.holds} help={words.holdsHelp} {...(action === undefined ? {} : { action })}>
      {holds.length === 0 && <p className="fs-help">{words.noHolds}</p>}
      <ul className="fs-plain-list">
        {holds.map((hold) => (
          <li key={hold.id}>
            <div className="fs-title-line">
              <strong>{hold.projectTitle ?? words.whole}</strong>
              <StatusBadge
                label={
                  hold.liftedAt === null ? words.inForce : words.lifted(hold.liftedBy ?? '', instant(hold.liftedAt))
                }
                look={hold.liftedAt === null ? 'strong' : 'quiet'}
              />
              {abilities.edit && hold.liftedAt === null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.endHoldOf(hold.projectTitle ?? words.whole)}
                  onClick={() => onOpen({ kind: 'endHold', hold })}
                >
                  {words.endHold}
                </Button>
              )}
            </div>
            <p>
              {hold.reason} <span className="fs-help">{words.setBy(hold.setBy, instant(hold.setAt))}</span>
            </p>
            {hold.liftReason !== '' && <p>{hold.liftReason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RulesSection() {
  const words = useWords(retentionWords);
  const { counted } = useFormats();
  const [state, setState] = useTableState();
  type Rule = (typeof rules)[number];
  const columns: TableColumn<Rule>[] = [
    {
      id: 'kind',
      title: words.kindColumn,
      value: (row) => words.rule[row.id].name,
      isFixed: true,
      minPx: 220,
      isSortable: false,
    },
    { id: 'kept', title: words.keptColumn, value: (row) => words.rule[row.id].kept, minPx: 200, isSortable: false },
    { id: 'after', title: words.thenColumn, value: (row) => words.rule[row.id].after, minPx: 180, isSortable: false },
  ];
  return (
    <Section title={words.rules} help={words.rulesHelp}>
      <Table
        label={words.rulesLabel}
        columns={columns}
        rows={rules}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        hasSearch={false}
        sentence={(_, rows) => counted(rows, words.rows)}
        empty={{ title: words.none }}
      />
    </Section>
  );
}

function LogSection({
  retention,
  state,
  onStateChange,
}: {
  retention: ShownRetention;
  state: ReturnType<typeof useTableAddress>[0];
  onStateChange: ReturnType<typeof useTableAddress>[1];
}) {
  const words = useWords(retentionWords);
  const { instant, number, counted } = useFormats();
  const columns: TableColumn<ShownDisposal>[] = [
    { id: 'at', title: words.at, cell: (row) => instant(row.at), isSortable: false, isRowHead: true },
    {
      id: 'project',
      title: words.project,
      value: (row) => row.projectTitle ?? words.municipalityLog,
      isSortable: false,
      minPx: 160,
    },
    { id: 'kind', title: words.what, value: (row) => words.kind[row.kind], isSortable: false },
    {
      id: 'rows',
      title: words.rowCount,
      kind: 'number',
      value: (row) => row.rowCount,
      cell: (row) => number(row.rowCount),
      isSortable: false,
    },
    { id: 'why', title: words.why, value: (row) => words.reason[row.reason], isSortable: false },
    { id: 'by', title: words.by, value: (row) => row.basisText, isSortable: false, isHiddenAtFirst: true },
  ];
  return (
    <Section title={words.log} help={words.logHelp}>
      <Table
        label={words.logLabel}
        columns={columns}
        rows={retention.disposals}
        rowId={(row) => row.id}
        state={state}
        onStateChange={onStateChange}
        hasSearch={false}
        server={{ totalCount: retention.disposalCount, isMore: false, pageSize: disposalsOnPage }}
        sentence={(_, rows) => counted(rows, words.rows)}
        empty={{ title: words.noLog, text: words.noLogText }}
      />
    </Section>
  );
}
