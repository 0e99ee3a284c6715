import { sql } from 'kysely';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { CountedMonth } from '../../kernel/gated-months.ts';

/** One month as it was counted; never shown as it is to anybody who does not register. */
export interface WorkedMonth extends CountedMonth {
  plannedCount: number;
  cancelledCount: number;
  unregisteredCount: number;
  heldMinutes: number;
}

/** A project's months from the first to the last in which anything is planned or counted, the empty ones between included. */
export async function countedMonths(em: EntityManager, projectId: string, today: string): Promise<WorkedMonth[]> {
  const { rows } = await sql<Omit<WorkedMonth, 'outreachContactCount'>>`
    select month,
      coalesce(sum(session_count) filter (where state = 'planned' and held_on >= ${today}::date), 0)::int as "plannedCount",
      coalesce(sum(session_count) filter (where state = 'planned' and (held_on is null or held_on < ${today}::date)), 0)::int as "unregisteredCount",
      coalesce(sum(session_count) filter (where state = 'held'), 0)::int as "heldCount",
      coalesce(sum(session_count) filter (where state = 'cancelled'), 0)::int as "cancelledCount",
      coalesce(sum(counted_count) filter (where state = 'held' and count_unit = 'visit'), 0)::int as "visitCount",
      coalesce(sum(counted_count) filter (where state = 'held' and count_unit = 'contact'), 0)::int as "sessionContactCount",
      coalesce(sum(length_minutes) filter (where state = 'held'), 0)::int as "heldMinutes"
    from (${countedSessions}) as counted where project_id = ${projectId} group by 1 order by 1
  `.execute(reader(em));
  const outreach = await reader(em)
    .selectFrom('openActivity')
    .where('projectId', '=', projectId)
    .where('kind', '=', 'outreach')
    .select([sql<string>`to_char(on_day, 'YYYY-MM')`.as('month'), sql<number>`sum(count)::int`.as('contactCount')])
    .groupBy(sql`1`)
    .execute();
  const found = new Map(rows.map((row) => [row.month, row]));
  const met = new Map(outreach.map(({ month, contactCount }) => [month, contactCount]));
  const known = [...found.keys(), ...met.keys()].sort();
  return monthsBetween(known[0], known.at(-1)).map((month) => ({
    ...(found.get(month) ?? { ...nothing, month }),
    outreachContactCount: met.get(month) ?? 0,
  }));
}

const nothing = {
  plannedCount: 0,
  unregisteredCount: 0,
  heldCount: 0,
  cancelledCount: 0,
  visitCount: 0,
  sessionContactCount: 0,
  heldMinutes: 0,
};

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const from = numberOf(first);
  return Array.from({ length: numberOf(last) - from + 1 }, (_, index) => {
    const month = from + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
