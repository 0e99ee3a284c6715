import { Migration } from '@mikro-orm/migrations';

/** Every device keeps an entry of its own; what was registered before becomes the entry of one device. */
export class Migration0002 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "session_entry" ("session_id" uuid not null, "device_id" uuid not null, "by_id" text null, "revision" int not null, "counts" jsonb not null, "first_time_count" int null, "codes" jsonb not null, "facts" jsonb not null, "at" timestamptz not null, primary key ("session_id", "device_id"));',
    );
    this.addSql(
      'create table "session_change" ("id" uuid not null, "session_id" uuid not null, "by_id" text null, "at" timestamptz not null, "before" jsonb not null, "after" jsonb not null, primary key ("id"));',
    );
    this.addSql('create index "session_change_session_id_at_index" on "session_change" ("session_id", "at");');
    this.addSql('alter table "series" add "time_bands" int[] not null default \'{}\';');
    this.addSql(
      'alter table "session" add "mood" int null, add "delivered_elements" int[] null, add "element_count" int null;',
    );
    this.addSql('alter table "headcount" drop constraint "headcount_pkey";');
    this.addSql('alter table "headcount" add "from_minute" int not null default 0;');
    this.addSql('alter table "headcount" add primary key ("session_id", "age_band", "gender", "from_minute");');
    this.addSql(
      'alter table "session_entry" add constraint "session_entry_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "session_entry" add constraint "session_entry_by_id_foreign" foreign key ("by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session_change" add constraint "session_change_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "session_change" add constraint "session_change_by_id_foreign" foreign key ("by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(entriesOfRegistered);
  }
}

/** A session's own id stands for the device it was registered on before devices were told apart. */
const entriesOfRegistered = `
  insert into session_entry (session_id, device_id, by_id, revision, counts, first_time_count, codes, facts, at)
  select session.id, session.id, registered_by_id, 1,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'ageBand', age_band, 'gender', gender, 'fromMinute', from_minute, 'personCount', person_count
      )) from headcount where session_id = session.id
    ), '[]'),
    first_time_count,
    coalesce((
      select jsonb_agg(jsonb_build_object('code', code, 'times', 1))
      from code_visit join participant_code on participant_code.id = code_visit.code_id
      where code_visit.session_id = session.id
    ), '[]'),
    jsonb_strip_nulls(jsonb_build_object(
      'outcome', fact.of || jsonb_build_object('value', case when state = 'held' then jsonb_build_object('state', state)
        else jsonb_build_object('state', state, 'cancelledBy', cancelled_by, 'cancelReason', cancel_reason) end),
      'staff', fact.of || jsonb_build_object('value', jsonb_build_object('count', staff_count, 'minutes', staff_minutes)),
      'volunteers', fact.of
        || jsonb_build_object('value', jsonb_build_object('count', volunteer_count, 'minutes', volunteer_minutes)),
      'note', case when note <> '' then fact.of || jsonb_build_object('value', note) end
    )),
    coalesce(registered_at, held_on::timestamptz)
  from session, (select '{"revision":1,"seen":{}}'::jsonb as of) as fact
  where state <> 'planned'`;
