import { Migration } from '@mikro-orm/migrations';

/** cards-and-kiosks */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "kiosk" ("id" uuid not null, "session_id" uuid not null, "opened_by_id" text not null, "opened_at" timestamptz not null, "ends_at" timestamptz not null, "ended_at" timestamptz null, "token_hash" text not null, "pin_hash" text not null, "asks_gender" boolean not null, "wrong_pin_count" int not null default 0, "locked_until" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "kiosk_session_id_index" on "kiosk" ("session_id");');
    this.addSql('alter table "kiosk" add constraint "kiosk_token_hash_unique" unique ("token_hash");');
    this.addSql(
      'create table "kiosk_receipt" ("id" uuid not null, "kiosk_id" uuid not null, "result" jsonb null, primary key ("id"));',
    );
    this.addSql('create index "kiosk_receipt_kiosk_id_index" on "kiosk_receipt" ("kiosk_id");');
    this.addSql(
      'create table "exit_pulse" ("session_id" uuid not null, "question" text not null, "answer" text not null, "answer_count" int not null, primary key ("session_id", "question", "answer"));',
    );
    this.addSql('alter table "participant_code" add "replaces_id" uuid null;');
    this.addSql(
      'alter table "participant_code" add constraint "participant_code_replaces_id_unique" unique ("replaces_id");',
    );
    this.addSql(
      'alter table "kiosk" add constraint "kiosk_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "kiosk" add constraint "kiosk_opened_by_id_foreign" foreign key ("opened_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "kiosk_receipt" add constraint "kiosk_receipt_kiosk_id_foreign" foreign key ("kiosk_id") references "kiosk" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "exit_pulse" add constraint "exit_pulse_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "exit_pulse" add constraint "exit_pulse_question_check" check ("question" in (\'safe\', \'included\', \'fun\'));',
    );
    this.addSql(
      "alter table \"exit_pulse\" add constraint \"exit_pulse_answer_check\" check (\"answer\" in ('yes', 'partly', 'no', 'declined'));",
    );
  }
}
