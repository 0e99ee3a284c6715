import type { KioskContext } from '../../kernel/context.ts';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { TapOutcome } from '@forspring/domain/participation/kiosk';
import { afterTap, type Tap } from '@forspring/domain/participation/kiosk.rules';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { emptyEntry, mergeEntries } from '@forspring/domain/participation/session-entry.rules';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import { bandAt } from './kiosk.store.ts';
import { keepEntry } from './keep-entry.ts';
import { findCard, holdSession } from './session-entry.store.ts';
import { findFullSession } from './shown-session.store.ts';

/**
 * Counts somebody who tapped in, as one more in the kiosk's own entry of its session. A card shown already tonight is
 * not counted again; a card of nowhere is refused kindly, or, when it waited for the network and nobody stands there any
 * more, counted without the card. Nothing that is written tells when: every tap carries the kiosk's opening time.
 */
export async function registerTap(
  { em, kiosk, clock }: KioskContext,
  { isLate, ...tap }: Tap & { isLate: boolean },
): Promise<{ outcome: TapOutcome }> {
  const { kioskId, sessionId } = kiosk;
  await holdSession(em, sessionId);
  const session = await findFullSession(em, sessionId);
  if (!session) throw commonProblems.missing();
  const { place: project } = session;
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  const { openedAt } = await reader(em)
    .selectFrom('kiosk')
    .where('id', '=', kioskId)
    .select('openedAt')
    .executeTakeFirstOrThrow();

  const usesCards = session.usesCodes && session.tier === 'specific';
  const card = tap.code === null || !usesCards ? null : await findCard(em, session, tap.code);
  if (tap.code !== null && card === null && !isLate) return { outcome: 'unknownCard' };
  const code = card?.code ?? null;
  const before = mergeEntries(session.entries);
  if (code !== null && before.codes.includes(code)) return { outcome: 'already' };

  const own = session.entries.find(({ deviceId }) => deviceId === kioskId) ?? emptyEntry(kioskId);
  const entry = afterTap(session.entries, own, { ...tap, code }, bandAt(session, clock.now()));
  const today = clock.today();
  const kept = await keepEntry(em, session, { entry, by: null, sent: null, at: openedAt, today, isHeldFast: true });
  if (!kept) throw new Error('A session that is held was written by somebody else');
  return { outcome: 'counted' };
}
