import { Migration } from '@mikro-orm/migrations';

/** reports-and-locks */
export class Migration0011 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "period_lock" ("id" uuid not null, "municipality_id" uuid not null, "kind" text not null, "starts_on" date not null, "ends_on" date not null, "reason" text not null default \'\', "by_id" text not null, "at" timestamptz not null, "end_reason" text not null default \'\', "ended_by_id" text null, "ended_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "period_lock_municipality_id_index" on "period_lock" ("municipality_id");');
    this.addSql(
      'create table "period_exception" ("id" uuid not null, "lock_id" uuid not null, "project_id" uuid not null, "reason" text not null, "ends_on" date not null, "by_id" text not null, "at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "period_exception_lock_id_index" on "period_exception" ("lock_id");');
    this.addSql('create index "period_exception_project_id_index" on "period_exception" ("project_id");');
    this.addSql(
      'create table "report_download" ("id" uuid not null, "evaluation_id" uuid not null, "user_id" text not null, "source_id" uuid null, "audience" text not null, "form" text not null, "language" text not null, "content_hash" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "report_download_evaluation_id_index" on "report_download" ("evaluation_id");');
    this.addSql(
      'create table "evaluation_correction" ("id" uuid not null, "evaluation_id" uuid not null, "status" text not null, "differences" jsonb not null, "text" text not null default \'\', "drafted_at" timestamptz not null, "changed_at" timestamptz not null, "done_by_id" text null, "done_at" timestamptz null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql(
      'create index "evaluation_correction_evaluation_id_index" on "evaluation_correction" ("evaluation_id");',
    );
    this.addSql(
      'create table "correction_receiver" ("id" uuid not null, "correction_id" uuid not null, "kind" text not null, "place_id" text not null, "seen_by_id" text null, "seen_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "correction_receiver_correction_id_index" on "correction_receiver" ("correction_id");');
    this.addSql('create index "correction_receiver_place_id_index" on "correction_receiver" ("place_id");');
    this.addSql(
      'alter table "correction_receiver" add constraint "correction_receiver_correction_id_kind_place_id_unique" unique ("correction_id", "kind", "place_id");',
    );
    this.addSql(
      'alter table "period_lock" add constraint "period_lock_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "period_lock" add constraint "period_lock_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "period_lock" add constraint "period_lock_ended_by_id_foreign" foreign key ("ended_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "period_lock" add constraint "period_lock_kind_check" check ("kind" in (\'month\', \'quarter\', \'halfYear\'));',
    );
    this.addSql(
      'alter table "period_exception" add constraint "period_exception_lock_id_foreign" foreign key ("lock_id") references "period_lock" ("id");',
    );
    this.addSql(
      'alter table "period_exception" add constraint "period_exception_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "period_exception" add constraint "period_exception_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "report_download" add constraint "report_download_evaluation_id_foreign" foreign key ("evaluation_id") references "evaluation" ("id");',
    );
    this.addSql(
      'alter table "report_download" add constraint "report_download_user_id_foreign" foreign key ("user_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "report_download" add constraint "report_download_source_id_foreign" foreign key ("source_id") references "funding_source" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "evaluation_correction" add constraint "evaluation_correction_evaluation_id_foreign" foreign key ("evaluation_id") references "evaluation" ("id");',
    );
    this.addSql(
      'alter table "evaluation_correction" add constraint "evaluation_correction_done_by_id_foreign" foreign key ("done_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "evaluation_correction" add constraint "evaluation_correction_status_check" check ("status" in (\'draft\', \'sent\', \'dropped\'));',
    );
    this.addSql(
      'alter table "correction_receiver" add constraint "correction_receiver_correction_id_foreign" foreign key ("correction_id") references "evaluation_correction" ("id");',
    );
    this.addSql(
      'alter table "correction_receiver" add constraint "correction_receiver_seen_by_id_foreign" foreign key ("seen_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      "alter table \"correction_receiver\" add constraint \"correction_receiver_kind_check\" check (\"kind\" in ('body', 'funder', 'repeat', 'reader'));",
    );
  }
}
