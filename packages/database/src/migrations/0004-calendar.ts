import { Migration } from '@mikro-orm/migrations';

/** Series without a rule, sessions that remember the day they were moved from, and calendar links. */
export class Migration0004 extends Migration {
  override up(): void {
    this.addSql(
      'create table "calendar_feed" ("id" uuid not null, "user_id" text not null, "kind" text not null, "project_id" uuid null, "venue_id" uuid null, "language" text not null, "token_hash" text not null, "made_at" timestamptz not null, "fetched_at" timestamptz null, "ended_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "calendar_feed_user_id_index" on "calendar_feed" ("user_id");');
    this.addSql('alter table "calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash");');
    this.addSql('alter table "series" add "kind" text not null default \'recurring\';');
    this.addSql('alter table "series" alter column "rule" drop not null;');
    this.addSql(
      'alter table "series" add constraint "series_kind_check" check ("kind" in (\'recurring\', \'programme\', \'onDemand\'));',
    );
    this.addSql('alter table "session" add "moved_from_on" date null, add "move_reason" text not null default \'\';');
    this.addSql('create index "session_venue_id_held_on_index" on "session" ("venue_id", "held_on");');
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_user_id_foreign" foreign key ("user_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_project_id_foreign" foreign key ("project_id") references "project" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_venue_id_foreign" foreign key ("venue_id") references "venue" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_kind_check" check ("kind" in (\'person\', \'project\', \'venue\'));',
    );
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_language_check" check ("language" in (\'da\', \'en\'));',
    );
  }
}
