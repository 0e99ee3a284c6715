import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { daysBetween } from '@forspring/domain/measures/day';
import type { OwedGroup, OwedKind, OwedPage, owedAsk } from '@forspring/domain/plans/owed';
import { mayRemind } from '@forspring/domain/plans/owed.abilities';
import type { SignedInContext } from '../../kernel/context.ts';
import { owedOf, type OwedRow } from './owed.store.ts';

/** More owers than this are not shown beside the table; the table itself has them all. */
const groupLimit = 300;

/** A page of everything owed that the actor oversees, and everybody who owes anything, whoever owes longest first. */
export async function listOwed(ctx: SignedInContext, ask: z.infer<typeof owedAsk>): Promise<OwedPage> {
  const db = reader(ctx.em);
  const today = ctx.clock.today();
  const pattern = `%${ask.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const conditions = [
    ...(ask.kinds.length > 0 ? [sql`kind = any(${[...ask.kinds]}::text[])`] : []),
    ...(ask.owers.length > 0 ? [sql`ower_kind || ':' || coalesce(ower_id, '') = any(${[...ask.owers]}::text[])`] : []),
    ...(ask.search === ''
      ? []
      : [sql`(title ilike ${pattern} or project_title ilike ${pattern} or ower_name ilike ${pattern})`]),
  ];
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const direction = ask.isDescending ? sql`desc` : sql`asc`;
  const column = { dueOn: sql`due_on`, ower: sql`ower_name`, project: sql`project_title` }[ask.sort];
  const { rows } = await sql<OwedRow & { allCount: number }>`
    with ${owedOf(ctx)}
    select owed.*, count(*) over ()::int as all_count from owed ${where}
    order by ${column} ${direction} nulls last, due_on, subject_id
    limit ${ask.pageSize} offset ${(ask.page - 1) * ask.pageSize}
  `.execute(db);
  const total =
    rows[0]?.allCount ??
    (await sql<{ count: number }>`with ${owedOf(ctx)} select count(*)::int as count from owed ${where}`.execute(db))
      .rows[0]?.count ??
    0;
  return {
    items: rows.map(({ allCount: _allCount, municipalityId: _municipalityId, ...row }) => ({
      ...row,
      ageDays: daysBetween(row.dueOn, today),
    })),
    totalCount: total,
    groups: await groupsOf(ctx),
    today,
  };
}

async function groupsOf(ctx: SignedInContext): Promise<OwedGroup[]> {
  interface Row extends Omit<OwedGroup, 'counts' | 'mayRemind'> {
    kinds: { kind: OwedKind; count: number }[];
  }
  const { rows } = await sql<Row>`
    with ${owedOf(ctx)},
    parts as (
      select ower_kind, ower_id, ower_name, municipality_id, kind, count(*)::int as count, min(due_on) as oldest_on
      from owed group by ower_kind, ower_id, ower_name, municipality_id, kind
    )
    select ower_kind, ower_id, ower_name, municipality_id, sum(count)::int as total_count, min(oldest_on) as oldest_on,
      json_agg(json_build_object('kind', kind, 'count', count)) as kinds,
      (ower_kind = 'owner' and ower_id is not null) or exists (
        select 1 from membership
        left join funding_source on membership.role = 'funder' and funding_source.id = membership.place_id
        where membership.ended_at is null and (
          (ower_kind = 'organisation' and membership.role = 'partner' and membership.place_id::text = ower_id)
          or (ower_kind = 'organisation' and funding_source.organisation_id::text = ower_id
            and membership.municipality_id = parts.municipality_id)
          or (ower_kind = 'body' and membership.role = 'committeeMember' and membership.place_id::text = ower_id)
        )
      ) as has_people,
      (select max(sent_on) from reminder where reminder.ower_kind = parts.ower_kind and reminder.ower_id = parts.ower_id) as reminded_on
    from parts group by ower_kind, ower_id, ower_name, municipality_id
    order by min(oldest_on), ower_name limit ${groupLimit}
  `.execute(reader(ctx.em));
  const today = ctx.clock.today();
  return rows.map(({ kinds, ...row }) => ({
    ...row,
    counts: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])) as OwedGroup['counts'],
    mayRemind: mayRemind(ctx.actor) && row.hasPeople && row.remindedOn !== today && row.owerId !== ctx.actor.userId,
  }));
}
