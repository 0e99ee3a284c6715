import { useNavigate, useSearch } from '@tanstack/react-router';
import { isDay } from '@forspring/domain/measures/day';
import type { CalendarView } from '@forspring/domain/participation/calendar.rules';

const viewWords: Record<CalendarView, string> = { month: 'maaned', week: 'uge', list: 'liste' };
const isId = (text: unknown): text is string => typeof text === 'string' && /^[\da-f-]{36}$/.test(text);

/** What a calendar page shows: how, around which day, and whose; one's own when both ids are null. */
export interface CalendarAddress {
  view: CalendarView;
  on: string;
  projectId: string | null;
  venueId: string | null;
}

/** The address of a calendar page; what is as usual is left out. */
export function calendarHref({ view, on, projectId, venueId }: CalendarAddress): string {
  const search = new URLSearchParams({
    visning: viewWords[view],
    dag: on,
    ...(projectId === null ? {} : { projekt: projectId }),
    ...(venueId === null ? {} : { sted: venueId }),
  });
  return `/kalender?${search.toString()}`;
}

/** The calendar's view, day and choice as they stand in the page's address; anything else there is passed over. */
export function useCalendarAddress(today: string): [CalendarAddress, (address: CalendarAddress) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = (Object.keys(viewWords) as CalendarView[]).find((one) => viewWords[one] === search['visning']);
  const on = search['dag'];
  const projectId = isId(search['projekt']) ? search['projekt'] : null;
  const address: CalendarAddress = {
    view: view ?? 'month',
    on: typeof on === 'string' && isDay(on) ? on : today,
    projectId,
    venueId: projectId === null && isId(search['sted']) ? search['sted'] : null,
  };
  return [address, (next) => void navigate({ to: calendarHref(next), resetScroll: false })];
}
