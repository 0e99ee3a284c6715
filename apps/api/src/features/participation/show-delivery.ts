import { sql } from 'kysely';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import { reader } from '@forspring/database/reader';
import { toMinutes } from '@forspring/domain/measures/counts';
import type { MissedSession, ShownDelivery } from '@forspring/domain/participation/delivery';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';

/** A project runs a year at most; more missed evenings than days would be a defect. */
const maxMissed = 400;

/** Sessions and hours delivered of those that should have been by now, and every missed evening with its reason. */
export async function showDelivery({
  em,
  project,
  clock,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownDelivery> {
  const today = clock.today();
  const { rows } = await sql<{
    state: 'held' | 'cancelled' | 'unregistered' | 'coming';
    count: number;
    length: number;
  }>`
    select case when state <> 'planned' then state when held_on >= ${today}::date then 'coming' else 'unregistered' end as state,
      sum(session_count)::int as count, sum(length_minutes)::int as length
    from (${countedSessions}) as counted where project_id = ${project.projectId} group by 1
  `.execute(reader(em));
  const partOf = (state: (typeof rows)[number]['state']) => {
    const row = rows.find((one) => one.state === state);
    return { sessionCount: row?.count ?? 0, minutes: toMinutes(row?.length ?? 0) };
  };
  const missed = await reader(em)
    .selectFrom('session')
    .where('projectId', '=', project.projectId)
    .where((session) =>
      session.or([
        session('state', '=', 'cancelled'),
        session.and([session('state', '=', 'planned'), session('heldOn', '<', today)]),
      ]),
    )
    .orderBy('heldOn', 'desc')
    .orderBy('id')
    .select(['id', 'heldOn', 'title', 'startMinute', 'endMinute', 'state', 'cancelledBy', 'cancelReason'])
    .limit(maxMissed)
    .execute();
  return {
    untilOn: today,
    held: partOf('held'),
    cancelled: partOf('cancelled'),
    unregistered: partOf('unregistered'),
    coming: partOf('coming'),
    missed: missed.map((session): MissedSession => ({
      sessionId: session.id,
      on: session.heldOn,
      title: session.title,
      minutes: toMinutes(session.endMinute - session.startMinute),
      state: session.state === 'cancelled' ? 'cancelled' : 'unregistered',
      cancelledBy: session.cancelledBy,
      reason: session.cancelReason,
    })),
  };
}
