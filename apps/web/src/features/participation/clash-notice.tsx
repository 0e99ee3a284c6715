import './calendar.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ClashAsk } from '@forspring/domain/participation/calendar';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { useClashSentence } from './calendar-session.tsx';
import { calendarWords } from './calendar.words.ts';

/** How many days are told one by one. */
const toldDays = 6;

/** What a form asks about the venue it plans at; `isHeld` says which of a rule's days really are to be held. */
interface ClashNoticeProps {
  projectId: string;
  ask: (Partial<ClashAsk> & { venueId: string }) | null;
  isHeld?: (on: string) => boolean;
}

/** Points out, while sessions are planned, that the venue is booked by others then. Nothing is forbidden. */
export function ClashNotice({ projectId, ask, isHeld = () => true }: ClashNoticeProps) {
  const words = useWords(calendarWords);
  const { counted, dayShort, number } = useFormats();
  const say = useClashSentence();
  const { data } = useQuery({
    ...trpc.calendar.findClashes.queryOptions({ projectId, ...(ask ?? { venueId: projectId }) }),
    enabled: ask !== null,
  });
  const clashes = ask === null ? [] : (data?.clashes ?? []).filter(({ wantedOn }) => isHeld(wantedOn));
  const days = [...new Set(clashes.map(({ wantedOn }) => wantedOn))];
  const told = days.slice(0, toldDays);
  return (
    <div role="status">
      {days.length > 0 && (
        <div className="ca-notice">
          <p>
            <IconAlertTriangle size={16} className="ca-warning" aria-hidden="true" />{' '}
            <strong>
              {words.clashTitle}: {counted(days.length, words.clashDays)}
            </strong>
          </p>
          <ul>
            {told.map((on) => (
              <li key={on}>
                {words.clashLine(
                  dayShort(on),
                  clashes
                    .filter(({ wantedOn }) => wantedOn === on)
                    .map(say)
                    .join('. '),
                )}
              </li>
            ))}
            {days.length > told.length && <li>{words.clashMore(number(days.length - told.length))}</li>}
          </ul>
          <p className="fs-quiet">{words.clashNote}</p>
        </div>
      )}
    </div>
  );
}
