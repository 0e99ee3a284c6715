import { sql } from 'kysely';
import { addDays } from '@forspring/domain/measures/day';
import { maxPocketSessions, type Pocket, pocketDays } from '@forspring/domain/participation/shown-session';
import type { SignedInContext } from '../../kernel/context.ts';
import { reader } from '@forspring/database/reader';
import { ownSessionsOf } from './own-sessions.store.ts';
import { sessionRows } from './participation.store.ts';
import { fullSessions, shownTo } from './shown-session.store.ts';

/** Everything a phone keeps for registering without network: one's own sessions around today, nothing of others. */
export async function listPocket({ em, actor, clock }: SignedInContext): Promise<Pocket> {
  const today = clock.today();
  const isOwn = ownSessionsOf(actor);
  if (isOwn === null) return { today, sessions: [], olderUnregisteredCount: 0 };
  const firstOn = addDays(today, -pocketDays.back);
  const rows = await fullSessions(reader(em))
    .where((session) => isOwn(session as never))
    .where('session.heldOn', '>=', firstOn)
    .where('session.heldOn', '<=', addDays(today, pocketDays.ahead))
    // Where there are more than a phone keeps, it keeps the nearest.
    .orderBy((session) => sql`abs(${session.ref('session.heldOn')} - ${today}::date)`)
    .orderBy('session.startMinute')
    .orderBy('session.id')
    .limit(maxPocketSessions)
    .execute();
  const older = await sessionRows(em)
    .where((session) => isOwn(session as never))
    .where('session.state', '=', 'planned')
    .where('session.heldOn', '<', firstOn)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  const sessions = rows.flatMap((row) => shownTo({ actor, clock }, row) ?? []);
  sessions.sort((a, b) => (a.heldOn === b.heldOn ? a.startMinute - b.startMinute : a.heldOn < b.heldOn ? -1 : 1));
  return { today, sessions, olderUnregisteredCount: older.count };
}
