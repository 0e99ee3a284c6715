import { type RawBuilder, sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { placesOf } from '@forspring/domain/people/actor';
import type { OwedItem } from '@forspring/domain/plans/owed';
import type { SignedInContext } from '../../kernel/context.ts';

/** One thing owed as the database has it. */
export interface OwedRow extends Omit<OwedItem, 'ageDays'> {
  municipalityId: string;
}

/** A reading from this many days before its deadline counts as the one that was due. */
const readingDays = 45;

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`;

/** The municipalities and projects the actor oversees. */
function seenBy({ actor }: SignedInContext) {
  return { projects: uuids(placesOf(actor, 'owner')), municipalities: uuids(placesOf(actor, 'coordinator')) };
}

/**
 * Everything owed that the actor oversees, as a query named `owed`: an owner's own projects, a coordinator's municipality. Who owes a registration
 * is the organisation that registers, else the owner; readings, half-year totals and evaluations are the owner's; decisions, approvals and tasks
 * the body's; an answer to a budget request the funder's.
 */
export function owedOf(ctx: SignedInContext): RawBuilder<unknown> {
  const { projects, municipalities } = seenBy(ctx);
  const today = sql`${ctx.clock.today()}::date`;
  return sql`
    seen as (
      select project.*, owner.user_id as first_owner_id, app_user.name as first_owner_name
      from project
      left join lateral (
        select user_id from membership
        where place_kind = 'project' and place_id = project.id and role = 'owner' and ended_at is null
        order by created_at, user_id limit 1
      ) owner on true
      left join app_user on app_user.id = owner.user_id
      where (project.id = any(${projects}) or project.municipality_id = any(${municipalities}))
    ),
    owed as (
      select 'registration' as kind,
        case when partner.id is null then 'owner' else 'organisation' end as ower_kind,
        case when partner.id is null then seen.first_owner_id else organisation.id::text end as ower_id,
        case when partner.id is null then seen.first_owner_name else organisation.name end as ower_name,
        seen.municipality_id, seen.id as project_id, seen.title as project_title, seen.year,
        session.id as subject_id, session.title, session.held_on as due_on
      from session join seen on seen.id = session.project_id
      left join partner on partner.project_id = seen.id and partner.organisation_id = session.organisation_id and partner.registers
      left join organisation on organisation.id = partner.organisation_id
      where session.state = 'planned' and session.held_on < ${today}
        and seen.status in ('approved', 'running', 'paused', 'closed', 'stopped') and seen.tier is distinct from 'individual'
      union all
      select 'measurement', 'owner', seen.first_owner_id, seen.first_owner_name,
        seen.municipality_id, seen.id, seen.title, seen.year, goal.id, goal.title, goal.deadline_on
      from goal join seen on seen.id = goal.project_id
      where goal.deadline_on < ${today} and seen.status in ('approved', 'running', 'paused', 'closed')
        and not exists (
          select 1 from measurement where measurement.goal_id = goal.id and measurement.measured_on > goal.deadline_on - ${readingDays}::int
        )
      union all
      select 'halfYear', 'owner', seen.first_owner_id, seen.first_owner_name,
        seen.municipality_id, seen.id, seen.title, seen.year, seen.id,
        half.year || '/' || half.number, half.last_on
      from seen
      cross join lateral (
        select year_number as year, number, case number when 1 then make_date(year_number, 6, 30) else make_date(year_number, 12, 31) end as last_on
        from generate_series(seen.year, seen.year + 1) as year_number cross join generate_series(1, 2) as number
      ) half
      where seen.tier = 'individual' and seen.status in ('running', 'paused', 'closed', 'stopped') and half.last_on < ${today}
        and half.last_on >= seen.starts_on and half.last_on - 180 <= seen.ends_on
        and not exists (
          select 1 from half_year_total where half_year_total.project_id = seen.id
            and half_year_total.year = half.year and half_year_total.half = half.number
        )
      union all
      select 'evaluation', 'owner', seen.first_owner_id, seen.first_owner_name,
        seen.municipality_id, seen.id, seen.title, seen.year, seen.id, '', make_date(seen.year + 1, 2, 15)
      from seen left join evaluation on evaluation.project_id = seen.id
      where seen.status in ('closed', 'stopped') and (evaluation.status is null or evaluation.status in ('draft', 'returned'))
        and make_date(seen.year + 1, 2, 15) < ${today}
      union all
      select 'decision', 'body', body.id::text, body.name,
        seen.municipality_id, seen.id, seen.title, seen.year, seen.id, '', (seen.submitted_at at time zone 'Europe/Copenhagen')::date
      from seen join body on body.id = seen.body_id where seen.status = 'submitted' and seen.submitted_at is not null
      union all
      select 'approval', 'body', body.id::text, body.name,
        seen.municipality_id, seen.id, seen.title, seen.year, evaluation.id, '', (evaluation.submitted_at at time zone 'Europe/Copenhagen')::date
      from evaluation join seen on seen.id = evaluation.project_id join body on body.id = seen.body_id
      where evaluation.status = 'submitted' and evaluation.submitted_at is not null
      union all
      select 'budgetAnswer', 'organisation', organisation.id::text, organisation.name,
        seen.municipality_id, seen.id, seen.title, seen.year, change.id, line.title, (change.at at time zone 'Europe/Copenhagen')::date
      from budget_change change join seen on seen.id = change.project_id
      join budget_line line on line.id = change.from_line_id
      join lateral (
        select source.organisation_id from line_share share join funding_source source on source.id = share.source_id
        where share.line_id = line.id and source.organisation_id is not null
        order by share.amount_oere desc, source.position limit 1
      ) payer on true
      join organisation on organisation.id = payer.organisation_id
      where change.status = 'requested'
      union all
      select 'action', 'body', body.id::text, body.name,
        body.municipality_id, null::uuid, body.name, extract(year from action_item.deadline_on)::int, action_item.id,
        action_item.text, action_item.deadline_on
      from action_item join meeting on meeting.id = action_item.meeting_id join body on body.id = meeting.body_id
      where action_item.done_on is null and action_item.deadline_on < ${today} and meeting.kind <> 'informationExchange'
        and body.municipality_id = any(${municipalities})
    )`;
}

/** What one organisation, owner or body owes that the actor oversees, the oldest first. */
export async function itemsOfOwer(
  ctx: SignedInContext,
  ower: { owerKind: string; owerId: string; municipalityId: string },
  limit: number,
): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    with ${owedOf(ctx)}
    select * from owed
    where ower_kind = ${ower.owerKind} and ower_id = ${ower.owerId} and municipality_id = ${ower.municipalityId}::uuid
    order by due_on, project_title, title limit ${limit}
  `.execute(reader(ctx.em));
  return rows;
}

/** The people to write to: those with the role, each once, with the language they read. A funder's people hold its grants. */
export async function peopleOf(
  { em }: SignedInContext,
  ower: { owerKind: string; owerId: string; municipalityId: string },
): Promise<{ name: string; email: string; language: 'da' | 'en' }[]> {
  const { rows } = await sql<{ name: string; email: string; language: 'da' | 'en' }>`
    select distinct app_user.name, app_user.email, app_user.language from app_user
    where (${ower.owerKind} = 'owner' and app_user.id = ${ower.owerId})
      or exists (
        select 1 from membership
        left join funding_source on membership.role = 'funder' and funding_source.id = membership.place_id
        where membership.user_id = app_user.id and membership.ended_at is null and (
          (${ower.owerKind} = 'organisation' and membership.role = 'partner' and membership.place_id::text = ${ower.owerId})
          or (${ower.owerKind} = 'organisation' and funding_source.organisation_id::text = ${ower.owerId}
            and membership.municipality_id = ${ower.municipalityId}::uuid)
          or (${ower.owerKind} = 'body' and membership.role = 'committeeMember' and membership.place_id::text = ${ower.owerId})
        )
      )
    order by app_user.name
  `.execute(reader(em));
  return rows;
}
