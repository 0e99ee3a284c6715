import { useSuspenseQuery } from '@tanstack/react-query';
import { Facts, Section } from '@forspring/ui/page';
import { Table, useTableState } from '@forspring/ui/table';
import type { TableColumn } from '@forspring/ui/table-state';
import { deliveredShare, type MissedSession, type ShownDelivery } from '@forspring/domain/participation/delivery';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { controlChartWords } from './control-chart.words.ts';

/** Sessions and hours delivered of those that should have been, the states kept apart, and a reason for every missed evening. */
export function DeliveryPanel({ projectId }: { projectId: string }) {
  const words = useWords(controlChartWords);
  const { data } = useSuspenseQuery(trpc.participation.showDelivery.queryOptions({ projectId }));
  const sentence = useDeliverySentence()(data);
  const { counted, hours } = useFormats();
  const part = ({ sessionCount, minutes }: ShownDelivery['held']) =>
    words.part(counted(sessionCount, words.sessions), hours(minutes));
  const facts = (['held', 'cancelled', 'unregistered', 'coming'] as const).map((state) => ({
    term: words[state],
    value: part(data[state]),
  }));
  return (
    <Section title={words.deliveryTitle} help={words.deliveryHelp}>
      <p>
        <strong>{sentence}</strong>
      </p>
      <Facts facts={facts} />
      {data.missed.length > 0 && <MissedTable missed={data.missed} />}
    </Section>
  );
}

function useDeliverySentence(): (delivery: ShownDelivery) => string {
  const words = useWords(controlChartWords);
  const { counted, hours, number, percent } = useFormats();
  return (delivery) => {
    const share = deliveredShare(delivery, 'sessionCount');
    if (share === null) return words.nothingDue;
    const { held, cancelled, unregistered } = delivery;
    const dueCount = held.sessionCount + cancelled.sessionCount + unregistered.sessionCount;
    const dueMinutes = held.minutes + cancelled.minutes + unregistered.minutes;
    const said = words.deliverySentence(
      number(held.sessionCount),
      counted(dueCount, words.sessions),
      percent(share.lowest, 0),
      number(held.minutes / 60),
      hours(dueMinutes),
    );
    if (unregistered.sessionCount === 0) return said;
    return `${said} ${words.deliveryOpen(counted(unregistered.sessionCount, words.sessions), percent(share.highest, 0))}`;
  };
}

function MissedTable({ missed }: { missed: MissedSession[] }) {
  const words = useWords(controlChartWords);
  const { counted, dayShort, hours } = useFormats();
  const [state, setState] = useTableState();
  const columns: TableColumn<MissedSession>[] = [
    {
      id: 'on',
      title: words.day,
      value: (row) => row.on,
      cell: (row) => dayShort(row.on),
      isRowHead: true,
      isFixed: true,
      minPx: 110,
    },
    { id: 'title', title: words.session, value: (row) => row.title },
    { id: 'state', title: words.state, value: (row) => words[row.state] },
    {
      id: 'by',
      title: words.by,
      value: (row) => (row.cancelledBy === null ? null : words.cancelledBy[row.cancelledBy]),
    },
    { id: 'reason', title: words.reason, value: (row) => row.reason },
    {
      id: 'minutes',
      title: words.hours,
      kind: 'number',
      value: (row) => row.minutes / 60,
      cell: (row) => hours(row.minutes),
    },
  ];
  return (
    <Table
      label={words.missedRows}
      columns={columns}
      rows={missed}
      rowId={(row) => row.sessionId}
      rowHref={(row) => `/gange/${row.sessionId}`}
      state={state}
      onStateChange={setState}
      hasSearch={false}
      hasColumnChoice={false}
      exportName={words.missedTitle}
      sentence={(_count, rows) => counted(rows, words.missedCount)}
    />
  );
}
