import { StatusBadge } from '@forspring/ui/tier';
import type { TableColumn } from '@forspring/ui/table-state';
import type { ShownSessionRow } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { sessionsWords } from './sessions.words.ts';

type Column = TableColumn<ShownSessionRow>;

/** How each status looks: in force, waiting for somebody, over. */
const looks = { planned: 'plain', held: 'strong', cancelled: 'quiet', unregistered: 'waiting' } as const;

/** Every column a list of sessions may have, by name; a list picks those it needs. */
export function useSessionColumns() {
  const words = useWords(sessionsWords);
  const { clockRange, dayShort, hours, number } = useFormats();
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
  const visits: Column = {
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
  const firstTime: Column = {
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
  return { day, evening, session, project, time, venue, organisation, state, visits, firstTime, adults, reason };
}
