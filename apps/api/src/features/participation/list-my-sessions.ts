import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays } from '@forspring/domain/measures/day';
import { isTonight } from '@forspring/domain/participation/participation.rules';
import type { MySessions, mySessionsAsk, SessionView } from '@forspring/domain/participation/shown-session';
import type { SignedInContext } from '../../kernel/context.ts';
import { minuteNow, sessionColumns, sessionRows, shownRow } from './participation.store.ts';
import { ownSessionsOf } from './own-sessions.store.ts';

const maxCount = 1000;

/** The sessions that are one's own to register, one view of them at a time. */
export async function listMySessions(ctx: SignedInContext, ask: z.infer<typeof mySessionsAsk>): Promise<MySessions> {
  const { em, actor, clock } = ctx;
  const today = clock.today();
  const isOwn = ownSessionsOf(actor);
  if (isOwn === null) return { rows: [], totalCount: 0, isMore: false, counts: { tonight: 0, missing: 0 } };
  const own = sessionRows(em).where((session) => isOwn(session as never));

  // Few rows a day: which of last night's are still tonight's is the domain's rule, not SQL's.
  const near = await own
    .where('session.heldOn', 'in', [today, addDays(today, -1)])
    .select(['session.id', 'session.heldOn', 'session.endMinute'])
    .execute();
  const tonightIds = near.filter((session) => isTonight(session, today, minuteNow(clock))).map(({ id }) => id);
  const missing = await own
    .where('session.state', '=', 'planned')
    .where('session.heldOn', '<', today)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();

  const inView = (view: SessionView) => {
    if (view === 'tonight')
      return own.where('session.id', 'in', tonightIds.length > 0 ? tonightIds : [sql<string>`null`]);
    if (view === 'missing') return own.where('session.state', '=', 'planned').where('session.heldOn', '<', today);
    if (view === 'coming') return own.where('session.heldOn', '>', today);
    return own.where('session.state', '!=', 'planned').where('session.heldOn', '<=', today);
  };
  const pattern = `%${ask.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const found =
    ask.search === ''
      ? inView(ask.view)
      : inView(ask.view).where((session) =>
          session.or([
            session('project.title', 'ilike', pattern),
            session('session.title', 'ilike', pattern),
            session('venue.name', 'ilike', pattern),
          ]),
        );
  const counted = await found.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const order = ask.view === 'tonight' || ask.view === 'coming' ? 'asc' : 'desc';
  const rows = await found
    .select(sessionColumns)
    .orderBy('session.heldOn', order)
    .orderBy('session.startMinute', order)
    .orderBy('session.id')
    .limit(ask.pageSize)
    .offset((ask.page - 1) * ask.pageSize)
    .execute();
  return {
    rows: rows.map((row) => shownRow(row, today)),
    totalCount: Math.min(counted.count, maxCount),
    isMore: counted.count > maxCount,
    counts: { tonight: tonightIds.length, missing: missing.count },
  };
}
