import { Migration } from '@mikro-orm/migrations';

/** Activities without a register, what a series expected before, and reminders. */
export class Migration0005 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "reminder" ("id" uuid not null, "municipality_id" uuid not null, "ower_kind" text not null, "ower_id" text not null, "sent_on" date not null, "sent_by_id" text not null, "letter_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "reminder_municipality_id_index" on "reminder" ("municipality_id");');
    this.addSql(
      'alter table "reminder" add constraint "reminder_ower_kind_ower_id_sent_on_unique" unique ("ower_kind", "ower_id", "sent_on");',
    );
    this.addSql(
      'create table "past_expectation" ("series_id" uuid not null, "until_on" date not null, "expected_count" int null, primary key ("series_id", "until_on"));',
    );
    this.addSql(
      'create table "open_activity" ("id" uuid not null, "project_id" uuid not null, "organisation_id" uuid null, "venue_id" uuid null, "kind" text not null, "on_day" date not null, "place_name" text null, "theme" text not null, "count" int not null, "minutes" int null, "staff_minutes" int null, "note" text null, "registered_by_id" text not null, "registered_at" timestamptz not null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "open_activity_project_id_on_day_index" on "open_activity" ("project_id", "on_day");');
    this.addSql(
      'alter table "reminder" add constraint "reminder_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "reminder" add constraint "reminder_sent_by_id_foreign" foreign key ("sent_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "reminder" add constraint "reminder_ower_kind_check" check ("ower_kind" in (\'organisation\', \'owner\', \'body\'));',
    );
    this.addSql(
      'alter table "past_expectation" add constraint "past_expectation_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "open_activity" add constraint "open_activity_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "open_activity" add constraint "open_activity_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "open_activity" add constraint "open_activity_venue_id_foreign" foreign key ("venue_id") references "venue" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "open_activity" add constraint "open_activity_registered_by_id_foreign" foreign key ("registered_by_id") references "app_user" ("id");',
    );
    this.addSql(
      "alter table \"open_activity\" add constraint \"open_activity_kind_check\" check (\"kind\" in ('outreach', 'presence', 'teaching', 'counselling', 'concernTalk', 'consultation'));",
    );
    this.addSql(
      "alter table \"open_activity\" add constraint \"open_activity_theme_check\" check (\"theme\" in ('wellbeing', 'leisure', 'schoolAndJob', 'alcoholAndDrugs', 'digital', 'conflict', 'safety', 'crime', 'family', 'other'));",
    );
  }
}
