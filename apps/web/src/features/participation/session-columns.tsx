import { Figure, useFigureText } from '@forspring/ui/figure-cell';
import { StatusBadge } from '@forspring/ui/tier';
import type { TableColumn } from '@forspring/ui/table-state';
import { type Cell, numberIn } from '@forspring/domain/measures/cell';
import type { ProjectSessionRow, ShownSessionRow } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { sessionsWords } from './sessions.words.ts';

/** What every list of sessions knows; how many came is a number to those who write it and a cell to everybody else. */
type Column = TableColumn<Omit<ShownSessionRow, 'visitCount' | 'firstTimeCount'>>;

/** How each status looks: in force, waiting for somebody, over. */
const looks = { planned: 'plain', held: 'strong', cancelled: 'quiet', unregistered: 'waiting' } as const;

/** Every column a list of sessions may have, by name; a list picks those it needs. */
export function useSessionColumns() {
  const words = useWords(sessionsWords);
  const { clockRange, dayShort, hours, number } = useFormats();
  const textOf = useFigureText();
  const day: Column = {
    id: 'heldOn',
    title: words.day,
    value: (row) => row.heldOn,
    cell: (row) => dayShort(row.heldOn),
    isSortable: true,
    isFixed: true,
    isRowHead: true,
    minPx: 110,
  };
  const evening: Column = {
    ...day,
    title: words.session,
    value: (row) => `${row.heldOn} ${row.title}`,
    cell: (row) => `${dayShort(row.heldOn)} ${row.title}`,
  };
  const session: Column = { id: 'title', title: words.session, value: (row) => row.title, isSortable: false };
  const project: Column = {
    id: 'project',
    title: words.project,
    value: (row) => `${row.projectTitle} ${row.year}`,
    isSortable: false,
    isHiddenAtFirst: true,
  };
  const time: Column = {
    id: 'time',
    title: words.time,
    value: (row) => clockRange(row.startMinute, row.endMinute),
    isSortable: false,
  };
  const venue: Column = { id: 'venue', title: words.venue, value: (row) => row.venueName, isSortable: false };
  const organisation: Column = {
    id: 'organisation',
    title: words.organisation,
    value: (row) => row.organisationName,
    isSortable: false,
    isHiddenAtFirst: true,
  };
  const state: Column = {
    id: 'state',
    title: words.state,
    value: (row) => words.states[row.state],
    cell: (row) => <StatusBadge label={words.states[row.state]} look={looks[row.state]} />,
    isSortable: false,
  };
  const visits: TableColumn<ShownSessionRow> = {
    id: 'visitCount',
    title: words.visits,
    kind: 'number',
    value: (row) => row.visitCount,
    // Contacts are no visits: the same column never shows the one as the other.
    cell: (row) =>
      row.visitCount === null
        ? ''
        : row.countUnit === 'contact'
          ? `${number(row.visitCount)} ${words.contactsCount.other}`
          : number(row.visitCount),
  };
  const firstTime: TableColumn<ShownSessionRow> = {
    id: 'firstTimeCount',
    title: words.firstTime,
    kind: 'number',
    value: (row) => row.firstTimeCount,
    cell: (row) =>
      row.state !== 'held' || row.countUnit === 'contact'
        ? ''
        : row.firstTimeCount === null
          ? words.notCounted
          : number(row.firstTimeCount),
  };
  const numberOrText = (cell: Cell<number> | null) =>
    cell === null ? null : cell.kind === 'withheld' ? textOf(cell) : numberIn(cell);
  const listedVisits: TableColumn<ProjectSessionRow> = {
    id: 'visitCount',
    title: words.visits,
    kind: 'number',
    value: (row) => numberOrText(row.visits),
    cell: (row) =>
      row.state !== 'held' || row.visits === null || row.visits.kind === 'notMeasured' ? (
        ''
      ) : (
        <Figure
          cell={row.visits}
          format={(count) =>
            row.countUnit === 'contact' ? `${number(count)} ${words.contactsCount.other}` : number(count)
          }
        />
      ),
  };
  const listedFirstTimers: TableColumn<ProjectSessionRow> = {
    id: 'firstTimeCount',
    title: words.firstTime,
    kind: 'number',
    value: (row) => numberOrText(row.firstTimers),
    cell: (row) =>
      row.state !== 'held' || row.countUnit === 'contact' || row.firstTimers === null ? (
        ''
      ) : row.firstTimers.kind === 'notMeasured' ? (
        words.notCounted
      ) : (
        <Figure cell={row.firstTimers} format={(count) => number(count)} />
      ),
  };
  const adults: Column = {
    id: 'staffMinutes',
    title: words.staffHours,
    kind: 'number',
    value: (row) => (row.staffMinutes + row.volunteerMinutes) / 60,
    cell: (row) => (row.state === 'held' ? hours(row.staffMinutes + row.volunteerMinutes) : ''),
  };
  const reason: Column = {
    id: 'reason',
    title: words.reason,
    value: (row) => row.cancelReason,
    isSortable: false,
    isHiddenAtFirst: true,
  };
  return {
    day,
    evening,
    session,
    project,
    time,
    venue,
    organisation,
    state,
    visits,
    firstTime,
    listedVisits,
    listedFirstTimers,
    adults,
    reason,
  };
}
