import { sql } from 'kysely';
import { figureNames } from '@forspring/domain/participation/figures';
import type { Reader } from '../tables.ts';
import { countedSessions } from './counted-session.view.ts';

const columns = figureNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/**
 * Computes projects' figures anew from sessions (or what retention left of them), open activities, budget lines, goals and half-year totals, and keeps them: for the
 * projects named, or for all. For seeding and for checking that kept figures are exact; commands count up and down.
 */
export async function recomputeFigures(db: Reader, projectIds?: readonly string[]): Promise<void> {
  if (projectIds?.length === 0) return;
  const chosen = projectIds
    ? sql`where project.id in (${sql.join(projectIds.map((one) => sql`${one}::uuid`))})`
    : sql``;
  const held = sql`filter (where state = 'held')`;
  const visits = sql`filter (where state = 'held' and count_unit = 'visit')`;
  // Contacts come from evening rounds and from open activities; they are one unit.
  const contacts = sql`coalesce(round_contact_count, 0) + coalesce(outreach_contact_count, 0)`;
  await sql`
    with chosen as (select id from project ${chosen}),
    sessions as (
      select project_id,
        sum(session_count) filter (where state = 'planned') as planned_count,
        sum(session_count) ${held} as held_count,
        sum(session_count) filter (where state = 'cancelled') as cancelled_count,
        sum(counted_count) ${visits} as visit_count,
        sum(counted_count) filter (where state = 'held' and count_unit = 'contact') as round_contact_count,
        sum(first_time_count) as first_time_count,
        sum(first_time_missing_count) as first_time_missing_count,
        max(largest_count) ${visits} as largest_visit_count,
        sum(length_minutes) ${held} as held_minutes,
        sum(counted_minutes) ${visits} as visit_minutes,
        sum(staff_minutes) ${held} as staff_minutes,
        sum(volunteer_minutes) ${held} as volunteer_minutes
      from (${countedSessions}) as counted where project_id in (select id from chosen) group by project_id
    ),
    lines as (
      select project_id,
        sum(amount_oere) filter (where kind = 'cash') as budget_cash_oere,
        sum(amount_oere) filter (where kind = 'inKind') as budget_in_kind_oere,
        sum(spent_oere) filter (where kind = 'cash') as spent_cash_oere,
        sum(spent_oere) filter (where kind = 'inKind') as spent_in_kind_oere
      from budget_line where project_id in (select id from chosen) group by project_id
    ),
    latest as (
      select distinct on (goal_id) goal_id, value
      from measurement where goal_id in (select id from goal where project_id in (select id from chosen))
      order by goal_id, measured_on desc, recorded_at desc, id desc
    ),
    goals as (
      select goal.project_id,
        count(*) as goal_count,
        count(latest.value) as goal_measured_count,
        count(*) filter (where case
          when indicator.direction in ('atLeast', 'up') then latest.value >= goal.target_value
          when indicator.direction in ('atMost', 'down') then latest.value <= goal.target_value
        end) as goal_met_count
      from goal left join latest on latest.goal_id = goal.id left join indicator on indicator.id = goal.indicator_id
      where goal.project_id in (select id from chosen)
      group by goal.project_id
    ),
    outreach as (
      select project_id, sum(count) as outreach_contact_count
      from open_activity where kind = 'outreach' and project_id in (select id from chosen) group by project_id
    ),
    totals as (
      select project_id, sum(started_count) as started_count, sum(completed_count) as completed_count
      from half_year_total where project_id in (select id from chosen) group by project_id
    )
    insert into project_figures (project_id, ${sql.join(columns.map((name) => sql.ref(name)))})
    select chosen.id, ${sql.join(columns.map((name) => (name === 'contact_count' ? contacts : sql`coalesce(${sql.ref(name)}, 0)`)))}
    from chosen
      left join sessions on sessions.project_id = chosen.id
      left join lines on lines.project_id = chosen.id
      left join goals on goals.project_id = chosen.id
      left join totals on totals.project_id = chosen.id
      left join outreach on outreach.project_id = chosen.id
    on conflict (project_id) do update
    set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
  `.execute(db);
}
