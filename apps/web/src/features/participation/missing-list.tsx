import './participation.css';
import { UiLink } from '@forspring/ui/link';
import { daysBetween } from '@forspring/domain/measures/day';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { sessionsWords } from './sessions.words.ts';
import { useOwnSessions } from './use-own-sessions.ts';

const shownCount = 5;

/** How many of one's own sessions lack registration, those too long ago to be on the phone counted. */
export function useMissingCount(): number {
  const { missing, olderUnregisteredCount } = useOwnSessions();
  return missing.length + olderUnregisteredCount;
}

/** The latest sessions of one's own that nobody has registered, and how many there are; nothing where all is done. */
export function MissingList() {
  const words = useWords(sessionsWords);
  const { counted, dayShort, number, relativeDays } = useFormats();
  const { today } = useMe();
  const { missing } = useOwnSessions();
  const count = useMissingCount();
  if (count === 0) return null;
  const shown = missing.slice(0, shownCount);
  return (
    <>
      <p>
        <strong>{counted(count, words.missingCount)}</strong>
      </p>
      <ul className="pa-missing">
        {shown.map(({ session }) => (
          <li key={session.id}>
            <UiLink href={`/gange/${session.id}`}>
              <span>
                {session.title}, {dayShort(session.heldOn)}
              </span>
              <span className="fs-quiet">{relativeDays(daysBetween(today, session.heldOn))}</span>
            </UiLink>
          </li>
        ))}
      </ul>
      {count > shown.length && (
        <p>
          <UiLink href="/gange">{words.allMissing(number(count))}</UiLink>
        </p>
      )}
    </>
  );
}
