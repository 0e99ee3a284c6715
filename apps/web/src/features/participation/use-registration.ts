import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FactName, FactValue, SessionEntry } from '@forspring/domain/participation/session-entry';
import {
  countAt,
  mergeEntries,
  setCard,
  setCount,
  setFact,
  setFirstTimeCount,
} from '@forspring/domain/participation/session-entry.rules';
import type { CountPlace, MergedSession } from '@forspring/domain/participation/session-entry.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { keepSession, pocketSession } from '../../kernel/offline/pocket.ts';
import type { KeptEntry } from '../../kernel/offline/phone-store.ts';
import { queue } from '../../kernel/offline/queue-of-phone.ts';
import { allEntries } from '../../kernel/offline/queue.ts';
import { useIsOnline, useKeptEntry } from '../../kernel/offline/use-queue.ts';

/** How often the page asks whether another phone has counted. */
const LOOK_MILLIS = 2000;

/** One session: from the phone at once where it is one's own, from the server as soon as it answers. */
export function useSession(sessionId: string): ShownSession {
  const kept = useKeptEntry(sessionId);
  const known = pocketSession(sessionId) ?? kept?.session ?? undefined;
  const asked = useSuspenseQuery({
    ...trpc.participation.showSession.queryOptions({ sessionId }),
    initialData: known,
    initialDataUpdatedAt: 0,
  }).data;
  // What a sending was answered with may be newer than what was fetched.
  return kept?.session && kept.session.version > asked.version ? kept.session : asked;
}

/** Asks every other second whether the session has changed, while somebody looks and there is a network. */
export function useLiveSession(session: ShownSession) {
  const isOnline = useIsOnline();
  const { data } = useQuery({
    ...trpc.participation.showVersion.queryOptions({ sessionId: session.id }),
    refetchInterval: LOOK_MILLIS,
    refetchIntervalInBackground: false,
    retry: false,
    enabled: isOnline,
    staleTime: 0,
    gcTime: 0,
  });
  const isOlder = data !== undefined && data.version > session.version;
  const fresh = useQuery({
    ...trpc.participation.showSession.queryOptions({ sessionId: session.id }),
    enabled: false,
  });
  const { refetch } = fresh;
  useEffect(() => {
    if (isOlder) void refetch().then(({ data: shown }) => shown && keepSession(shown));
  }, [isOlder, data?.version, refetch]);
}

/** Everything the registration of one session needs: what all phones say together, and how to say more. */
export interface Registration {
  session: ShownSession;
  kept: KeptEntry | undefined;
  own: SessionEntry;
  entries: SessionEntry[];
  merged: MergedSession;
  /** First-timers as they were counted, which may be more than the visits so far. */
  countedFirstTimers: number | null;
  countAt: (place: CountPlace) => number;
  setCount: (place: CountPlace, totalCount: number) => void;
  setFirstTimeCount: (totalCount: number | null) => void;
  setCard: (code: string, isShown: boolean) => void;
  setFact: <Name extends FactName>(name: Name, value: FactValue<Name>, isText?: boolean) => void;
  undo: () => void;
}

/** The registration of one session on this phone, with every other phone's as far as it is known. */
export function useRegistration(session: ShownSession): Registration {
  const kept = useKeptEntry(session.id);
  const own = queue.ownEntry(session);
  const entries = allEntries(session, own);
  const counted = entries.flatMap(({ firstTimeCount }) => firstTimeCount ?? []);
  return {
    session,
    kept,
    own,
    entries,
    merged: mergeEntries(entries),
    countedFirstTimers:
      counted.length === 0
        ? null
        : Math.max(
            0,
            counted.reduce((sum, one) => sum + one, 0),
          ),
    countAt: (place) => countAt(entries, place),
    setCount: (place, totalCount) => {
      const what = `count/${place.ageBand}/${place.gender}`;
      queue.change(session, what, (all, mine) => setCount(all, mine, place, totalCount));
    },
    setFirstTimeCount: (totalCount) =>
      queue.change(session, 'firstTime', (all, mine) => setFirstTimeCount(all, mine, totalCount)),
    setCard: (code, isShown) => queue.change(session, 'code', (all, mine) => setCard(all, mine, code, isShown)),
    setFact: (name, value, isText = false) =>
      queue.change(session, name, (all, mine) => setFact(all, mine, name, value), isText),
    undo: () => queue.undo(session),
  };
}
