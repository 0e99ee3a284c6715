import { createHash } from 'node:crypto';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayRegisterSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import { countedFactsOf, registeredOf } from '@forspring/domain/participation/registered-session.rules';
import { maxDevices, type SessionEntry } from '@forspring/domain/participation/session-entry';
import { mergeEntries, withEntry } from '@forspring/domain/participation/session-entry.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { findCards, lockSession, ownersOfDevices, writeEntry } from './session-entry.store.ts';
import { type FullSession, findShownSession, fullSessions, shownTo } from './shown-session.store.ts';

type Context = CommandContext & { project: ProjectPlace };

/** Several changes by one person within so many milliseconds are one line of a session's history. */
const changeMillis = 600_000;

/**
 * Takes what one device has registered about a session and keeps what all devices say together. An entry that is not
 * newer than the stored one changes nothing and is answered with what is stored, so that a phone may send as often as it
 * likes. A card the project does not know counts nothing and never stops the evening.
 */
export async function registerSession(
  ctx: Context,
  { sessionId, entry }: { sessionId: string; entry: SessionEntry },
): Promise<ShownSession> {
  const { em, actor, project, clock } = ctx;
  await lockSession(em, sessionId);
  const session = await fullSessions(em).where('session.id', '=', sessionId).executeTakeFirst();
  const before = session ? shownTo(ctx, session) : null;
  if (!session || !before) throw commonProblems.missing();
  if (!mayRegisterSession(actor, project, session)) throw commonProblems.refused();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);

  const owners = await ownersOfDevices(em, sessionId);
  if (owners.has(entry.deviceId) && owners.get(entry.deviceId) !== actor.userId)
    throw participationProblems.deviceOfAnother();
  if (!owners.has(entry.deviceId) && owners.size >= maxDevices) throw participationProblems.tooManyDevices(maxDevices);
  if (session.countUnit === 'contact' && entry.firstTimeCount !== null) throw participationProblems.noFirstTimers();
  const known = session.entries.find(({ deviceId }) => deviceId === entry.deviceId);
  if (known && known.revision >= entry.revision) {
    ctx.audit.leaveNothing();
    return before;
  }

  const at = clock.now();
  const stored = { ...entry, byName: actor.name, at: at.toISOString() };
  const merged = mergeEntries(withEntry(session.entries, stored));
  if (merged.outcome?.state === 'held' && session.heldOn > clock.today())
    throw participationProblems.tooEarly(session.heldOn);
  const isHeld = merged.outcome?.state === 'held';
  const cards = isHeld && usesCards(session) ? await findCards(em, session, merged.codes) : [];
  const coreCount = session.coreElements?.length ?? 0;
  const told = registeredOf(merged, session.countUnit);
  const registered = {
    ...told,
    deliveredElements: told.deliveredElements?.filter((place) => place < coreCount) ?? null,
  };

  await writeEntry(em, {
    sessionId,
    entry,
    byId: actor.userId,
    at,
    registered,
    elementCount: registered.deliveredElements === null ? null : coreCount,
    headcounts: isHeld ? merged.counts : [],
    cards,
    change: {
      id: changeIdOf(sessionId, actor.userId, at),
      before: countedFactsOf({ ...session, state: session.storedState }),
      after: countedFactsOf(registered),
    },
  });
  const figuresBefore = sessionFigures({ ...session, state: session.storedState });
  const figuresAfter = sessionFigures({ ...session, ...registered });
  await changeFigures(em, session.projectId, difference(figuresBefore, figuresAfter));
  ctx.audit.leave({
    action: registered.state === 'cancelled' ? 'cancelSession' : 'registerSession',
    subjectKind: 'session',
    subjectId: sessionId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: changedIn(known, entry),
  });
  return findShownSession(em, ctx, sessionId);
}

/** Cards belong to the specific tier, where the project chose them. */
const usesCards = ({ usesCodes, tier }: FullSession) => usesCodes && tier === 'specific';

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
