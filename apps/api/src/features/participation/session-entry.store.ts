import { type RawBuilder, sql } from 'kysely';
import { keptStatement } from '@forspring/database/kept-statement';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type FoundReceipt, receiptOf } from '../../kernel/procedure.ts';
import { type FullSession, fullSessions } from './shown-session.store.ts';

/** A session as it is stored, with the receipt of the command that asks. */
export type FoundSession = FullSession & { receipt: FoundReceipt | null };

/** A session with everything a registration has to know, in one statement. */
export const findForEntry = keptStatement<{ sessionId: string; commandId: string }, FoundSession>(
  'session-for-entry',
  (db, value) =>
    fullSessions(db)
      .where('session.id', '=', value('sessionId'))
      .select(receiptOf(value('commandId')).as('receipt'))
      .compile(),
);

/** Holds a session and its project's figures until the transaction ends: what is read after it is the newest. */
export async function holdSession(em: EntityManager, sessionId: string): Promise<void> {
  await hold(em, { sessionId });
}

const hold = keptStatement<{ sessionId: string }, object>('hold-session', (db, value) =>
  sql<object>`
    with held as materialized (select project_id from session where id = ${value('sessionId')}::uuid for update)
    select from project_figures join held on held.project_id = project_figures.project_id for update of project_figures
  `.compile(db),
);

/** A card the project has issued and that was not lost by the session's day, by its code. */
export async function findCard(
  em: EntityManager,
  { projectId, heldOn }: { projectId: string; heldOn: string },
  code: string,
): Promise<{ code: string } | null> {
  const card = await reader(em)
    .selectFrom('participantCode')
    .where('projectId', '=', projectId)
    .where('code', '=', code)
    .where((one) => one.or([one('lostOn', 'is', null), one('lostOn', '>', heldOn)]))
    .select('code')
    .executeTakeFirst();
  return card ?? null;
}

/** Figures a registration changes, each with the column it is kept in; the largest evening is kept beside them. */
const figureColumns = {
  plannedCount: 'planned_count',
  heldCount: 'held_count',
  cancelledCount: 'cancelled_count',
  visitCount: 'visit_count',
  contactCount: 'contact_count',
  firstTimeCount: 'first_time_count',
  firstTimeMissingCount: 'first_time_missing_count',
  heldMinutes: 'held_minutes',
  visitMinutes: 'visit_minutes',
  staffMinutes: 'staff_minutes',
  volunteerMinutes: 'volunteer_minutes',
} as const;
export type EntryFigures = Partial<Record<keyof typeof figureColumns, number>>;
export const entryFigureNames = Object.keys(figureColumns) as (keyof typeof figureColumns)[];

/** Everything one registration writes. Lists and objects are JSON. */
interface Written {
  sessionId: string;
  /** What was read is only written upon while nobody else has written: another version writes nothing at all. */
  version: number;
  projectId: string;
  municipalityId: string;
  heldOn: string;
  /** What the receipt and the trace name; null: neither is written. */
  commandId: string | null;
  procedure: string | null;
  senderId: string | null;
  /** Whom the device belongs to; null at a kiosk. */
  byId: string | null;
  at: Date;
  deviceId: string;
  revision: number;
  counts: string;
  codes: string;
  facts: string;
  entryFirstTimeCount: number | null;
  state: string;
  visitCount: number | null;
  firstTimeCount: number | null;
  staffCount: number;
  staffMinutes: number;
  volunteerCount: number;
  volunteerMinutes: number;
  cancelledBy: string | null;
  cancelReason: string;
  note: string;
  mood: number | null;
  /** As PostgreSQL writes an array of numbers: `{0,2}`. */
  deliveredElements: string | null;
  elementCount: number | null;
  headcounts: string;
  /** The codes that were shown; those that are cards of the project count. */
  shownCodes: string;
  changeId: string;
  before: string;
  after: string;
  traceId: string;
  action: string;
  changed: string;
  figures: string;
  /** The session's visits as the largest evening knows them, and whether they became fewer. */
  largeCount: number;
  isFewer: boolean;
}

