import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { minuteOf } from '@forspring/domain/measures/day';
import { isTonight, shownStateOf } from '@forspring/domain/participation/participation.rules';
import { mergeEntries } from '@forspring/domain/participation/session-entry.rules';
import type { MergedSession } from '@forspring/domain/participation/session-entry.rules';
import type { ShownSessionState } from '@forspring/domain/participation/session';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { pocketOptions } from '../../kernel/offline/pocket.ts';
import type { KeptEntry } from '../../kernel/offline/phone-store.ts';
import { queue } from '../../kernel/offline/queue-of-phone.ts';
import { allEntries } from '../../kernel/offline/queue.ts';
import { useQueueState } from '../../kernel/offline/use-queue.ts';
import { useMe } from '../../kernel/session.ts';

/** One of a person's own sessions as it stands with what this phone has yet to send. */
export interface OwnSession {
  session: ShownSession;
  merged: MergedSession;
  state: ShownSessionState;
  kept: KeptEntry | undefined;
}

/** The person's own sessions around today, from the phone at once. The latest missing one is first. */
export interface OwnSessions {
  tonight: OwnSession[];
  missing: OwnSession[];
  /** Registered within the last two weeks, the latest first. */
  registered: OwnSession[];
  coming: OwnSession[];
  /** Missing ones too long ago to be on the phone. */
  olderUnregisteredCount: number;
}

/** What is tonight, missing, registered and coming, with or without network; waits only where the phone has nothing yet. */
export function useOwnSessions(): OwnSessions {
  const { data } = useSuspenseQuery(pocketOptions());
  const { entries } = useQueueState();
  const { today } = useMe();
  const [openedAt] = useState(() => new Date());
  const own = data.sessions.map((fetched): OwnSession => {
    const kept = entries.get(fetched.id);
    const session = kept?.session && kept.session.version > fetched.version ? kept.session : fetched;
    const merged = mergeEntries(allEntries(session, queue.ownEntry(session)));
    const stored = session.entries.length === 0 && kept === undefined ? session.storedState : merged.outcome?.state;
    return { session, merged, kept, state: shownStateOf(stored ?? 'planned', session.heldOn, today) };
  });
  const latestFirst = own.toReversed();
  return {
    tonight: own.filter(({ session }) => isTonight(session, today, minuteOf(openedAt))),
    missing: latestFirst.filter(({ state }) => state === 'unregistered'),
    registered: latestFirst.filter(({ state }) => state === 'held' || state === 'cancelled'),
    coming: own.filter(({ session }) => session.heldOn > today),
    olderUnregisteredCount: data.olderUnregisteredCount,
  };
}
