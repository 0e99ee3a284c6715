import { IconAlertTriangle } from '@tabler/icons-react';
import { UiLink } from '@forspring/ui/link';
import { StatusBadge } from '@forspring/ui/tier';
import type { CalendarSession, Clash } from '@forspring/domain/participation/calendar';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { calendarWords } from './calendar.words.ts';

/** What a clash is, in one sentence; without names for somebody who may not see whose it is. */
export function useClashSentence(): (clash: Clash) => string {
  const words = useWords(calendarWords);
  const { clockInText } = useFormats();
  return ({ venueName, startMinute, endMinute, title, projectTitle }) => {
    const time = clockInText(startMinute, endMinute);
    if (title === null) return words.clashHidden(venueName, time);
    const name = projectTitle === null || projectTitle === title ? title : `${title} (${projectTitle})`;
    return words.clashNamed(venueName, time, name);
  };
}

/** The words that stand beside a session: what became of it, where it came from. */
function useMarks(): (session: CalendarSession) => string[] {
  const words = useWords(calendarWords);
  const { dayShort } = useFormats();
  return (session) => [
    ...(session.state === 'cancelled' ? [words.cancelledBy[session.cancelledBy ?? 'other']] : []),
    ...(session.state === 'unregistered' ? [words.unregistered] : []),
    ...(session.isProposal ? [words.proposal] : []),
    ...(session.isExtra ? [words.extra] : []),
    ...(session.movedFromOn === null ? [] : [words.movedFrom(dayShort(session.movedFromOn))]),
  ];
}

/** A session in a cell of the month: its time and name in a line, the rest said in words that take no room. */
export function SessionLine({ session, saysPlace }: { session: CalendarSession; saysPlace: boolean }) {
  const words = useWords(calendarWords);
  const { clock } = useFormats();
  const marks = useMarks()(session);
  const hasClash = session.clashes.length > 0;
  return (
    <UiLink
      href={`/gange/${session.id}`}
      className="ca-line"
      data-state={session.state}
      data-proposal={session.isProposal ? true : undefined}
      title={[session.title, session.venueName, ...marks].filter(Boolean).join(', ')}
    >
      <span className="ca-time">{clock(session.startMinute)}</span>{' '}
      <span className="ca-name">
        {session.title}
        {saysPlace && session.venueName !== null && <span className="fs-quiet"> {session.venueName}</span>}
      </span>
      {marks.length > 0 && <span className="fs-hidden">, {marks.join(', ')}</span>}
      {hasClash && (
        <>
          {' '}
          <IconAlertTriangle size={14} className="ca-warning" aria-hidden="true" />
          <span className="fs-hidden">{words.clashSign}</span>
        </>
      )}
    </UiLink>
  );
}

/** A session with room: time, name, place, who holds it where there is room for that, what became of it, and what it collides with. */
export function SessionCard({ session, saysWho }: { session: CalendarSession; saysWho: boolean }) {
  const { clockRange } = useFormats();
  const marks = useMarks()(session);
  const sayClash = useClashSentence();
  const place = [
    session.venueName,
    session.projectTitle === session.title ? null : session.projectTitle,
    saysWho ? session.organisationName : null,
  ].filter((one) => one !== null);
  return (
    <div className="ca-card" data-state={session.state} data-proposal={session.isProposal ? true : undefined}>
      <p>
        <span className="ca-time">{clockRange(session.startMinute, session.endMinute)}</span>{' '}
        <UiLink href={`/gange/${session.id}`}>
          <span className="ca-name">{session.title}</span>
        </UiLink>
      </p>
      {place.length > 0 && <p className="fs-quiet">{place.join(' · ')}</p>}
      {marks.length > 0 && (
        <p className="ca-marks">
          {marks.map((mark) => (
            <StatusBadge
              key={mark}
              label={mark}
              look={session.state === 'unregistered' ? 'waiting' : session.state === 'cancelled' ? 'quiet' : 'plain'}
            />
          ))}
        </p>
      )}
      {session.state === 'cancelled' && session.cancelReason !== '' && (
        <p className="fs-quiet">{session.cancelReason}</p>
      )}
      {session.movedFromOn !== null && session.moveReason !== '' && <p className="fs-quiet">{session.moveReason}</p>}
      {session.clashes.map((clash) => (
        <p key={`${clash.onDay} ${clash.startMinute} ${clash.title}`} className="ca-clash">
          <IconAlertTriangle size={16} aria-hidden="true" /> {sayClash(clash)}
        </p>
      ))}
    </div>
  );
}
