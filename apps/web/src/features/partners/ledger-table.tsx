import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { ShownPromise } from '@forspring/domain/partners/promise';
import type { ShownLock } from '@forspring/domain/projects/period-lock';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { CorrectDelivery } from './correct-delivery.tsx';
import { ledgerWords } from './ledger.words.ts';
import { StatementHistory } from './statement-history.tsx';
import { type LedgerRow, useQuantity } from './use-quantity.ts';

type Open = { kind: 'correct' | 'history'; row: LedgerRow } | null;

/** Every quarter that has begun: promised, delivered, what is left, how it stands, and what one may answer. */
export function LedgerTable({ promises, names }: { promises: ShownPromise[]; names: 'partner' | 'project' }) {
  const words = useWords(ledgerWords);
  const { money, counted, list } = useFormats();
  const { figure, what } = useQuantity();
  const [open, setOpen] = useState<Open>(null);
  const [state, setState] = useTableState();
  const rows = promises
    .flatMap((promise) => promise.periods.map((period): LedgerRow => ({ promise, period })))
    // What is disputed first, then the latest quarter; quarters to come have nothing to say yet.
    .filter(({ period }) => period.hasBegun)
    .toSorted(
      (a, b) =>
        Number(b.period.standing === 'disputed') - Number(a.period.standing === 'disputed') ||
        b.period.year - a.period.year ||
        b.period.quarter - a.period.quarter,
    );
  const nameOf = ({ promise }: LedgerRow) =>
    names === 'partner' ? promise.organisationName : `${promise.projectTitle} ${promise.year}`;
  const titleOf = (row: LedgerRow) =>
    list([nameOf(row), what(row.promise), words.quarterShort(row.period.quarter, row.period.year)]);
  const columns: TableColumn<LedgerRow>[] = [
    {
      id: 'name',
      title: names === 'partner' ? words.partner : words.project,
      value: nameOf,
      isFixed: true,
      minPx: 150,
    },
    { id: 'what', title: words.what, value: (row) => what(row.promise) },
    {
      id: 'when',
      title: words.when,
      value: (row) => row.period.year * 10 + row.period.quarter,
      cell: (row) => words.quarterShort(row.period.quarter, row.period.year),
      csv: (row) => words.quarterShort(row.period.quarter, row.period.year),
    },
    {
      id: 'promised',
      title: words.promised,
      value: (row) => row.period.promisedQuantity,
      cell: (row) => figure(row.promise, row.period.promisedQuantity),
      csv: (row) => figure(row.promise, row.period.promisedQuantity),
    },
    {
      id: 'delivered',
      title: words.delivered,
      value: (row) => row.period.deliveredQuantity,
      cell: ({ promise, period }) => (
        <>
          {figure(promise, period.deliveredQuantity)}
          {period.deliveredOere !== null && (
            <span className="fs-help fs-block">{words.inKind(money(period.deliveredOere))}</span>
          )}
        </>
      ),
      csv: (row) => figure(row.promise, row.period.deliveredQuantity),
    },
    {
      id: 'rest',
      title: words.rest,
      value: (row) => Math.max(0, row.period.promisedQuantity - row.period.deliveredQuantity),
      cell: ({ promise, period }) => figure(promise, Math.max(0, period.promisedQuantity - period.deliveredQuantity)),
      csv: ({ promise, period }) => figure(promise, Math.max(0, period.promisedQuantity - period.deliveredQuantity)),
    },
    {
      id: 'status',
      title: words.status,
      value: (row) => words.standing[row.period.standing],
      cell: (row) => <PeriodStanding row={row} />,
      minPx: 210,
    },
    {
      id: 'answer',
      title: words.answer,
      isSortable: false,
      csv: () => '',
      minPx: 190,
      cell: (row) => <PeriodActions row={row} title={titleOf(row)} onOpen={setOpen} />,
    },
  ];
  const hasLocked = rows.some(
    ({ promise, period }) => promise.side !== null && period.lock !== null && !period.mayState,
  );
  return (
    <>
      {hasLocked && <p className="fs-help">{words.lockedHelp}</p>}
      <Table
        label={words.table}
        columns={columns}
        rows={rows}
        rowId={(row) => row.period.id}
        state={state}
        onStateChange={setState}
        hasSearch={rows.length > 12}
        sentence={(_, count) => counted(count, words.rows)}
        exportName={words.title}
        empty={{ title: words.empty, text: words.emptyText }}
      />
      {open?.kind === 'correct' && (
        <CorrectDelivery row={open.row} title={titleOf(open.row)} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'history' && (
        <StatementHistory row={open.row} title={titleOf(open.row)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** How a quarter stands in a word, and both versions with their reasons while the two sides differ. */
function PeriodStanding({ row: { promise, period } }: { row: LedgerRow }) {
  const words = useWords(ledgerWords);
  const { figure } = useQuantity();
  if (period.standing !== 'disputed')
    return (
      <>
        {words.standing[period.standing]}
        {period.hasMoved && period.registeredQuantity !== null && (
          <span className="fs-help fs-block">{words.moved(figure(promise, period.registeredQuantity))}</span>
        )}
      </>
    );
  return (
    <div className="fs-dispute">
      <StatusBadge label={words.standing.disputed} look="waiting" />
      {(['partner', 'owner'] as const).map((side) => {
        const version = period.versions[side];
        if (version === null) return null;
        return (
          <p key={side}>
            <strong>
              {words.says(
                version.isRegistered ? words.registrations : words.sides[side],
                figure(promise, version.quantity),
              )}
            </strong>
            {version.reason !== '' && <span className="fs-block">{version.reason}</span>}
          </p>
        );
      })}
      <p className="fs-help">
        {period.waitsFor === 'owner' ? words.waitsForOwner : words.waitsForPartner}. {words.lowestCounts}
      </p>
    </div>
  );
}

/** That a locked period reaches into the quarter, and until when it is open to the project. */
function PeriodLock({ lock, mayState }: { lock: ShownLock; mayState: boolean }) {
  const words = useWords(ledgerWords);
  const { dayRange, dayInText } = useFormats();
  const period = dayRange(lock.startsOn, lock.endsOn);
  return (
    <p className="fs-help fs-partner-lock">
      {mayState ? <IconLockOpen size={16} aria-hidden="true" /> : <IconLock size={16} aria-hidden="true" />}
      <span>
        {mayState && lock.opensUntilOn !== null
          ? words.lockOpened(period, dayInText(lock.opensUntilOn))
          : words.locked(period)}
      </span>
    </p>
  );
}

function PeriodActions({ row, title, onOpen }: { row: LedgerRow; title: string; onOpen: (open: Open) => void }) {
  const words = useWords(ledgerWords);
  const { figure } = useQuantity();
  const { promise, period } = row;
  const accept = useCommand(trpc.partners.acceptDelivery.mutationOptions());
  const other = promise.side === null ? null : period.versions[promise.side === 'owner' ? 'partner' : 'owner'];
  const canAccept =
    period.mayState &&
    other !== null &&
    (period.standing === 'disputed' ||
      (period.standing === 'reported' && promise.side !== null && period.versions[promise.side] === null));
  return (
    <div className="fs-partner-actions">
      {promise.side !== null && period.lock !== null && <PeriodLock lock={period.lock} mayState={period.mayState} />}
      {canAccept && (
        <Button
          size="compact-sm"
          variant={period.standing === 'disputed' ? 'filled' : 'default'}
          loading={accept.isBusy}
          aria-label={`${words.accept(figure(promise, other.quantity))}: ${title}`}
          onClick={() => void accept.send({ periodId: period.id, baseVersion: period.version })}
        >
          {words.accept(figure(promise, other.quantity))}
        </Button>
      )}
      {period.mayState && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.correctOf(title)}
          onClick={() => onOpen({ kind: 'correct', row })}
        >
          {words.correct}
        </Button>
      )}
      {period.statements.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={words.historyOf(title)}
          onClick={() => onOpen({ kind: 'history', row })}
        >
          {words.history}
        </Button>
      )}
    </div>
  );
}
