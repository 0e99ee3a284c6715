import { UiLink } from '@forspring/ui/link';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { type CalendarDay, weeksOf } from './calendar-days.ts';
import { SessionLine } from './calendar-session.tsx';
import { calendarWords } from './calendar.words.ts';
import { type CalendarAddress, calendarHref } from './use-calendar-address.ts';

/** How many sessions a cell of the month has room for. */
const roomCount = 4;

interface MonthProps {
  days: readonly CalendarDay[];
  address: CalendarAddress;
  today: string;
  caption: string;
}

/** A month as a table: a row a week with its number, a column a weekday. On a phone a cell holds the day and a count. */
export function CalendarMonth({ days, address, today, caption }: MonthProps) {
  const words = useWords(calendarWords);
  const { weekday, weekTight } = useFormats();
  const weeks = weeksOf(days);
  return (
    <table className="ca-month">
      <caption className="fs-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="fs-hidden">{words.weekColumn}</span>
          </th>
          {(weeks[0] ?? []).map(({ on }) => (
            <th key={on} scope="col">
              <abbr title={weekday(on)}>{weekday(on).slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => {
          const monday = week[0]?.on ?? '';
          return (
            <tr key={monday}>
              <th scope="row">
                <UiLink href={calendarHref({ ...address, view: 'week', on: monday })}>{weekTight(monday)}</UiLink>
              </th>
              {week.map((day, index) => (
                <MonthCell key={day.on} day={day} address={address} today={today} isFirst={index === 0} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface CellProps {
  day: CalendarDay;
  address: CalendarAddress;
  today: string;
  isFirst: boolean;
}

function MonthCell({ day, address, today, isFirst }: CellProps) {
  const words = useWords(calendarWords);
  const isDanish = useLanguage() === 'da';
  const { clockRange, counted, dayFull, dayShort, number } = useFormats();
  const { on, sessions, movedAway, taken, holidays } = day;
  const shown = sessions.length > roomCount ? sessions.slice(0, roomCount - 1) : sessions;
  const href = calendarHref({ ...address, view: 'week', on });
  const isOutside = on.slice(0, 7) !== address.on.slice(0, 7);
  // A holiday of many days says its name on its first, and again where a new week begins.
  const named = holidays.filter((one) => one.firstOn === on || isFirst || one.kind === 'publicHoliday');
  return (
    <td
      data-outside={isOutside ? true : undefined}
      data-holiday={holidays.length > 0 ? true : undefined}
      data-today={on === today ? true : undefined}
    >
      <UiLink
        href={href}
        className="ca-date"
        aria-current={on === today ? 'date' : undefined}
        aria-label={words.openDay(dayFull(on), counted(sessions.length, words.sessions))}
      >
        {Number(on.slice(8))}
        {sessions.length > 0 && (
          <span className="ca-count" data-clash={sessions.some(({ clashes }) => clashes.length > 0) ? true : undefined}>
            {number(sessions.length)}
          </span>
        )}
      </UiLink>
      {named.map((one) => (
        <span key={one.nameDa} className="ca-holiday">
          {isDanish ? one.nameDa : one.nameEn}
        </span>
      ))}
      <ul>
        {shown.map((session) => (
          <li key={session.id}>
            <SessionLine
              session={session}
              saysPlace={sessions.some((one) => one !== session && one.title === session.title)}
            />
          </li>
        ))}
        {sessions.length > shown.length && (
          <li>
            <UiLink href={href} className="ca-more">
              {words.more(number(sessions.length - shown.length))}
            </UiLink>
          </li>
        )}
        {movedAway.map((one) => (
          <li key={one.sessionId} className="ca-moved">
            {words.movedTo(one.title, dayShort(one.toOn))}
          </li>
        ))}
        {taken.map(({ startMinute, endMinute }) => (
          <li key={`${startMinute} ${endMinute}`} className="ca-taken">
            {words.taken(clockRange(startMinute, endMinute))}
          </li>
        ))}
      </ul>
    </td>
  );
}