/** Answers the cards that counted, and whether partners' promises have a value here; no row when somebody else has written since the session was read. */
export const writeEntry = keptStatement<Written & Record<string, unknown>, { codes: string[]; hasValues: boolean }>(
  'write-entry',
  (db, value) => {
    const as = (name: keyof Written, type: string) => sql`${value(name)}::${sql.raw(type)}`;
    const columns = Object.entries(figureColumns);
    const names = sql.raw(columns.map(([, column]) => column).join(', '));
    const changes: RawBuilder<unknown> = sql.join(columns.map(([name]) => sql.raw(`coalesce("${name}", 0)`)));
    const added = sql.raw(
      columns.map(([, column]) => `${column} = project_figures.${column} + excluded.${column}`).join(', '),
    );
    return sql<{ codes: string[]; hasValues: boolean }>`
      with target as materialized (
        select id from session where id = ${as('sessionId', 'uuid')} and version = ${as('version', 'int')} for update
      ),
      receipt as (
        insert into command_receipt (id, actor_id, procedure, result, at)
        select ${as('commandId', 'uuid')}, ${as('senderId', 'text')}, ${as('procedure', 'text')}, null, ${as('at', 'timestamptz')}
        from target where ${as('commandId', 'uuid')} is not null
      ),
      entry as (
        insert into session_entry (session_id, device_id, by_id, revision, counts, first_time_count, codes, facts, at)
        select id, ${as('deviceId', 'uuid')}, ${as('byId', 'text')}, ${as('revision', 'int')}, ${as('counts', 'jsonb')},
          ${as('entryFirstTimeCount', 'int')}, ${as('codes', 'jsonb')}, ${as('facts', 'jsonb')}, ${as('at', 'timestamptz')}
        from target
        on conflict (session_id, device_id) do update set revision = excluded.revision, counts = excluded.counts,
          first_time_count = excluded.first_time_count, codes = excluded.codes, facts = excluded.facts, at = excluded.at
      ),
      place as (
        select target.id, "ageBand", gender, "fromMinute", "personCount" from target,
          jsonb_to_recordset(${as('headcounts', 'jsonb')})
            as one ("ageBand" text, gender text, "fromMinute" int, "personCount" int)
      ),
      gone as (
        delete from headcount using target where session_id = target.id
          and (age_band, gender, from_minute) not in (select "ageBand", gender, "fromMinute" from place)
      ),
      counted as (
        insert into headcount (session_id, age_band, gender, from_minute, person_count) select * from place
        on conflict (session_id, age_band, gender, from_minute) do update set person_count = excluded.person_count
      ),
      card as (
        select participant_code.id, code from target, participant_code
        where project_id = ${as('projectId', 'uuid')}
          and code in (select jsonb_array_elements_text(${as('shownCodes', 'jsonb')}))
          and (lost_on is null or lost_on > ${as('heldOn', 'date')})
      ),
      taken as (
        delete from code_visit using target where session_id = target.id and code_id not in (select id from card)
      ),
      shown as (
        insert into code_visit (id, session_id, code_id) select gen_random_uuid(), target.id, card.id from card, target
        on conflict (session_id, code_id) do nothing
      ),
      told as (
        insert into session_change (id, session_id, by_id, at, before, after)
        select ${as('changeId', 'uuid')}, id, ${as('byId', 'text')}, ${as('at', 'timestamptz')},
          ${as('before', 'jsonb')}, ${as('after', 'jsonb')}
        from target on conflict (id) do update set after = excluded.after, at = excluded.at
      ),
      trace as (
        insert into audit_entry (id, at, actor_id, municipality_id, project_id, action, subject_kind, subject_id, changed)
        select ${as('traceId', 'uuid')}, ${as('at', 'timestamptz')}, ${as('senderId', 'text')},
          ${as('municipalityId', 'uuid')}, ${as('projectId', 'uuid')}, ${as('action', 'text')}, 'session', id::text,
          array(select jsonb_array_elements_text(${as('changed', 'jsonb')}))
        from target where ${as('senderId', 'text')} is not null
      ),
      figures as (
        insert into project_figures (project_id, largest_visit_count, ${names})
        select ${as('projectId', 'uuid')}, ${as('largeCount', 'int')}, ${changes}
        from target, jsonb_to_record(${as('figures', 'jsonb')})
          as change (${sql.raw(columns.map(([name]) => `"${name}" bigint`).join(', '))})
        on conflict (project_id) do update set ${added}, largest_visit_count = case
          when ${as('isFewer', 'boolean')} then greatest(excluded.largest_visit_count, (
            select max(session.visit_count) from session where session.project_id = project_figures.project_id
              and session.state = 'held' and session.count_unit = 'visit' and session.id <> ${as('sessionId', 'uuid')}
          ), (
            select max(largest_count) from session_total where session_total.project_id = project_figures.project_id
              and session_total.state = 'held' and session_total.count_unit = 'visit'
          ))
          else greatest(excluded.largest_visit_count, project_figures.largest_visit_count) end
      )
      update session set state = ${as('state', 'text')}, visit_count = ${as('visitCount', 'int')},
        first_time_count = ${as('firstTimeCount', 'int')}, staff_count = ${as('staffCount', 'int')},
        staff_minutes = ${as('staffMinutes', 'int')}, volunteer_count = ${as('volunteerCount', 'int')},
        volunteer_minutes = ${as('volunteerMinutes', 'int')}, cancelled_by = ${as('cancelledBy', 'text')},
        cancel_reason = ${as('cancelReason', 'text')}, note = ${as('note', 'text')}, mood = ${as('mood', 'int')},
        delivered_elements = ${as('deliveredElements', 'int[]')}, element_count = ${as('elementCount', 'int')},
        registered_by_id = ${as('byId', 'text')}, registered_at = ${as('at', 'timestamptz')}, version = version + 1
      from target where session.id = target.id
      returning (select coalesce(json_agg(code order by code), '[]') from card) as codes,
        exists (select from promise_value where promise_value.project_id = session.project_id) as "hasValues"
    `.compile(db);
  },
);
