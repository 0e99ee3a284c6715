import './participation.css';
import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { FactLine } from '@forspring/ui/page';
import { UiLink } from '@forspring/ui/link';
import { StatusBadge } from '@forspring/ui/tier';
import type { ShownSessionRow } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { sessionsWords } from './sessions.words.ts';

/** Tonight's sessions with the button that registers; nothing where there are none, unless `isAlways` asks for a line. */
export function TonightCard({ isAlways = false }: { isAlways?: boolean }) {
  const words = useWords(sessionsWords);
  const { data } = useSuspenseQuery(trpc.participation.listMySessions.queryOptions({ view: 'tonight', pageSize: 10 }));
  if (data.rows.length === 0) return isAlways ? <p className="fs-quiet">{words.noneTonight}</p> : null;
  return (
    <ul className="pa-tonight">
      {data.rows.map((session) => (
        <TonightSession key={session.id} session={session} />
      ))}
    </ul>
  );
}

function TonightSession({ session }: { session: ShownSessionRow }) {
  const words = useWords(sessionsWords);
  const { clockRange, counted } = useFormats();
  const unit = session.countUnit === 'contact' ? words.contactsCount : words.visitsCount;
  const isOpen = session.state === 'planned' || session.state === 'unregistered';
  return (
    <li>
      <div>
        <strong>{session.title}</strong> {!isOpen && <StatusBadge label={words.states[session.state]} look="quiet" />}
        <FactLine
          facts={[
            clockRange(session.startMinute, session.endMinute),
            ...(session.venueName === null ? [] : [session.venueName]),
            ...(session.projectTitle === session.title ? [] : [session.projectTitle]),
            ...(session.visitCount === null ? [] : [counted(session.visitCount, unit)]),
          ]}
        />
      </div>
      <Button
        component={UiLink}
        href={`/gange/${session.id}`}
        size="md"
        variant={isOpen ? 'filled' : 'default'}
        aria-label={`${isOpen ? words.register : words.correct}: ${session.title}`}
      >
        {isOpen ? words.register : words.correct}
      </Button>
    </li>
  );
}
