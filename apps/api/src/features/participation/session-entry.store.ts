import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { RegisteredSession } from '@forspring/domain/participation/registered-session.rules';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { CountedFacts, ShownSession } from '@forspring/domain/participation/shown-session';

/** Lets nobody else register this session until the command is over; what is read after it is the newest. */
export async function lockSession(em: EntityManager, sessionId: string): Promise<void> {
  await sql`select 1 from session where id = ${sessionId}::uuid for update`.execute(reader(em));
}

/** Whom each device of a session belongs to. */
export async function ownersOfDevices(em: EntityManager, sessionId: string): Promise<Map<string, string | null>> {
  const rows = await reader(em)
    .selectFrom('sessionEntry')
    .where('sessionId', '=', sessionId)
    .select(['deviceId', 'byId'])
    .execute();
  return new Map(rows.map(({ deviceId, byId }) => [deviceId, byId]));
}

/** The cards among these codes that the project has issued and that were not lost by that day. */
export async function findCards(
  em: EntityManager,
  { projectId, heldOn }: { projectId: string; heldOn: string },
  codes: readonly string[],
): Promise<{ id: string; code: string }[]> {
  if (codes.length === 0) return [];
  return reader(em)
    .selectFrom('participantCode')
    .where('projectId', '=', projectId)
    .where('code', 'in', [...codes])
    .where((card) => card.or([card('lostOn', 'is', null), card('lostOn', '>', heldOn)]))
    .orderBy('code')
    .select(['id', 'code'])
    .execute();
}

/** Numbers as the text PostgreSQL reads an array from. */
const arrayOf = (values: readonly number[] | null) => (values === null ? null : `{${values.join(',')}}`);

/** Everything one registration writes about its session. */
export interface Written {
  sessionId: string;
  entry: SessionEntry;
  byId: string | null;
  at: Date;
  registered: RegisteredSession;
  elementCount: number | null;
  headcounts: ShownSession['headcounts'];
  cards: readonly { id: string }[];
  change: { id: string; before: CountedFacts; after: CountedFacts };
}

/** Writes one device's entry and what the session now counts, in one statement. */
export async function writeEntry(em: EntityManager, written: Written): Promise<void> {
  const { sessionId, entry, byId, at, registered, change } = written;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await sql`
    with target as (select ${sessionId}::uuid as id),
    kept as (
      insert into session_entry (session_id, device_id, by_id, revision, counts, first_time_count, codes, facts, at)
      values (${sessionId}, ${entry.deviceId}, ${byId}, ${entry.revision}, ${json(entry.counts)},
        ${entry.firstTimeCount}, ${json(entry.codes)}, ${json(entry.facts)}, ${at})
      on conflict (session_id, device_id) do update set revision = excluded.revision, counts = excluded.counts,
        first_time_count = excluded.first_time_count, codes = excluded.codes, facts = excluded.facts, at = excluded.at
    ),
    place as (
      select * from jsonb_to_recordset(${json(written.headcounts)})
        as (${sql.raw('"ageBand" text, gender text, "fromMinute" int, "personCount" int')})
    ),
    gone as (
      delete from headcount where session_id = (select id from target)
        and (age_band, gender, from_minute) not in (select "ageBand", gender, "fromMinute" from place)
    ),
    counted as (
      insert into headcount (session_id, age_band, gender, from_minute, person_count)
      select target.id, "ageBand", gender, "fromMinute", "personCount" from place, target
      on conflict (session_id, age_band, gender, from_minute) do update set person_count = excluded.person_count
    ),
    card as (select value::uuid as id from jsonb_array_elements_text(${json(written.cards.map(({ id }) => id))})),
    taken as (
      delete from code_visit where session_id = (select id from target) and code_id not in (select id from card)
    ),
    shown as (
      insert into code_visit (id, session_id, code_id)
      select gen_random_uuid(), target.id, card.id from card, target
      on conflict (session_id, code_id) do nothing
    ),
    told as (
      insert into session_change (id, session_id, by_id, at, before, after)
      values (${change.id}, ${sessionId}, ${byId}, ${at}, ${json(change.before)}, ${json(change.after)})
      on conflict (id) do update set after = excluded.after, at = excluded.at
    )
    update session set
      state = ${registered.state}, visit_count = ${registered.visitCount},
      first_time_count = ${registered.firstTimeCount},
      staff_count = ${registered.staffCount}, staff_minutes = ${registered.staffMinutes},
      volunteer_count = ${registered.volunteerCount}, volunteer_minutes = ${registered.volunteerMinutes},
      cancelled_by = ${registered.cancelledBy}, cancel_reason = ${registered.cancelReason},
      note = ${registered.note}, mood = ${registered.mood},
      delivered_elements = ${arrayOf(registered.deliveredElements)}::int[],
      element_count = ${written.elementCount},
      registered_by_id = ${byId}, registered_at = ${at}, version = version + 1
    where id = ${sessionId}
  `.execute(reader(em));
}
