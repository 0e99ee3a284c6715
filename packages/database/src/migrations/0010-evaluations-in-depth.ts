import { Migration } from '@mikro-orm/migrations';

/** Indicators in versions with method and ages; goals with a comparison; measurements divided, with mode and period; comments on paragraphs of an evaluation. */
export class Migration0010 extends Migration {
  override up(): void {
    this.addSql(
      'create table "comparison_reading" ("id" uuid not null, "goal_id" uuid not null, "measured_on" date not null, "value" double precision not null, "numerator_count" int null, "base_count" int null, "spread" double precision null, "note" text not null default \'\', "recorded_by_id" text not null, "recorded_at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "comparison_reading_goal_id_index" on "comparison_reading" ("goal_id");');
    this.addSql(
      'create table "evaluation_comment" ("id" uuid not null, "evaluation_id" uuid not null, "paragraph" text not null, "text" text not null, "by_id" text not null, "at" timestamptz not null, "answer" text not null default \'\', "settled_by_id" text null, "settled_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "evaluation_comment_evaluation_id_index" on "evaluation_comment" ("evaluation_id");');
    this.addSql(
      'alter table "indicator" add "method" text not null default \'\', add "disaggregations" text[] not null default \'{}\', add "min_age" int null, add "max_age" int null, add "change_reason" text not null default \'\', add "created_by_id" text null, add "created_at" timestamptz null;',
    );
    this.addSql(
      'alter table "indicator" add constraint "indicator_created_by_id_foreign" foreign key ("created_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql('alter table "indicator" add constraint "indicator_key_version_unique" unique ("key", "version");');
    this.addSql(
      'alter table "indicator" add constraint "indicator_disaggregations_check" check ("disaggregations" <@ array[\'ageBand\'::text, \'gender\'::text, \'place\'::text]);',
    );
    this.addSql(
      'alter table "goal" add "baseline_base_count" int null, add "baseline_spread" double precision null, add "design" text not null default \'none\', add "comparison" text not null default \'\', add "comparison_unit_count" int null, add "is_chosen_by_baseline" boolean not null default false;',
    );
    this.addSql(
      "alter table \"goal\" add constraint \"goal_design_check\" check (\"design\" in ('none', 'comparisonGroup', 'controlled', 'randomised'));",
    );
    this.addSql(
      'alter table "measurement" add "spread" double precision null, add "from_on" date null, add "mode" text null, add "parts" jsonb not null default \'[]\';',
    );
    this.addSql(
      "alter table \"measurement\" add constraint \"measurement_mode_check\" check (\"mode\" in ('headcount', 'cards', 'paper', 'screen', 'link', 'phone', 'conversation', 'records'));",
    );
    this.addSql('alter table "evaluation" add "elements" jsonb not null default \'[]\';');
    this.addSql(
      'alter table "comparison_reading" add constraint "comparison_reading_goal_id_foreign" foreign key ("goal_id") references "goal" ("id");',
    );
    this.addSql(
      'alter table "comparison_reading" add constraint "comparison_reading_recorded_by_id_foreign" foreign key ("recorded_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "evaluation_comment" add constraint "evaluation_comment_evaluation_id_foreign" foreign key ("evaluation_id") references "evaluation" ("id");',
    );
    this.addSql(
      'alter table "evaluation_comment" add constraint "evaluation_comment_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "evaluation_comment" add constraint "evaluation_comment_settled_by_id_foreign" foreign key ("settled_by_id") references "app_user" ("id") on delete set null;',
    );
  }
}
