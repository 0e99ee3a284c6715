import './participation.css';
import { lazy, Suspense } from 'react';
import { PageTabs, Section } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { isUnsent } from '../../kernel/offline/phone-store.ts';
import { useIsOnline, useQueueState } from '../../kernel/offline/use-queue.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { viewAddresses } from './listed-views.ts';
import type { ListedView } from './listed-views.ts';
import { useMissingCount } from './missing-list.tsx';
import { OlderEntries, OwnSessionsList } from './own-sessions-list.tsx';
import { sessionsWords } from './sessions.words.ts';
import { useOwnSessions } from './use-own-sessions.ts';

// A table with search and pages is no part of what a phone needs tonight.
const MySessionsTable = lazy(() => import('./my-sessions-table.tsx'));

/** One's own sessions to work through: missing, earlier to correct, coming. Without network those that are on the phone. */
export function MySessionsPanel({ view }: { view: ListedView }) {
  const words = useWords(sessionsWords);
  const { number } = useFormats();
  const isOnline = useIsOnline();
  const { isStuck } = useQueueState();
  const missingCount = useMissingCount();
  return (
    <>
      <WaitingEntries />
      <PageTabs
        label={words.viewsLabel}
        tabs={(['missing', 'earlier', 'coming'] as const).map((one) => ({
          title:
            one === 'missing' && missingCount > 0 ? `${words.views[one]} (${number(missingCount)})` : words.views[one],
          href: viewAddresses[one],
          isCurrent: one === view,
        }))}
      />
      {isOnline && !isStuck ? (
        <Suspense fallback={<Loading lines={4} />}>
          <MySessionsTable view={view} />
        </Suspense>
      ) : (
        <SessionsOnPhone view={view} />
      )}
    </>
  );
}

function SessionsOnPhone({ view }: { view: ListedView }) {
  const words = useWords(sessionsWords);
  const { counted } = useFormats();
  const { missing, registered, coming, olderUnregisteredCount } = useOwnSessions();
  const sessions = { missing, earlier: registered, coming }[view];
  return (
    <div className="pa-list">
      <p className="fs-help">{words.onPhone}</p>
      {view === 'missing' && olderUnregisteredCount > 0 && (
        <p className="fs-help">{words.olderMissing(counted(olderUnregisteredCount, words.missingCount))}</p>
      )}
      {sessions.length === 0 ? (
        <p className="fs-quiet">{words.empty[view]}</p>
      ) : (
        <OwnSessionsList sessions={sessions} />
      )}
    </div>
  );
}

/** What is on this phone only, of whatever day; nothing where all is sent. */
function WaitingEntries() {
  const words = useWords(sessionsWords);
  const { tonight, missing, registered, coming } = useOwnSessions();
  const { entries } = useQueueState();
  const shownAbove = new Set(tonight.map(({ session }) => session.id));
  const own = [...missing, ...registered, ...coming];
  const waiting = own.filter(
    ({ session, kept, merged }) =>
      !shownAbove.has(session.id) && ((kept !== undefined && isUnsent(kept)) || merged.choices.length > 0),
  );
  const known = new Set(own.map(({ session }) => session.id));
  const older = [...entries.values()].filter(
    (kept) => isUnsent(kept) && !known.has(kept.sessionId) && !shownAbove.has(kept.sessionId),
  );
  if (waiting.length + older.length === 0) return null;
  return (
    <Section title={words.waiting} help={words.waitingHelp}>
      <OwnSessionsList sessions={waiting} />
      {older.length > 0 && <OlderEntries entries={older} />}
    </Section>
  );
}
