import { Migration } from '@mikro-orm/migrations';

/** Surveys, their rounds, and all answers of a round in one row. */
export class Migration0009 extends Migration {
  override up(): void {
    this.addSql(
      `create table "survey" ("id" uuid not null, "project_id" uuid not null, "title" jsonb not null, "items" jsonb not null, "is_linked" boolean not null, "salt" text null, "unlink_on" date null, "closed_on" date null, "added_on" date not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "survey_project_id_index" on "survey" ("project_id");`);
    this.addSql(
      `create table "survey_wave" ("id" uuid not null, "survey_id" uuid not null, "kind" text not null, "opens_on" date not null, "closes_on" date not null, "ended_on" date null, "asked_count" int null, "token" text not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`alter table "survey_wave" add constraint "survey_wave_token_unique" unique ("token");`);
    this.addSql(
      `alter table "survey_wave" add constraint "survey_wave_survey_id_kind_unique" unique ("survey_id", "kind");`,
    );
    this.addSql(
      `create table "survey_answers" ("wave_id" uuid not null, "answers" jsonb not null, "answer_count" int not null, "double_count" int not null, primary key ("wave_id"));`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_project_id_foreign" foreign key ("project_id") references "project" ("id");`,
    );
    this.addSql(
      `alter table "survey_wave" add constraint "survey_wave_survey_id_foreign" foreign key ("survey_id") references "survey" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "survey_wave" add constraint "survey_wave_kind_check" check ("kind" in ('before', 'after', 'followUp'));`,
    );
    this.addSql(
      `alter table "survey_answers" add constraint "survey_answers_wave_id_foreign" foreign key ("wave_id") references "survey_wave" ("id") on update cascade on delete cascade;`,
    );
  }
}
