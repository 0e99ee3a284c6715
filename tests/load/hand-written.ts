import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { Worker } from './fill.ts';

/** One statement, one transaction, prepared once a connection: nothing that writes the same rows is faster. */
const statement = `
  with receipt as (
    insert into command_receipt (id, actor_id, procedure, result, at)
    values ($1, $2, 'participation.registerSession', null, now())
  ),
  entry as (
    insert into session_entry (session_id, device_id, by_id, revision, counts, first_time_count, codes, facts, at)
    values ($3, $4, $2, $5, $6, $7, '[]', $8, now())
  ),
  counted as (
    insert into headcount (session_id, age_band, gender, from_minute, person_count)
    select $3, * from unnest($9::text[], $10::text[], $11::int[], $12::int[])
  ),
  change as (
    insert into session_change (id, session_id, by_id, at, before, after) values ($13, $3, $2, now(), $14, $15)
  ),
  trace as (
    insert into audit_entry (id, at, actor_id, municipality_id, project_id, action, subject_kind, subject_id, changed)
    select $16, now(), $2, municipality_id, id, 'registerSession', 'session', $3, $17 from project where id = $18
  ),
  figures as (
    update project_figures set planned_count = planned_count - 1, held_count = held_count + 1,
      visit_count = visit_count + $19::int, first_time_count = first_time_count + $7::int,
      largest_visit_count = greatest(largest_visit_count, $19::int), held_minutes = held_minutes + 270,
      visit_minutes = visit_minutes + 270 * $19::int, staff_minutes = staff_minutes + 540,
      volunteer_minutes = volunteer_minutes + 180
    where project_id = $18
  )
  update session set state = 'held', visit_count = $19, first_time_count = $7, staff_count = 2, staff_minutes = 540,
    volunteer_count = 1, volunteer_minutes = 180, note = $20, mood = 4, delivered_elements = '{0,1,3}',
    element_count = 5, registered_by_id = $2, registered_at = now(), version = version + 1
  where id = $3`;

/** Writes what registering one evening writes, without asking whether it may and without reading anything. */
export async function registerByHand(
  client: Client,
  worker: Worker,
  sessionId: string,
  entry: SessionEntry,
): Promise<void> {
  const visitCount = entry.counts.reduce((sum, { personCount }) => sum + personCount, 0);
  const facts = { staffCount: 0, staffMinutes: 0, volunteerCount: 0, volunteerMinutes: 0, cancelledBy: null };
  const { rowCount } = await client.query({
    name: 'register-by-hand',
    text: statement,
    values: [
      randomUUID(),
      worker.userId,
      sessionId,
      entry.deviceId,
      entry.revision,
      JSON.stringify(entry.counts),
      entry.firstTimeCount,
      JSON.stringify(entry.facts),
      entry.counts.map(({ ageBand }) => ageBand),
      entry.counts.map(({ gender }) => gender),
      entry.counts.map(({ fromMinute }) => fromMinute),
      entry.counts.map(({ personCount }) => personCount),
      randomUUID(),
      JSON.stringify({ state: 'planned', visitCount: null, firstTimeCount: null, ...facts }),
      JSON.stringify({ state: 'held', visitCount, firstTimeCount: entry.firstTimeCount, ...facts }),
      randomUUID(),
      ['counts', 'firstTimeCount', ...Object.keys(entry.facts)],
      worker.projectId,
      visitCount,
      entry.facts.note?.value ?? '',
    ],
  });
  if (rowCount !== 1) throw new Error('The session by hand is gone');
}
