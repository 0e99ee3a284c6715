import './calendar.css';
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SelectField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { PageTabs } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import type { ShownCalendar } from '@forspring/domain/participation/calendar';
import { calendarViews, dayOfNext, daysOfView } from '@forspring/domain/participation/calendar.rules';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { daysOf } from './calendar-days.ts';
import { CalendarMonth } from './calendar-month.tsx';
import { CalendarList, CalendarWeek } from './calendar-week.tsx';
import { calendarWords } from './calendar.words.ts';
import { type CalendarAddress, calendarHref, useCalendarAddress } from './use-calendar-address.ts';

/** Sessions by month, week or list; one's own, a project's or a venue's. All that is chosen stands in the address. */
export function CalendarPanel() {
  const words = useWords(calendarWords);
  const { textOf } = useProblemWords();
  const { today } = useMe();
  const [address, go] = useCalendarAddress(today);
  const { view, on, projectId, venueId } = address;
  const { firstOn, lastOn } = daysOfView(view, on);
  const asked = useQuery({
    ...trpc.calendar.listCalendar.queryOptions({ firstOn, lastOn, projectId, venueId }),
    placeholderData: keepPreviousData,
  });
  const calendar = asked.data;
  const period = usePeriod(address);
  return (
    <div className="ca-calendar" aria-busy={asked.isFetching}>
      <div className="ca-tools">
        <PageTabs
          label={words.viewsLabel}
          tabs={calendarViews.map((one) => ({
            title: words.views[one],
            href: calendarHref({ ...address, view: one }),
            isCurrent: one === view,
          }))}
        />
        <ScopeField calendar={calendar} address={address} onChange={go} />
      </div>
      <div className="ca-period">
        <h2>{period.title}</h2>
        <nav aria-label={period.title} className="ca-steps">
          <Button
            component={UiLink}
            href={calendarHref({ ...address, on: dayOfNext(view, on, -1) })}
            variant="default"
            aria-label={words.before[view]}
          >
            <IconChevronLeft size={18} aria-hidden="true" />
          </Button>
          <Button component={UiLink} href={calendarHref({ ...address, on: today })} variant="default">
            {words.today}
          </Button>
          <Button
            component={UiLink}
            href={calendarHref({ ...address, on: dayOfNext(view, on, 1) })}
            variant="default"
            aria-label={words.after[view]}
          >
            <IconChevronRight size={18} aria-hidden="true" />
          </Button>
        </nav>
      </div>
      {asked.isError ? (
        <ErrorState text={textOf(problemOf(asked.error))} onRetry={() => void asked.refetch()} />
      ) : calendar === undefined ? (
        <Loading lines={8} />
      ) : (
        <Shown calendar={calendar} address={address} today={today} period={period} days={{ firstOn, lastOn }} />
      )}
    </div>
  );
}

/** What a view is called, and how its days are said inside a sentence. */
function usePeriod({ view, on }: CalendarAddress): { title: string; inSentence: string } {
  const words = useWords(calendarWords);
  const { dayRange, month, week } = useFormats();
  const { firstOn, lastOn } = daysOfView(view, on);
  if (view === 'month') return { title: month(on), inSentence: words.inMonth(month(on)) };
  const days = dayRange(firstOn, lastOn);
  if (view === 'week') return { title: week(on, true), inSentence: words.inWeek(week(on), days) };
  return { title: days, inSentence: words.inDays(days) };
}

interface ShownProps {
  calendar: ShownCalendar;
  address: CalendarAddress;
  today: string;
  period: { title: string; inSentence: string };
  days: { firstOn: string; lastOn: string };
}

function Shown({ calendar, address, today, period, days: { firstOn, lastOn } }: ShownProps) {
  const words = useWords(calendarWords);
  const { counted, number, plural } = useFormats();
  const days = daysOf(calendar, firstOn, lastOn);
  const inPeriod = calendar.sessions.filter(
    ({ onDay }) => address.view !== 'month' || onDay.slice(0, 7) === address.on.slice(0, 7),
  );
  const clashCount = inPeriod.filter(({ clashes }) => clashes.length > 0).length;
  const sentence = words.sentence(counted(inPeriod.length, words.sessions), period.inSentence);
  const isEmpty = calendar.sessions.length + calendar.taken.length + calendar.movedAway.length === 0;
  return (
    <>
      <p role="status">
        {sentence}
        {clashCount > 0 && (
          <strong className="ca-clash-count">
            {' · '}
            {number(clashCount)} {plural(clashCount, words.clashCount)}
          </strong>
        )}
      </p>
      {address.view === 'month' ? (
        <CalendarMonth days={days} address={address} today={today} caption={period.title} />
      ) : address.view === 'week' ? (
        <CalendarWeek days={days} today={today} />
      ) : isEmpty ? (
        <Empty title={words.none} text={words.noneText} />
      ) : (
        <CalendarList days={days} today={today} />
      )}
    </>
  );
}

interface ScopeProps {
  calendar: ShownCalendar | undefined;
  address: CalendarAddress;
  onChange: (address: CalendarAddress) => void;
}

/** Whose sessions: one's own, a project's or a venue's, in one list. */
function ScopeField({ calendar, address, onChange }: ScopeProps) {
  const words = useWords(calendarWords);
  const { projectId, venueId } = address;
  const options = useScopes(calendar);
  return (
    <SelectField
      name="vis"
      label={words.scope}
      value={projectId ?? venueId ?? 'mine'}
      options={options.map(({ value, label }) => ({ value, label }))}
      isSearchable={options.length > 12}
      onChange={(value) => {
        const chosen = options.find((one) => one.value === value);
        onChange({ ...address, projectId: chosen?.projectId ?? null, venueId: chosen?.venueId ?? null });
      }}
    />
  );
}

/** What a calendar or a calendar link may show, as choices. */
export function useScopes(calendar: Pick<ShownCalendar, 'projects' | 'venues'> | undefined) {
  const words = useWords(calendarWords);
  return [
    { value: 'mine', label: words.mine, projectId: null, venueId: null },
    ...(calendar?.projects ?? []).map(({ id, name, year }) => ({
      value: id,
      label: words.project(name, String(year)),
      projectId: id,
      venueId: null,
    })),
    ...(calendar?.venues ?? []).map(({ id, name }) => ({
      value: id,
      label: words.venue(name),
      projectId: null,
      venueId: id,
    })),
  ];
}
