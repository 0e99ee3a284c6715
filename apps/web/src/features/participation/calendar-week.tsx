import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { type CalendarDay, weeksOf } from './calendar-days.ts';
import { SessionCard } from './calendar-session.tsx';
import { calendarWords } from './calendar.words.ts';

/** A week as seven columns; below each other on a phone. */
export function CalendarWeek({ days, today }: { days: readonly CalendarDay[]; today: string }) {
  return (
    <div className="ca-week">
      {days.map((day) => (
        <Day key={day.on} day={day} today={today} level="h3" />
      ))}
    </div>
  );
}

/** Weeks one after the other with only the days that have something on them. */
export function CalendarList({ days, today }: { days: readonly CalendarDay[]; today: string }) {
  const { week, dayRange } = useFormats();
  const isFull = (day: CalendarDay) => day.sessions.length + day.movedAway.length + day.taken.length > 0;
  // A week is there for its sessions; a public holiday in it is told too, because it says why a day is empty.
  const isTold = (day: CalendarDay) => isFull(day) || day.holidays.some(({ kind }) => kind === 'publicHoliday');
  const weeks = weeksOf(days).filter((one) => one.some(isFull));
  return (
    <div className="ca-list">
      {weeks.map((one) => {
        const [first, last] = [one[0]?.on ?? '', one.at(-1)?.on ?? ''];
        return (
          <section key={first}>
            <h3>
              {week(first)} <span className="fs-quiet">{dayRange(first, last)}</span>
            </h3>
            {one.filter(isTold).map((day) => (
              <Day key={day.on} day={day} today={today} level="h4" />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface DayProps {
  day: CalendarDay;
  today: string;
  level: 'h3' | 'h4';
}

function Day({ day, today, level: Heading }: DayProps) {
  const words = useWords(calendarWords);
  const isDanish = useLanguage() === 'da';
  const { clockInText, dayShort } = useFormats();
  const { on, sessions, movedAway, taken, holidays } = day;
  const isEmpty = sessions.length + movedAway.length + taken.length === 0;
  return (
    <section
      className="ca-day"
      data-today={on === today ? true : undefined}
      data-empty={isEmpty ? true : undefined}
      data-holiday={holidays.length > 0 ? true : undefined}
    >
      <Heading>
        <span aria-current={on === today ? 'date' : undefined}>{dayShort(on)}</span>
      </Heading>
      <div>
        {holidays.map((one) => (
          <p key={one.nameDa} className="ca-holiday">
            {isDanish ? one.nameDa : one.nameEn}
          </p>
        ))}
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} saysWho={Heading === 'h4'} />
        ))}
        {movedAway.map((one) => (
          <p key={one.sessionId} className="ca-moved">
            {words.movedTo(one.title, dayShort(one.toOn))}
          </p>
        ))}
        {taken.map(({ startMinute, endMinute }) => (
          <p key={`${startMinute} ${endMinute}`} className="ca-taken">
            {words.taken(clockInText(startMinute, endMinute))}
          </p>
        ))}
        {isEmpty && <p className="fs-hidden">{words.noneDay}</p>}
      </div>
    </section>
  );
}
