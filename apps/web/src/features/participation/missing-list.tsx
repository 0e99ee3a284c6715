import './participation.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { UiLink } from '@forspring/ui/link';
import { daysBetween } from '@forspring/domain/measures/day';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { sessionsWords } from './sessions.words.ts';

/** How many of one's own sessions are tonight and how many lack registration; for the sections of a work list. */
export function useMySessionCounts(): { tonight: number; missing: number } {
  return useSuspenseQuery(trpc.participation.listMySessions.queryOptions({ view: 'missing', pageSize: 5 })).data.counts;
}

/** The latest sessions of one's own that nobody has registered, and how many there are; nothing where all is done. */
export function MissingList() {
  const words = useWords(sessionsWords);
  const { counted, dayShort, number, relativeDays } = useFormats();
  const { today } = useMe();
  const { data } = useSuspenseQuery(trpc.participation.listMySessions.queryOptions({ view: 'missing', pageSize: 5 }));
  if (data.rows.length === 0) return null;
  return (
    <>
      <p>
        <strong>{counted(data.counts.missing, words.missingCount)}</strong>
      </p>
      <ul className="pa-missing">
        {data.rows.map((session) => (
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
      {data.counts.missing > data.rows.length && (
        <p>
          <UiLink href="/gange">{words.allMissing(number(data.counts.missing))}</UiLink>
        </p>
      )}
    </>
  );
}
