import { sql } from 'kysely';
import { countCards } from '@forspring/database/participation/counted-card.view';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import { reader } from '@forspring/database/reader';
import { toContacts, toMinutes, toVisits } from '@forspring/domain/measures/counts';
import { mayPlanSessions, mayRegister } from '@forspring/domain/participation/participation.abilities';
import { planningStatuses, reachOf } from '@forspring/domain/participation/participation.rules';
import type { ShownActivity, ShownMonth } from '@forspring/domain/participation/activity';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';

type Context = SignedInContext & { project: ProjectPlace };

const noFigures = {
  plannedCount: 0,
  heldCount: 0,
  cancelledCount: 0,
  visitCount: 0,
  contactCount: 0,
  firstTimeCount: 0,
  firstTimeMissingCount: 0,
  largestVisitCount: 0,
  heldMinutes: 0,
  visitMinutes: 0,
  staffMinutes: 0,
  volunteerMinutes: 0,
};

/** Plan against actual of one project: month by month, in sum, and how many different young people. */
export async function showActivity(ctx: Context): Promise<ShownActivity> {
  const { em, actor, project, clock } = ctx;
  const db = reader(em);
  const months = await monthsOf(ctx);
  const figures =
    (await db.selectFrom('projectFigures').where('projectId', '=', project.projectId).selectAll().executeTakeFirst()) ??
    noFigures;
  const { usesCodes } = await db
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('usesCodes')
    .executeTakeFirstOrThrow();
  const hasCards = usesCodes && project.tier === 'specific';
  const isRecording = recordingStatuses.includes(project.status);
  const mayCount = isRecording && mayRegister(actor, project);
  return {
    tier: project.tier,
    months,
    plannedCount: figures.plannedCount,
    heldCount: figures.heldCount,
    cancelledCount: figures.cancelledCount,
    unregisteredCount: months.reduce((sum, month) => sum + month.unregisteredCount, 0),
    visits: toVisits(figures.visitCount),
    contacts: toContacts(figures.contactCount),
    heldMinutes: toMinutes(figures.heldMinutes),
    visitMinutes: toMinutes(figures.visitMinutes),
    staffMinutes: toMinutes(figures.staffMinutes),
    volunteerMinutes: toMinutes(figures.volunteerMinutes),
    reach: reachOf(figures),
    cards: hasCards ? await cardsOf(ctx) : null,
    summedCount: await summedCountOf(ctx),
    today: clock.today(),
    abilities: {
      mayPlan:
        planningStatuses.includes(project.status) && project.tier !== 'individual' && mayPlanSessions(actor, project),
      mayRegister: mayCount,
      mayIssueCodes: mayCount && hasCards,
    },
  };
}

/** Every month from the first to the last with sessions or contacts; a month without any is there too, so that the axis has no holes. */
async function monthsOf({ em, project, clock }: Context): Promise<ShownMonth[]> {
  const today = clock.today();
  const { rows } = await sql<Omit<ShownMonth, 'visits' | 'contacts' | 'heldMinutes'> & Record<string, number>>`
    select month,
      coalesce(sum(session_count) filter (where state = 'planned' and held_on >= ${today}::date), 0)::int as "plannedCount",
      coalesce(sum(session_count) filter (where state = 'planned' and (held_on is null or held_on < ${today}::date)), 0)::int as "unregisteredCount",
      coalesce(sum(session_count) filter (where state = 'held'), 0)::int as "heldCount",
      coalesce(sum(session_count) filter (where state = 'cancelled'), 0)::int as "cancelledCount",
      coalesce(sum(counted_count) filter (where state = 'held' and count_unit = 'visit'), 0)::int as "visitCount",
      coalesce(sum(counted_count) filter (where state = 'held' and count_unit = 'contact'), 0)::int as "contactCount",
      coalesce(sum(length_minutes) filter (where state = 'held'), 0)::int as "heldMinutes"
    from (${countedSessions}) as counted where project_id = ${project.projectId} group by 1 order by 1
  `.execute(reader(em));
  const found = new Map(rows.map((row) => [row.month, row]));
  const outreach = await reader(em)
    .selectFrom('openActivity')
    .where('projectId', '=', project.projectId)
    .where('kind', '=', 'outreach')
    .select([sql<string>`to_char(on_day, 'YYYY-MM')`.as('month'), sql<number>`sum(count)::int`.as('contactCount')])
    .groupBy(sql`1`)
    .execute();
  const met = new Map(outreach.map(({ month, contactCount }) => [month, contactCount]));
  const known = [...found.keys(), ...met.keys()].sort();
  return monthsBetween(known[0], known.at(-1)).map((month) => {
    const row = found.get(month);
    return {
      month,
      plannedCount: row?.plannedCount ?? 0,
      heldCount: row?.heldCount ?? 0,
      cancelledCount: row?.cancelledCount ?? 0,
      unregisteredCount: row?.unregisteredCount ?? 0,
      visits: toVisits(row?.['visitCount'] ?? 0),
      contacts: toContacts((row?.['contactCount'] ?? 0) + (met.get(month) ?? 0)),
      heldMinutes: toMinutes(row?.['heldMinutes'] ?? 0),
    };
  });
}

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const from = numberOf(first);
  return Array.from({ length: numberOf(last) - from + 1 }, (_, index) => {
    const month = from + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

async function cardsOf({ em, project }: Context): Promise<{ issuedCount: number; shownCount: number }> {
  const { issuedCount, shownCount } = await countCards(reader(em), project.projectId);
  return { issuedCount, shownCount };
}

async function summedCountOf({ em, project }: Context): Promise<number> {
  const { count } = await reader(em)
    .selectFrom('sessionTotal')
    .where('projectId', '=', project.projectId)
    .select(sql<number>`coalesce(sum(session_count), 0)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
