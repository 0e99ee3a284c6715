import { findProjectPlace } from '../../kernel/project-place.ts';
import type { KioskContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { TapOutcome } from '@forspring/domain/participation/kiosk';
import { afterTap, type Tap } from '@forspring/domain/participation/kiosk.rules';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import { countedFactsOf, registeredOf } from '@forspring/domain/participation/registered-session.rules';
import { emptyEntry, mergeEntries, withEntry } from '@forspring/domain/participation/session-entry.rules';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import { bandAt } from './kiosk.store.ts';
import { findCards, lockSession, writeEntry } from './session-entry.store.ts';
import { fullSessions } from './shown-session.store.ts';

/**
 * Counts somebody who tapped in, as one more in the kiosk's own entry of its session. A card shown already tonight is
 * not counted again; a card of nowhere is refused kindly, or, when it waited for the network and nobody stands there any
 * more, counted without the card. Nothing that is written tells when: every tap carries the kiosk's opening time.
 */
export async function registerTap(
  { em, kiosk, clock }: KioskContext,
  { isLate, ...tap }: Tap & { isLate: boolean },
): Promise<{ outcome: TapOutcome }> {
  const { kioskId, sessionId, projectId } = kiosk;
  await lockSession(em, sessionId);
  const session = await fullSessions(em).where('session.id', '=', sessionId).executeTakeFirst();
  const project = await findProjectPlace(em, projectId);
  if (!session || !project) throw commonProblems.missing();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  const { openedAt } = await reader(em)
    .selectFrom('kiosk')
    .where('id', '=', kioskId)
    .select('openedAt')
    .executeTakeFirstOrThrow();

  const usesCards = session.usesCodes && session.tier === 'specific';
  const known = tap.code === null ? [] : usesCards ? await findCards(em, session, [tap.code]) : [];
  if (tap.code !== null && known.length === 0 && !isLate) return { outcome: 'unknownCard' };
  const code = known[0]?.code ?? null;
  const before = mergeEntries(session.entries);
  if (code !== null && before.codes.includes(code)) return { outcome: 'already' };

  const own = session.entries.find(({ deviceId }) => deviceId === kioskId) ?? emptyEntry(kioskId);
  const next = afterTap(session.entries, own, { ...tap, code }, bandAt(session, clock.now()));
  const entry = { ...next, byName: null, at: openedAt.toISOString() };
  const merged = mergeEntries(withEntry(session.entries, entry));
  const isHeld = merged.outcome?.state === 'held';
  const registered = registeredOf(merged, session.countUnit);
  await writeEntry(em, {
    sessionId,
    entry: next,
    byId: null,
    at: openedAt,
    registered,
    elementCount: registered.deliveredElements === null ? null : (session.coreElements?.length ?? 0),
    headcounts: isHeld ? merged.counts : [],
    cards: isHeld && usesCards ? await findCards(em, session, merged.codes) : [],
    change: {
      // One line of the session's history for the whole kiosk.
      id: kioskId,
      before: countedFactsOf({ ...session, state: session.storedState }),
      after: countedFactsOf(registered),
    },
  });
  const figuresBefore = sessionFigures({ ...session, state: session.storedState });
  await changeFigures(em, projectId, difference(figuresBefore, sessionFigures({ ...session, ...registered })));
  return { outcome: 'counted' };
}
