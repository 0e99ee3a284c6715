import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@forspring/database/open-database';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import {
  countedFactsOf,
  registeredOf,
  type RegisteredSession,
} from '@forspring/domain/participation/registered-session.rules';
import { maxDevices, type SessionEntry } from '@forspring/domain/participation/session-entry';
import { mergeEntries, type MergedSession, withEntry } from '@forspring/domain/participation/session-entry.rules';
import { shownChangeCount } from '@forspring/domain/participation/shown-session';
import { changeDeliveries, difference, touchesHours } from '../../kernel/figures.ts';
import type { Sent } from '../../kernel/procedure.ts';
import { writeEntry } from './session-entry.store.ts';
import type { FullSession, KeptEntry } from './shown-session.store.ts';

/** Several changes by one person within so many milliseconds are one line of a session's history. */
const changeMillis = 600_000;

interface Ask {
  entry: SessionEntry;
  /** Whom the device belongs to; null at a kiosk, where nobody is signed in. */
  by: { userId: string; name: string } | null;
  /** The command whose receipt and trace are written; null at a kiosk, where a trail of taps would tell who came when. */
  sent: Sent | null;
  at: Date;
  today: string;
  /** Whether the session and its project's figures are held, so that a largest evening can be looked up anew. */
  isHeldFast: boolean;
}

/**
 * Writes one device's entry into a session that was read whole, with what the session now counts, its project's figures,
 * history, receipt and trace; answers the session as it then is. Null: somebody else wrote first, or the session must be
 * held fast because fewer came than was thought or because promises of partners are counted by it. An entry that is not newer than the stored one changes nothing.
 */
export async function keepEntry(em: EntityManager, session: FullSession, ask: Ask): Promise<FullSession | null> {
  const { entry, by, sent, at } = ask;
  const known = session.entries.find(({ deviceId }) => deviceId === entry.deviceId);
  if (known && known.byId !== (by?.userId ?? null)) throw participationProblems.deviceOfAnother();
  if (!known && session.entries.length >= maxDevices) throw participationProblems.tooManyDevices(maxDevices);
  if (session.countUnit === 'contact' && entry.firstTimeCount !== null) throw participationProblems.noFirstTimers();
  if (known && known.revision >= entry.revision) return session;

  const stored: KeptEntry = { ...entry, byId: by?.userId ?? null, byName: by?.name ?? null, at: at.toISOString() };
  const entries = withEntry(session.entries, stored).sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1));
  const merged = mergeEntries(entries);
  const isHeld = merged.outcome?.state === 'held';
  if (isHeld && session.heldOn > ask.today) throw participationProblems.tooEarly(session.heldOn);
  const registered = registeredHere(session, merged);
  const before = { ...session, state: session.storedState };
  const after = { ...session, ...registered };
  const isFewer = largeCountOf(after) < largeCountOf(before);
  const figures = difference(sessionFigures(before), sessionFigures(after));
  const isDelivered = touchesHours(figures);
  if ((isFewer || (isDelivered && session.hasPromiseValues)) && !ask.isHeldFast) return null;

  const headcounts = isHeld ? merged.counts : [];
  const change = {
    // What a kiosk counts is one line of the history, however long it is open.
    id: by === null ? entry.deviceId : changeIdOf(session.id, by.userId, at),
    before: countedFactsOf(before),
    after: countedFactsOf(registered),
  };
  const elementCount = registered.deliveredElements === null ? null : (session.coreElements?.length ?? 0);
  const [written] = await writeEntry(em, {
    ...registered,
    commandId: sent?.commandId ?? null,
    senderId: sent?.senderId ?? null,
    procedure: sent?.procedure ?? null,
    sessionId: session.id,
    version: session.version,
    projectId: session.projectId,
    municipalityId: session.place.municipalityId,
    heldOn: session.heldOn,
    byId: stored.byId,
    at,
    deviceId: entry.deviceId,
    revision: entry.revision,
    counts: JSON.stringify(entry.counts),
    codes: JSON.stringify(entry.codes),
    facts: JSON.stringify(entry.facts),
    entryFirstTimeCount: entry.firstTimeCount,
    deliveredElements: registered.deliveredElements && `{${registered.deliveredElements.join(',')}}`,
    elementCount,
    headcounts: JSON.stringify(headcounts),
    // Cards belong to the specific tier, where the project chose them.
    shownCodes: JSON.stringify(isHeld && session.usesCodes && session.tier === 'specific' ? merged.codes : []),
    changeId: change.id,
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
    traceId: randomUUID(),
    action: registered.state === 'cancelled' ? 'cancelSession' : 'registerSession',
    changed: JSON.stringify(changedIn(known, entry)),
    figures: JSON.stringify(figures),
    largeCount: largeCountOf(after),
    isFewer,
  });
  if (!written) return null;
  // A promise may have been given a value since the session was read.
  if (isDelivered && written.hasValues) await em.transactional((inner) => changeDeliveries(inner, session.projectId));
  const told = session.changes.find(({ id }) => id === change.id) ?? change;
  const latest = { ...told, after: change.after, byName: stored.byName, at: stored.at };
  return {
    ...after,
    storedState: registered.state,
    version: session.version + 1,
    entries,
    headcounts,
    codes: written.codes,
    registeredByName: stored.byName,
    registeredAt: at,
    changes: [latest, ...session.changes.filter(({ id }) => id !== change.id)].slice(0, shownChangeCount),
  };
}

/** What the session's row keeps; a core element the recipe does not have was not delivered. */
function registeredHere(session: FullSession, merged: MergedSession): RegisteredSession {
  const registered = registeredOf(merged, session.countUnit);
  const coreCount = session.coreElements?.length ?? 0;
  return {
    ...registered,
    deliveredElements: registered.deliveredElements?.filter((place) => place < coreCount) ?? null,
  };
}

/** What a session means to its project's largest evening. */
const largeCountOf = (session: Pick<FullSession, 'countUnit' | 'visitCount'> & { state: string }): number =>
  session.state === 'held' && session.countUnit === 'visit' ? (session.visitCount ?? 0) : 0;

/** One id for everything a person changes about a session within the same ten minutes. */
function changeIdOf(sessionId: string, userId: string, at: Date): string {
  const minutes = Math.floor(at.getTime() / changeMillis);
  const hex = createHash('sha256').update(`${sessionId}/${userId}/${minutes}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Names of the parts of an entry that differ from the stored one. */
function changedIn(known: SessionEntry | undefined, entry: SessionEntry): string[] {
  const parts = ['counts', 'firstTimeCount', 'codes'] as const;
  const own = parts.filter((part) => JSON.stringify(known?.[part] ?? null) !== JSON.stringify(entry[part]));
  const facts = Object.keys(entry.facts).filter((name) => {
    const key = name as keyof SessionEntry['facts'];
    return known?.facts[key]?.revision !== entry.facts[key]?.revision;
  });
  return [...own, ...facts];
}
