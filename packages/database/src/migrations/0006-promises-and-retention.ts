import { Migration } from '@mikro-orm/migrations';

/** Promises by the quarter instead of three sums on the partner; totals, bases, holds and the log of retention. */
export class Migration0006 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "disposal_basis" ("id" uuid not null, "municipality_id" uuid not null, "text" text not null, "valid_from" date not null, "set_by_id" text not null, "set_at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "disposal_basis_municipality_id_index" on "disposal_basis" ("municipality_id");');
    this.addSql(
      'create table "session_total" ("id" uuid not null, "project_id" uuid not null, "series_id" uuid null, "organisation_id" uuid null, "host_id" uuid null, "month" text not null, "state" text not null, "count_unit" text not null, "cancelled_by" text null, "session_count" int not null, "counted_count" int not null, "first_time_count" int not null, "first_time_missing_count" int not null, "largest_count" int not null, "length_minutes" int not null, "counted_minutes" bigint not null, "staff_count" int not null, "staff_minutes" int not null, "volunteer_count" int not null, "volunteer_minutes" int not null, "mood_sum" int not null, "mood_count" int not null, "delivered_element_count" int not null, "asked_element_count" int not null, "expected_session_count" int not null, "expected_count" int not null, "expected_present_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "session_total_project_id_index" on "session_total" ("project_id");');
    this.addSql('create index "session_total_series_id_index" on "session_total" ("series_id");');
    this.addSql(
      'create table "partner_promise" ("id" uuid not null, "project_id" uuid not null, "partner_id" uuid not null, "kind" text not null, "unit" text not null default \'\', "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "partner_promise_project_id_index" on "partner_promise" ("project_id");');
    this.addSql(
      'alter table "partner_promise" add constraint "partner_promise_partner_id_kind_unit_unique" unique ("partner_id", "kind", "unit");',
    );
    this.addSql(
      'create table "promise_period" ("id" uuid not null, "promise_id" uuid not null, "year" int not null, "quarter" int not null, "quantity" int not null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql(
      'alter table "promise_period" add constraint "promise_period_promise_id_year_quarter_unique" unique ("promise_id", "year", "quarter");',
    );
    this.addSql(
      'create table "promise_statement" ("id" uuid not null, "period_id" uuid not null, "position" int not null, "side" text not null, "kind" text not null, "quantity" int not null, "registered_quantity" int null, "reason" text not null default \'\', "by_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql(
      'alter table "promise_statement" add constraint "promise_statement_period_id_position_unique" unique ("period_id", "position");',
    );
    this.addSql(
      'create table "headcount_total" ("id" uuid not null, "project_id" uuid not null, "series_id" uuid null, "month" text not null, "count_unit" text not null, "age_band" text not null, "gender" text not null, "from_minute" int not null, "person_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "headcount_total_project_id_index" on "headcount_total" ("project_id");');
    this.addSql(
      'create table "disposal" ("id" uuid not null, "municipality_id" uuid not null, "project_id" uuid null, "kind" text not null, "row_count" int not null, "reason" text not null, "basis_id" uuid not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "disposal_municipality_id_at_index" on "disposal" ("municipality_id", "at");');
    this.addSql(
      'create table "card_total" ("id" uuid not null, "project_id" uuid not null, "counted_on" date not null, "shown_count" int not null, "has_left" boolean null, "is_lost" boolean not null, "card_count" int not null, "issued_count" int not null, "lost_count" int not null, "seen_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "card_total_project_id_index" on "card_total" ("project_id");');
    this.addSql(
      'create table "promise_value" ("promise_id" uuid not null, "project_id" uuid not null, "line_id" uuid not null, "unit_value_oere" bigint not null, primary key ("promise_id"));',
    );
    this.addSql('create index "promise_value_project_id_index" on "promise_value" ("project_id");');
    this.addSql('create index "promise_value_line_id_index" on "promise_value" ("line_id");');
    this.addSql(
      'create table "archival_hold" ("id" uuid not null, "municipality_id" uuid not null, "project_id" uuid null, "reason" text not null, "set_by_id" text not null, "set_at" timestamptz not null, "lift_reason" text not null default \'\', "lifted_by_id" text null, "lifted_at" timestamptz null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "archival_hold_municipality_id_index" on "archival_hold" ("municipality_id");');
    this.addSql('create index "archival_hold_project_id_index" on "archival_hold" ("project_id");');
    this.addSql('alter table "expense" add "period_id" uuid null;');
    this.addSql(
      'alter table "expense" add constraint "expense_period_id_foreign" foreign key ("period_id") references "promise_period" ("id") on delete set null;',
    );
    this.addSql('alter table "expense" add constraint "expense_period_id_unique" unique ("period_id");');
    this.addSql(
      'alter table "disposal_basis" add constraint "disposal_basis_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "disposal_basis" add constraint "disposal_basis_set_by_id_foreign" foreign key ("set_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_host_id_foreign" foreign key ("host_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_state_check" check ("state" in (\'planned\', \'held\', \'cancelled\'));',
    );
    this.addSql(
      'alter table "session_total" add constraint "session_total_count_unit_check" check ("count_unit" in (\'visit\', \'contact\'));',
    );
    this.addSql(
      "alter table \"session_total\" add constraint \"session_total_cancelled_by_check\" check (\"cancelled_by\" in ('venue', 'owner', 'partner', 'weather', 'other'));",
    );
    this.addSql(
      'alter table "partner_promise" add constraint "partner_promise_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "partner_promise" add constraint "partner_promise_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete cascade;',
    );
    this.addSql(
      "alter table \"partner_promise\" add constraint \"partner_promise_kind_check\" check (\"kind\" in ('hall', 'staff', 'volunteers', 'introductions', 'other'));",
    );
    this.addSql(
      'alter table "promise_period" add constraint "promise_period_promise_id_foreign" foreign key ("promise_id") references "partner_promise" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "promise_statement" add constraint "promise_statement_period_id_foreign" foreign key ("period_id") references "promise_period" ("id");',
    );
    this.addSql(
      'alter table "promise_statement" add constraint "promise_statement_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "promise_statement" add constraint "promise_statement_side_check" check ("side" in (\'owner\', \'partner\'));',
    );
    this.addSql(
      'alter table "promise_statement" add constraint "promise_statement_kind_check" check ("kind" in (\'say\', \'accept\', \'promise\'));',
    );
    this.addSql(
      'alter table "headcount_total" add constraint "headcount_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "headcount_total" add constraint "headcount_total_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "headcount_total" add constraint "headcount_total_count_unit_check" check ("count_unit" in (\'visit\', \'contact\'));',
    );
    this.addSql(
      "alter table \"headcount_total\" add constraint \"headcount_total_age_band_check\" check (\"age_band\" in ('10-12', '13-15', '16-17', '18-25', 'unknown'));",
    );
    this.addSql(
      'alter table "headcount_total" add constraint "headcount_total_gender_check" check ("gender" in (\'boy\', \'girl\', \'other\'));',
    );
    this.addSql(
      'alter table "disposal" add constraint "disposal_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "disposal" add constraint "disposal_project_id_foreign" foreign key ("project_id") references "project" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "disposal" add constraint "disposal_basis_id_foreign" foreign key ("basis_id") references "disposal_basis" ("id");',
    );
    this.addSql(
      "alter table \"disposal\" add constraint \"disposal_kind_check\" check (\"kind\" in ('session', 'headcount', 'entry', 'pulse', 'note', 'card', 'cardVisit', 'audit', 'securityAudit', 'emergencyLog'));",
    );
    this.addSql(
      "alter table \"disposal\" add constraint \"disposal_reason_check\" check (\"reason\" in ('evaluationApproved', 'yearAfterEnd', 'age', 'yearAfterReview'));",
    );
    this.addSql(
      'alter table "card_total" add constraint "card_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "promise_value" add constraint "promise_value_promise_id_foreign" foreign key ("promise_id") references "partner_promise" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "promise_value" add constraint "promise_value_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "promise_value" add constraint "promise_value_line_id_foreign" foreign key ("line_id") references "budget_line" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "archival_hold" add constraint "archival_hold_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "archival_hold" add constraint "archival_hold_project_id_foreign" foreign key ("project_id") references "project" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "archival_hold" add constraint "archival_hold_set_by_id_foreign" foreign key ("set_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "archival_hold" add constraint "archival_hold_lifted_by_id_foreign" foreign key ("lifted_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'create table "pulse_total" ("id" uuid not null, "project_id" uuid not null, "series_id" uuid null, "month" text not null, "question" text not null, "answer" text not null, "answer_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "pulse_total_project_id_index" on "pulse_total" ("project_id");');
    this.addSql(
      'alter table "pulse_total" add constraint "pulse_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "pulse_total" add constraint "pulse_total_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "pulse_total" add constraint "pulse_total_question_check" check ("question" in (\'safe\', \'included\', \'fun\'));',
    );
    this.addSql(
      "alter table \"pulse_total\" add constraint \"pulse_total_answer_check\" check (\"answer\" in ('yes', 'partly', 'no', 'declined'));",
    );
    // What was promised for the whole project is spread evenly over its quarters, to the minute.
    this.addSql(`
      insert into partner_promise (id, project_id, partner_id, kind)
      select gen_random_uuid(), partner.project_id, partner.id, promised.kind
      from partner cross join lateral (values
        ('hall', promised_hall_minutes), ('staff', promised_staff_minutes), ('volunteers', promised_volunteer_minutes)
      ) as promised (kind, minutes)
      where promised.minutes > 0;
    `);
    this.addSql(`
      insert into promise_period (id, promise_id, year, quarter, quantity)
      select gen_random_uuid(), part.promise_id, extract(year from part.first_on)::int, extract(quarter from part.first_on)::int,
        part.minutes / part.quarters + case when part.place <= part.minutes % part.quarters then 1 else 0 end
      from (
        select promise.id as promise_id, quarter.first_on,
          case promise.kind
            when 'hall' then partner.promised_hall_minutes
            when 'staff' then partner.promised_staff_minutes
            else partner.promised_volunteer_minutes
          end as minutes,
          (count(*) over (partition by promise.id))::int as quarters,
          (row_number() over (partition by promise.id order by quarter.first_on))::int as place
        from partner_promise as promise
          join partner on partner.id = promise.partner_id
          join project on project.id = promise.project_id
          cross join lateral generate_series(
            date_trunc('quarter', coalesce(project.starts_on, make_date(project.year, 1, 1))::timestamp),
            coalesce(project.ends_on, make_date(project.year, 12, 31))::timestamp,
            interval '3 months'
          ) as quarter (first_on)
      ) as part;
    `);
    this.addSql(
      'alter table "partner" drop column "promised_hall_minutes", drop column "promised_staff_minutes", drop column "promised_volunteer_minutes";',
    );
  }
}
