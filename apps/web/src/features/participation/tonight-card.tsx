import './participation.css';
import { FactLine } from '@forspring/ui/page';
import { UiLink } from '@forspring/ui/link';
import { StatusBadge } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { EntryMark } from './entry-mark.tsx';
import { sessionsWords } from './sessions.words.ts';
import { useOwnSessions } from './use-own-sessions.ts';
import type { OwnSession } from './use-own-sessions.ts';

/** Tonight's sessions with the button that registers; nothing where there are none, unless `isAlways` asks for a line. */
export function TonightCard({ isAlways = false }: { isAlways?: boolean }) {
  const words = useWords(sessionsWords);
  const { tonight } = useOwnSessions();
  if (tonight.length === 0) return isAlways ? <p className="fs-quiet">{words.noneTonight}</p> : null;
  return (
    <ul className="pa-tonight">
      {tonight.map((own) => (
        <TonightSession key={own.session.id} own={own} />
      ))}
    </ul>
  );
}

function TonightSession({ own: { session, merged, state, kept } }: { own: OwnSession }) {
  const words = useWords(sessionsWords);
  const { clockRange, counted } = useFormats();
  const unit = session.countUnit === 'contact' ? words.contactsCount : words.visitsCount;
  const isOpen = state === 'planned' || state === 'unregistered';
  return (
    <li>
      <div>
        <strong>{session.title}</strong> {!isOpen && <StatusBadge label={words.states[state]} look="quiet" />}
        <FactLine
          facts={[
            clockRange(session.startMinute, session.endMinute),
            ...(session.venueName === null ? [] : [session.venueName]),
            ...(session.projectTitle === session.title ? [] : [session.projectTitle]),
            ...(state === 'held' ? [counted(merged.visitCount, unit)] : []),
          ]}
        />
        <EntryMark kept={kept} mustChoose={merged.choices.length > 0} />
      </div>
      <UiLink
        className="fs-touch-button"
        data-look={isOpen ? 'primary' : 'plain'}
        href={`/gange/${session.id}`}
        aria-label={`${isOpen ? words.register : words.correct}: ${session.title}`}
      >
        {isOpen ? words.register : words.correct}
      </UiLink>
    </li>
  );
}
