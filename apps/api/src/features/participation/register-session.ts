import { commonProblems } from '@forspring/domain/measures/problem';
import type { EntityManager } from '@forspring/database/open-database';
import { mayRegisterSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { periodProblems } from '@forspring/domain/projects/period-lock.problems';
import { isOpened, lockOn } from '@forspring/domain/projects/period-lock.rules';
import { mayRecord } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import type { Enter, Sent } from '../../kernel/procedure.ts';
import { keepEntry } from './keep-entry.ts';
import { findForEntry, holdSession } from './session-entry.store.ts';
import { shownTo } from './shown-session.store.ts';

type Context = SignedInContext & { sent: Sent; enter: Enter };

/** How often a session that others register too is read again before it is held for oneself. */
const freeTries = 3;

/**
 * Takes what one device has registered about a session and keeps what all devices say together, in two statements: what
 * is stored is read, and upon that very version everything is written. Where another phone was faster it is read again.
 * The same command sent again, and an entry that is not newer than the stored one, change nothing and are answered with
 * what is stored, so that a phone may send as often as it likes.
 */
export async function registerSession(
  ctx: Context,
  input: { sessionId: string; entry: SessionEntry },
): Promise<ShownSession> {
  for (let tries = 0; tries < freeTries; tries += 1) {
    const shown = await tryToRegister(ctx, ctx.em, input, false);
    if (shown) return shown;
  }
  return ctx.em.transactional(async (em) => {
    await holdSession(em, input.sessionId);
    const shown = await tryToRegister(ctx, em, input, true);
    if (!shown) throw new Error('A session that is held was written by somebody else');
    return shown;
  });
}

/** Null: what was read has changed meanwhile, or must be held to be corrected downwards. */
async function tryToRegister(
  ctx: Context,
  em: EntityManager,
  { sessionId, entry }: { sessionId: string; entry: SessionEntry },
  isHeldFast: boolean,
): Promise<ShownSession | null> {
  const { actor, clock, sent } = ctx;
  const [session] = await findForEntry(em, { sessionId, commandId: sent.commandId });
  const { isCarriedOut } = ctx.enter(session?.place ?? null, session?.receipt ?? null);
  const stored = session ? shownTo(ctx, session) : null;
  if (!session || !stored) throw commonProblems.missing();
  if (isCarriedOut) return stored;
  const { place: project } = session;
  if (!mayRegisterSession(actor, project, session)) throw commonProblems.refused();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  const today = clock.today();
  const lock = lockOn(session.locks, [session.heldOn], today);
  if (lock) throw periodProblems.locked(lock);
  if (!mayRecord(project.status, isOpened(session.locks, session.heldOn, today)))
    throw participationProblems.notOpen(project.status);
  // A late correction and the draft that tells of it are one transaction.
  const isLate = project.status === 'evaluated';
  if (isLate && !isHeldFast) return null;
  const by = { userId: actor.userId, name: actor.name };
  const kept = await keepEntry(em, session, { entry, by, sent, at: clock.now(), today, isHeldFast });
  if (isLate && kept && kept.version !== session.version) await draftCorrection({ em, clock }, project.projectId);
  return kept && shownTo(ctx, kept);
}
