import './participation.css';
import { UiLink } from '@forspring/ui/link';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import type { KeptEntry } from '../../kernel/offline/phone-store.ts';
import { EntryMark } from './entry-mark.tsx';
import { sessionsWords } from './sessions.words.ts';
import type { OwnSession } from './use-own-sessions.ts';

/** Some of a person's own sessions as links, each with its day, its state and where what was counted is. */
export function OwnSessionsList({ sessions }: { sessions: readonly OwnSession[] }) {
  const words = useWords(sessionsWords);
  const { counted, dayShort } = useFormats();
  return (
    <ul className="pa-missing">
      {sessions.map(({ session, merged, state, kept }) => {
        const unit = session.countUnit === 'contact' ? words.contactsCount : words.visitsCount;
        return (
          <li key={session.id}>
            <UiLink href={`/gange/${session.id}`}>
              <span>
                {session.title}, {dayShort(session.heldOn)}
              </span>
              <span className="fs-quiet">
                {state === 'held' ? counted(merged.visitCount, unit) : words.states[state]}
              </span>
            </UiLink>
            {kept !== undefined && <EntryMark kept={kept} mustChoose={merged.choices.length > 0} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Entries of sessions too long ago to be on the phone; of a session it no longer knows only that there is one. */
export function OlderEntries({ entries }: { entries: readonly KeptEntry[] }) {
  const words = useWords(sessionsWords);
  const { dayShort } = useFormats();
  return (
    <ul className="pa-missing">
      {entries.map((kept) => (
        <li key={kept.sessionId}>
          <UiLink href={`/gange/${kept.sessionId}`}>
            <span>
              {kept.session === null ? words.anEvening : `${kept.session.title}, ${dayShort(kept.session.heldOn)}`}
            </span>
          </UiLink>
          <EntryMark kept={kept} />
        </li>
      ))}
    </ul>
  );
}
