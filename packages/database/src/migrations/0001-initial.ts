import { Migration } from '@mikro-orm/migrations';

/** initial */
export class Migration0001 extends Migration {
  override up(): void {
    this.addSql("set names 'utf8';");
    this.addSql(
      'create table "audit_entry" ("id" uuid not null, "at" timestamptz not null, "actor_id" text not null, "municipality_id" uuid null, "project_id" uuid null, "action" text not null, "subject_kind" text not null, "subject_id" text not null, "changed" text[] not null, primary key ("id"));',
    );
    this.addSql('create index "audit_entry_project_id_at_index" on "audit_entry" ("project_id", "at");');
    this.addSql('create index "audit_entry_municipality_id_at_index" on "audit_entry" ("municipality_id", "at");');
    this.addSql(
      'create table "command_receipt" ("id" uuid not null, "actor_id" text not null, "procedure" text not null, "result" jsonb null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "command_receipt_at_index" on "command_receipt" ("at");');
    this.addSql(
      'create table "indicator" ("id" uuid not null, "key" text not null, "version" int not null, "title_da" text not null, "title_en" text not null, "tier" text null, "unit" text not null, "direction" text not null, "source" text not null, "numerator" text not null default \'\', "denominator" text not null default \'\', primary key ("id"));',
    );
    this.addSql(
      'create table "municipality" ("id" uuid not null, "name" text not null, "code" text null, "has_districts" boolean not null, "is_sample" boolean not null default false, "concern_url" text null, "created_at" timestamptz not null, primary key ("id"));',
    );
    this.addSql(
      'create table "intervention" ("id" uuid not null, "municipality_id" uuid not null, "version" int not null default 1, "title" text not null, "sort_key" text not null, "tier" text not null, "track" text not null, "min_age" int not null, "max_age" int not null, "themes" text[] not null, "problem" text not null, "target_group" text not null, "core_elements" text[] not null, "effects" text not null, "results" text not null, "activities" text not null, "resources" text not null, "known_risks" text not null, "is_shared" boolean not null default true, primary key ("id"));',
    );
    this.addSql('create index "intervention_municipality_id_index" on "intervention" ("municipality_id");');
    this.addSql(
      'create table "emergency_plan" ("id" uuid not null, "municipality_id" uuid not null, "area_name" text not null, "trigger" text not null, "status" text not null, "reviewed_on" date not null, "activated_on" date null, "closed_on" date null, "learning" text not null default \'\', primary key ("id"));',
    );
    this.addSql('create index "emergency_plan_municipality_id_index" on "emergency_plan" ("municipality_id");');
    this.addSql(
      'create table "district" ("id" uuid not null, "municipality_id" uuid not null, "name" text not null, "sort_key" text not null, "is_implicit" boolean not null default false, primary key ("id"));',
    );
    this.addSql('create index "district_municipality_id_index" on "district" ("municipality_id");');
    this.addSql(
      'create table "body" ("id" uuid not null, "municipality_id" uuid not null, "district_id" uuid null, "name" text not null, "sort_key" text not null, "kind" text not null, "level" text not null, primary key ("id"));',
    );
    this.addSql('create index "body_municipality_id_index" on "body" ("municipality_id");');
    this.addSql(
      'create table "meeting" ("id" uuid not null, "body_id" uuid not null, "kind" text not null, "title" text not null, "held_on" date not null, "start_minute" int not null, "was_held" boolean null, primary key ("id"));',
    );
    this.addSql('create index "meeting_body_id_index" on "meeting" ("body_id");');
    this.addSql(
      'create table "action_item" ("id" uuid not null, "meeting_id" uuid not null, "text" text not null, "responsible" text not null, "deadline_on" date not null, "done_on" date null, primary key ("id"));',
    );
    this.addSql('create index "action_item_meeting_id_index" on "action_item" ("meeting_id");');
    this.addSql(
      'create table "annual_plan" ("id" uuid not null, "body_id" uuid not null, "year" int not null, "status" text not null, "situation" text not null default \'\', "challenges" text not null default \'\', "frame_oere" bigint not null, "other_costs_oere" bigint not null default \'0\', "adopted_on" date null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "annual_plan_body_id_index" on "annual_plan" ("body_id");');
    this.addSql(
      'alter table "annual_plan" add constraint "annual_plan_body_id_year_unique" unique ("body_id", "year");',
    );
    this.addSql(
      'create table "observation" ("id" uuid not null, "district_id" uuid not null, "place_name" text not null, "theme" text not null, "from_on" date not null, "to_on" date not null, "text" text not null, primary key ("id"));',
    );
    this.addSql('create index "observation_district_id_index" on "observation" ("district_id");');
    this.addSql(
      'create table "organisation" ("id" uuid not null, "municipality_id" uuid not null, "name" text not null, "sort_key" text not null, "kind" text not null, "cvr" text null, "within_section115" boolean not null default false, "section115_reason" text null, primary key ("id"));',
    );
    this.addSql('create index "organisation_municipality_id_index" on "organisation" ("municipality_id");');
    this.addSql(
      'create table "population" ("id" uuid not null, "district_id" uuid not null, "year" int not null, "youth_count" int not null, "source" text not null, "is_example" boolean not null, primary key ("id"));',
    );
    this.addSql('create index "population_district_id_index" on "population" ("district_id");');
    this.addSql(
      'alter table "population" add constraint "population_district_id_year_unique" unique ("district_id", "year");',
    );
    this.addSql(
      'create table "rate_limit" ("id" text not null, "key" text not null, "count" int not null, "last_request" bigint not null, primary key ("id"));',
    );
    this.addSql('alter table "rate_limit" add constraint "rate_limit_key_unique" unique ("key");');
    this.addSql(
      'create table "rule_card" ("id" uuid not null, "organisation_id" uuid not null, "ask_from_share" double precision null, "ask_from_oere" bigint null, "report_from_share" double precision null, "min_cofunding_share" double precision null, "note" text not null default \'\', primary key ("id"));',
    );
    this.addSql(
      'alter table "rule_card" add constraint "rule_card_organisation_id_unique" unique ("organisation_id");',
    );
    this.addSql(
      'create table "school_holiday" ("id" uuid not null, "municipality_id" uuid not null, "name_da" text not null, "name_en" text not null, "first_on" date not null, "last_on" date not null, primary key ("id"));',
    );
    this.addSql('create index "school_holiday_municipality_id_index" on "school_holiday" ("municipality_id");');
    this.addSql(
      'create table "app_user" ("id" text not null, "name" text not null, "email" text not null, "email_verified" boolean not null default false, "image" text null, "title" text not null default \'\', "language" text not null default \'da\', "story_order" int null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));',
    );
    this.addSql('alter table "app_user" add constraint "app_user_email_unique" unique ("email");');
    this.addSql(
      'create table "sign_in" ("id" text not null, "token" text not null, "user_id" text not null, "expires_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));',
    );
    this.addSql('alter table "sign_in" add constraint "sign_in_token_unique" unique ("token");');
    this.addSql('create index "sign_in_user_id_index" on "sign_in" ("user_id");');
    this.addSql(
      'create table "membership" ("id" uuid not null, "user_id" text not null, "role" text not null, "place_kind" text not null, "place_id" uuid not null, "municipality_id" uuid not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('create index "membership_user_id_index" on "membership" ("user_id");');
    this.addSql('create index "membership_municipality_id_index" on "membership" ("municipality_id");');
    this.addSql('create index "membership_place_kind_place_id_index" on "membership" ("place_kind", "place_id");');
    this.addSql(
      'alter table "membership" add constraint "membership_user_id_role_place_kind_place_id_unique" unique ("user_id", "role", "place_kind", "place_id");',
    );
    this.addSql(
      'create table "invitation" ("id" uuid not null, "token_hash" text not null, "email" text not null, "name" text not null, "role" text not null, "place_kind" text not null, "place_id" uuid not null, "municipality_id" uuid not null, "invited_by_id" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, primary key ("id"));',
    );
    this.addSql('alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash");');
    this.addSql('create index "invitation_municipality_id_index" on "invitation" ("municipality_id");');
    this.addSql(
      'create table "account" ("id" text not null, "account_id" text not null, "provider_id" text not null, "user_id" text not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));',
    );
    this.addSql('create index "account_user_id_index" on "account" ("user_id");');
    this.addSql(
      'create table "venue" ("id" uuid not null, "municipality_id" uuid not null, "district_id" uuid null, "organisation_id" uuid null, "name" text not null, "sort_key" text not null, "address" text not null default \'\', primary key ("id"));',
    );
    this.addSql('create index "venue_municipality_id_index" on "venue" ("municipality_id");');
    this.addSql(
      'create table "project" ("id" uuid not null, "municipality_id" uuid not null, "district_id" uuid null, "body_id" uuid null, "intervention_id" uuid null, "venue_id" uuid null, "year" int not null, "status" text not null, "title" text not null, "sort_key" text not null, "summary" text not null default \'\', "track" text not null, "tier" text null, "tier_reason" text not null default \'\', "themes" text[] not null, "min_age" int null, "max_age" int null, "extended_min_age" int null, "extended_min_age_reason" text not null default \'\', "area_name" text not null default \'\', "starts_on" date null, "ends_on" date null, "uses_codes" boolean not null default false, "challenge" text not null default \'\', "target_group" text not null default \'\', "target_group_count" int null, "effects" text not null default \'\', "results" text not null default \'\', "activities" text not null default \'\', "resources" text not null default \'\', "assumptions" jsonb not null, "adults_present" text null, "structure" text null, "group_mix" text null, "harm_answer" text not null default \'\', "name_checked_on" date null, "copied_from_id" uuid null, "created_by_id" text not null, "submitted_by_id" text null, "submitted_at" timestamptz null, "locked_at" timestamptz null, "stop_reason" text not null default \'\', "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "project_district_id_index" on "project" ("district_id");');
    this.addSql('create index "project_body_id_index" on "project" ("body_id");');
    this.addSql('create index "project_intervention_id_index" on "project" ("intervention_id");');
    this.addSql(
      'create index "project_municipality_id_year_status_index" on "project" ("municipality_id", "year", "status");',
    );
    this.addSql(
      'create table "series" ("id" uuid not null, "project_id" uuid not null, "venue_id" uuid null, "organisation_id" uuid null, "title" text not null, "rule" text not null, "first_on" date not null, "last_on" date not null, "start_minute" int not null, "end_minute" int not null, "count_unit" text not null default \'visit\', "expected_count" int null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "series_project_id_index" on "series" ("project_id");');
    this.addSql(
      'create table "skip" ("id" uuid not null, "series_id" uuid not null, "on_day" date not null, "kind" text not null, "reason" text not null, primary key ("id"));',
    );
    this.addSql('create index "skip_series_id_index" on "skip" ("series_id");');
    this.addSql('alter table "skip" add constraint "skip_series_id_on_day_unique" unique ("series_id", "on_day");');
    this.addSql(
      'create table "session" ("id" uuid not null, "project_id" uuid not null, "series_id" uuid null, "venue_id" uuid null, "organisation_id" uuid null, "title" text not null, "held_on" date not null, "start_minute" int not null, "end_minute" int not null, "count_unit" text not null default \'visit\', "state" text not null, "visit_count" int null, "first_time_count" int null, "staff_count" int not null default 0, "staff_minutes" int not null default 0, "volunteer_count" int not null default 0, "volunteer_minutes" int not null default 0, "cancelled_by" text null, "cancel_reason" text not null default \'\', "note" text not null default \'\', "registered_by_id" text null, "registered_at" timestamptz null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "session_series_id_index" on "session" ("series_id");');
    this.addSql('create index "session_project_id_held_on_index" on "session" ("project_id", "held_on");');
    this.addSql('create index "session_project_id_visit_count_index" on "session" ("project_id", "visit_count");');
    this.addSql(
      'create index "session_organisation_id_state_held_on_index" on "session" ("organisation_id", "state", "held_on");',
    );
    this.addSql(
      'create table "headcount" ("session_id" uuid not null, "age_band" text not null, "gender" text not null, "person_count" int not null, primary key ("session_id", "age_band", "gender"));',
    );
    this.addSql(
      'create table "project_step" ("id" uuid not null, "project_id" uuid not null, "from_status" text not null, "to_status" text not null, "comment" text not null default \'\', "by_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "project_step_project_id_index" on "project_step" ("project_id");');
    this.addSql(
      'create table "project_figures" ("project_id" uuid not null, "planned_count" int not null default 0, "held_count" int not null default 0, "cancelled_count" int not null default 0, "visit_count" int not null default 0, "contact_count" int not null default 0, "first_time_count" int not null default 0, "first_time_missing_count" int not null default 0, "largest_visit_count" int not null default 0, "held_minutes" int not null default 0, "visit_minutes" bigint not null default \'0\', "staff_minutes" int not null default 0, "volunteer_minutes" int not null default 0, "budget_cash_oere" bigint not null default \'0\', "budget_in_kind_oere" bigint not null default \'0\', "spent_cash_oere" bigint not null default \'0\', "spent_in_kind_oere" bigint not null default \'0\', "goal_count" int not null default 0, "goal_measured_count" int not null default 0, "goal_met_count" int not null default 0, "started_count" int not null default 0, "completed_count" int not null default 0, primary key ("project_id"));',
    );
    this.addSql(
      'create table "partner" ("id" uuid not null, "project_id" uuid not null, "organisation_id" uuid not null, "role" text not null, "promise" text not null default \'\', "promised_hall_minutes" int not null default 0, "promised_staff_minutes" int not null default 0, "promised_volunteer_minutes" int not null default 0, "registers" boolean not null default false, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "partner_project_id_index" on "partner" ("project_id");');
    this.addSql('create index "partner_organisation_id_index" on "partner" ("organisation_id");');
    this.addSql(
      'alter table "partner" add constraint "partner_project_id_organisation_id_unique" unique ("project_id", "organisation_id");',
    );
    this.addSql(
      'create table "participant_code" ("id" uuid not null, "project_id" uuid not null, "code" text not null, "issued_on" date not null, "lost_on" date null, primary key ("id"));',
    );
    this.addSql('create index "participant_code_project_id_index" on "participant_code" ("project_id");');
    this.addSql(
      'alter table "participant_code" add constraint "participant_code_project_id_code_unique" unique ("project_id", "code");',
    );
    this.addSql(
      'create table "code_visit" ("id" uuid not null, "session_id" uuid not null, "code_id" uuid not null, primary key ("id"));',
    );
    this.addSql('create index "code_visit_session_id_index" on "code_visit" ("session_id");');
    this.addSql('create index "code_visit_code_id_index" on "code_visit" ("code_id");');
    this.addSql(
      'alter table "code_visit" add constraint "code_visit_session_id_code_id_unique" unique ("session_id", "code_id");',
    );
    this.addSql(
      'create table "locked_change" ("id" uuid not null, "project_id" uuid not null, "subject_kind" text not null, "subject_id" uuid not null, "field" text not null, "from_text" text not null, "to_text" text not null, "reason" text not null, "by_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "locked_change_project_id_index" on "locked_change" ("project_id");');
    this.addSql('create index "locked_change_subject_id_index" on "locked_change" ("subject_id");');
    this.addSql(
      'create table "learning_card" ("project_id" uuid not null, "municipality_id" uuid not null, "district_id" uuid null, "title" text not null, "sort_key" text not null, "year" int not null, "tier" text not null, "themes" text[] not null, "min_age" int not null, "max_age" int not null, "is_stopped" boolean not null, "recommendation" text null, "evidence_level" int null, "cost_per_visit_hour_oere" bigint null, "summary" text not null, "worked" text not null, "did_not_work" text not null, "for_whom" text not null, "search_text" text not null, "search_vector" tsvector generated always as (to_tsvector(\'danish\'::regconfig, search_text)) stored not null, "published_at" timestamptz not null, primary key ("project_id"));',
    );
    this.addSql('create index "learning_card_municipality_id_index" on "learning_card" ("municipality_id");');
    this.addSql('create index "learning_card_district_id_index" on "learning_card" ("district_id");');
    this.addSql('create index "learning_card_search_vector_index" on "learning_card" using gin ("search_vector");');
    this.addSql(
      'create table "half_year_total" ("id" uuid not null, "project_id" uuid not null, "year" int not null, "half" int not null, "started_count" int not null, "completed_count" int not null, "registered_by_id" text not null, "registered_at" timestamptz not null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "half_year_total_project_id_index" on "half_year_total" ("project_id");');
    this.addSql(
      'alter table "half_year_total" add constraint "half_year_total_project_id_year_half_unique" unique ("project_id", "year", "half");',
    );
    this.addSql(
      'create table "goal" ("id" uuid not null, "project_id" uuid not null, "indicator_id" uuid null, "position" int not null, "tier" text not null, "title" text not null, "baseline_value" double precision null, "baseline_missing" text null, "baseline_on" date null, "target_value" double precision null, "deadline_on" date null, "responsible" text not null default \'\', "assumption" text not null default \'\', "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "goal_project_id_index" on "goal" ("project_id");');
    this.addSql(
      'create table "measurement" ("id" uuid not null, "goal_id" uuid not null, "measured_on" date not null, "value" double precision null, "missing" text null, "numerator_count" int null, "base_count" int null, "method" text not null, "note" text not null default \'\', "recorded_by_id" text not null, "recorded_at" timestamptz not null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "measurement_goal_id_index" on "measurement" ("goal_id");');
    this.addSql(
      'create table "funding_source" ("id" uuid not null, "project_id" uuid not null, "organisation_id" uuid null, "position" int not null, "name" text not null, "kind" text not null, "amount_oere" bigint not null, "is_plan_frame" boolean not null default false, "reports_on" date null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "funding_source_project_id_index" on "funding_source" ("project_id");');
    this.addSql('create index "funding_source_organisation_id_index" on "funding_source" ("organisation_id");');
    this.addSql(
      'create table "funder_view" ("id" uuid not null, "source_id" uuid not null, "user_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "funder_view_source_id_index" on "funder_view" ("source_id");');
    this.addSql(
      'create table "evaluation" ("id" uuid not null, "project_id" uuid not null, "status" text not null, "worked" text not null default \'\', "did_not_work" text not null default \'\', "for_whom" text not null default \'\', "adaptations" text not null default \'\', "cost_text" text not null default \'\', "preconditions" text not null default \'\', "recommendation" text null, "recommendation_reason" text not null default \'\', "return_comment" text not null default \'\', "submitted_by_id" text null, "submitted_at" timestamptz null, "approved_by_id" text null, "frozen_at" timestamptz null, "frozen" jsonb null, "content_hash" text null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('alter table "evaluation" add constraint "evaluation_project_id_unique" unique ("project_id");');
    this.addSql(
      'create table "goal_outcome" ("id" uuid not null, "evaluation_id" uuid not null, "goal_id" uuid not null, "attainment" text not null, "evidence_level" int not null, "comment" text not null default \'\', primary key ("id"));',
    );
    this.addSql('create index "goal_outcome_evaluation_id_index" on "goal_outcome" ("evaluation_id");');
    this.addSql(
      'alter table "goal_outcome" add constraint "goal_outcome_evaluation_id_goal_id_unique" unique ("evaluation_id", "goal_id");',
    );
    this.addSql(
      'create table "evaluation_note" ("id" uuid not null, "evaluation_id" uuid not null, "text" text not null, "by_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "evaluation_note_evaluation_id_index" on "evaluation_note" ("evaluation_id");');
    this.addSql(
      'create table "decision" ("id" uuid not null, "meeting_id" uuid not null, "project_id" uuid null, "position" int not null, "text" text not null, "expectation" text not null default \'\', "review_on" date null, primary key ("id"));',
    );
    this.addSql('create index "decision_meeting_id_index" on "decision" ("meeting_id");');
    this.addSql(
      'create table "budget_line" ("id" uuid not null, "project_id" uuid not null, "position" int not null, "title" text not null, "quantity_hundredths" bigint not null, "unit" text not null, "unit_price_oere" bigint not null, "amount_oere" bigint not null, "spent_oere" bigint not null default \'0\', "kind" text not null, "is_eligible" boolean not null default true, "note" text not null default \'\', "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "budget_line_project_id_index" on "budget_line" ("project_id");');
    this.addSql(
      'create table "line_share" ("id" uuid not null, "line_id" uuid not null, "source_id" uuid not null, "amount_oere" bigint not null, primary key ("id"));',
    );
    this.addSql('create index "line_share_line_id_index" on "line_share" ("line_id");');
    this.addSql('create index "line_share_source_id_index" on "line_share" ("source_id");');
    this.addSql(
      'alter table "line_share" add constraint "line_share_line_id_source_id_unique" unique ("line_id", "source_id");',
    );
    this.addSql(
      'create table "expense" ("id" uuid not null, "project_id" uuid not null, "line_id" uuid not null, "spent_on" date not null, "amount_oere" bigint not null, "voucher" text not null default \'\', "note" text not null default \'\', "recorded_by_id" text not null, "recorded_at" timestamptz not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("id"));',
    );
    this.addSql('create index "expense_project_id_index" on "expense" ("project_id");');
    this.addSql('create index "expense_line_id_index" on "expense" ("line_id");');
    this.addSql(
      'create table "budget_change" ("id" uuid not null, "project_id" uuid not null, "from_line_id" uuid not null, "to_line_id" uuid not null, "amount_oere" bigint not null, "reason" text not null, "verdict" text not null, "status" text not null, "parts" jsonb not null default \'[]\', "by_id" text not null, "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "budget_change_project_id_index" on "budget_change" ("project_id");');
    this.addSql(
      'create table "adaptation" ("id" uuid not null, "project_id" uuid not null, "field" text not null, "from_text" text not null, "to_text" text not null, "reason" text not null default \'\', "at" timestamptz not null, primary key ("id"));',
    );
    this.addSql('create index "adaptation_project_id_index" on "adaptation" ("project_id");');
    this.addSql(
      'create table "verification" ("id" text not null, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));',
    );
    this.addSql('create index "verification_identifier_index" on "verification" ("identifier");');
    this.addSql(
      'alter table "indicator" add constraint "indicator_tier_check" check ("tier" in (\'general\', \'specific\', \'individual\'));',
    );
    this.addSql(
      "alter table \"indicator\" add constraint \"indicator_unit_check\" check (\"unit\" in ('count', 'share', 'mean', 'oere', 'yesNo'));",
    );
    this.addSql(
      "alter table \"indicator\" add constraint \"indicator_direction_check\" check (\"direction\" in ('atLeast', 'atMost', 'up', 'down'));",
    );
    this.addSql(
      'alter table "intervention" add constraint "intervention_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "intervention" add constraint "intervention_tier_check" check ("tier" in (\'general\', \'specific\', \'individual\'));',
    );
    this.addSql(
      'alter table "intervention" add constraint "intervention_track_check" check ("track" in (\'ssp\', \'sspPlus\'));',
    );
    this.addSql(
      "alter table \"intervention\" add constraint \"intervention_themes_check\" check (\"themes\" <@ array['leisure'::text, 'safety'::text, 'drugs'::text, 'digital'::text, 'job'::text, 'outreach'::text, 'community'::text, 'family'::text, 'reoffending'::text, 'holiday'::text]);",
    );
    this.addSql(
      'alter table "emergency_plan" add constraint "emergency_plan_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "emergency_plan" add constraint "emergency_plan_status_check" check ("status" in (\'standing\', \'active\', \'closed\'));',
    );
    this.addSql(
      'alter table "district" add constraint "district_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "body" add constraint "body_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "body" add constraint "body_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete set null;',
    );
    this.addSql(
      "alter table \"body\" add constraint \"body_kind_check\" check (\"kind\" in ('sspCommittee', 'localCouncil', 'policeDistrictCouncil', 'keyPersonGroup', 'followGroup', 'steeringGroup'));",
    );
    this.addSql(
      'alter table "body" add constraint "body_level_check" check ("level" in (\'leading\', \'coordinating\', \'executing\'));',
    );
    this.addSql(
      'alter table "meeting" add constraint "meeting_body_id_foreign" foreign key ("body_id") references "body" ("id");',
    );
    this.addSql(
      "alter table \"meeting\" add constraint \"meeting_kind_check\" check (\"kind\" in ('committee', 'seminar', 'coordination', 'informationExchange'));",
    );
    this.addSql(
      'alter table "action_item" add constraint "action_item_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");',
    );
    this.addSql(
      'alter table "annual_plan" add constraint "annual_plan_body_id_foreign" foreign key ("body_id") references "body" ("id");',
    );
    this.addSql(
      'alter table "annual_plan" add constraint "annual_plan_status_check" check ("status" in (\'draft\', \'adopted\', \'closed\'));',
    );
    this.addSql(
      'alter table "observation" add constraint "observation_district_id_foreign" foreign key ("district_id") references "district" ("id");',
    );
    this.addSql(
      'alter table "organisation" add constraint "organisation_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      "alter table \"organisation\" add constraint \"organisation_kind_check\" check (\"kind\" in ('municipalAdministration', 'municipalDepartment', 'stateAuthority', 'police', 'school', 'youthSchool', 'youthEducation', 'leisureCentre', 'club', 'sportsHall', 'association', 'housingMasterplan', 'housingAssociation', 'foundation', 'library', 'business', 'volunteers'));",
    );
    this.addSql(
      'alter table "population" add constraint "population_district_id_foreign" foreign key ("district_id") references "district" ("id");',
    );
    this.addSql(
      'alter table "rule_card" add constraint "rule_card_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");',
    );
    this.addSql(
      'alter table "school_holiday" add constraint "school_holiday_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "app_user" add constraint "app_user_language_check" check ("language" in (\'da\', \'en\'));',
    );
    this.addSql(
      'alter table "sign_in" add constraint "sign_in_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "membership" add constraint "membership_user_id_foreign" foreign key ("user_id") references "app_user" ("id");',
    );
    this.addSql(
      "alter table \"membership\" add constraint \"membership_role_check\" check (\"role\" in ('coordinator', 'committeeMember', 'owner', 'partner', 'funder', 'dataProtectionOfficer'));",
    );
    this.addSql(
      "alter table \"membership\" add constraint \"membership_place_kind_check\" check (\"place_kind\" in ('municipality', 'body', 'project', 'organisation', 'fundingSource'));",
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "app_user" ("id");',
    );
    this.addSql(
      "alter table \"invitation\" add constraint \"invitation_role_check\" check (\"role\" in ('coordinator', 'committeeMember', 'owner', 'partner', 'funder', 'dataProtectionOfficer'));",
    );
    this.addSql(
      "alter table \"invitation\" add constraint \"invitation_place_kind_check\" check (\"place_kind\" in ('municipality', 'body', 'project', 'organisation', 'fundingSource'));",
    );
    this.addSql(
      'alter table "account" add constraint "account_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "venue" add constraint "venue_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "venue" add constraint "venue_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "venue" add constraint "venue_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "project" add constraint "project_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "project" add constraint "project_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "project" add constraint "project_body_id_foreign" foreign key ("body_id") references "body" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "project" add constraint "project_intervention_id_foreign" foreign key ("intervention_id") references "intervention" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "project" add constraint "project_venue_id_foreign" foreign key ("venue_id") references "venue" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "project" add constraint "project_created_by_id_foreign" foreign key ("created_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "project" add constraint "project_submitted_by_id_foreign" foreign key ("submitted_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      "alter table \"project\" add constraint \"project_status_check\" check (\"status\" in ('idea', 'draft', 'submitted', 'returned', 'approved', 'running', 'paused', 'closed', 'evaluated', 'archived', 'rejected', 'stopped'));",
    );
    this.addSql(
      'alter table "project" add constraint "project_track_check" check ("track" in (\'ssp\', \'sspPlus\'));',
    );
    this.addSql(
      'alter table "project" add constraint "project_tier_check" check ("tier" in (\'general\', \'specific\', \'individual\'));',
    );
    this.addSql(
      "alter table \"project\" add constraint \"project_themes_check\" check (\"themes\" <@ array['leisure'::text, 'safety'::text, 'drugs'::text, 'digital'::text, 'job'::text, 'outreach'::text, 'community'::text, 'family'::text, 'reoffending'::text, 'holiday'::text]);",
    );
    this.addSql(
      'alter table "project" add constraint "project_adults_present_check" check ("adults_present" in (\'always\', \'partly\', \'no\'));',
    );
    this.addSql(
      'alter table "project" add constraint "project_structure_check" check ("structure" in (\'fixed\', \'partly\', \'open\'));',
    );
    this.addSql(
      'alter table "project" add constraint "project_group_mix_check" check ("group_mix" in (\'mixed\', \'onlyAtRisk\'));',
    );
    this.addSql(
      'alter table "series" add constraint "series_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "series" add constraint "series_venue_id_foreign" foreign key ("venue_id") references "venue" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "series" add constraint "series_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "series" add constraint "series_count_unit_check" check ("count_unit" in (\'visit\', \'contact\'));',
    );
    this.addSql(
      'alter table "skip" add constraint "skip_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "skip" add constraint "skip_kind_check" check ("kind" in (\'publicHoliday\', \'schoolHoliday\', \'chosen\'));',
    );
    this.addSql(
      'alter table "session" add constraint "session_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "session" add constraint "session_series_id_foreign" foreign key ("series_id") references "series" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session" add constraint "session_venue_id_foreign" foreign key ("venue_id") references "venue" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session" add constraint "session_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session" add constraint "session_registered_by_id_foreign" foreign key ("registered_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "session" add constraint "session_count_unit_check" check ("count_unit" in (\'visit\', \'contact\'));',
    );
    this.addSql(
      'alter table "session" add constraint "session_state_check" check ("state" in (\'planned\', \'held\', \'cancelled\'));',
    );
    this.addSql(
      "alter table \"session\" add constraint \"session_cancelled_by_check\" check (\"cancelled_by\" in ('venue', 'owner', 'partner', 'weather', 'other'));",
    );
    this.addSql(
      'alter table "headcount" add constraint "headcount_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      "alter table \"headcount\" add constraint \"headcount_age_band_check\" check (\"age_band\" in ('10-12', '13-15', '16-17', '18-25', 'unknown'));",
    );
    this.addSql(
      'alter table "headcount" add constraint "headcount_gender_check" check ("gender" in (\'boy\', \'girl\', \'other\'));',
    );
    this.addSql(
      'alter table "project_step" add constraint "project_step_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "project_step" add constraint "project_step_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      "alter table \"project_step\" add constraint \"project_step_from_status_check\" check (\"from_status\" in ('idea', 'draft', 'submitted', 'returned', 'approved', 'running', 'paused', 'closed', 'evaluated', 'archived', 'rejected', 'stopped'));",
    );
    this.addSql(
      "alter table \"project_step\" add constraint \"project_step_to_status_check\" check (\"to_status\" in ('idea', 'draft', 'submitted', 'returned', 'approved', 'running', 'paused', 'closed', 'evaluated', 'archived', 'rejected', 'stopped'));",
    );
    this.addSql(
      'alter table "project_figures" add constraint "project_figures_project_id_foreign" foreign key ("project_id") references "project" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "partner" add constraint "partner_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "partner" add constraint "partner_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");',
    );
    this.addSql(
      "alter table \"partner\" add constraint \"partner_role_check\" check (\"role\" in ('host', 'staff', 'funder', 'referral', 'visit', 'advice'));",
    );
    this.addSql(
      'alter table "participant_code" add constraint "participant_code_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "code_visit" add constraint "code_visit_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "code_visit" add constraint "code_visit_code_id_foreign" foreign key ("code_id") references "participant_code" ("id");',
    );
    this.addSql(
      'alter table "locked_change" add constraint "locked_change_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "locked_change" add constraint "locked_change_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "locked_change" add constraint "locked_change_subject_kind_check" check ("subject_kind" in (\'project\', \'goal\'));',
    );
    this.addSql(
      'alter table "learning_card" add constraint "learning_card_project_id_foreign" foreign key ("project_id") references "project" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "learning_card" add constraint "learning_card_municipality_id_foreign" foreign key ("municipality_id") references "municipality" ("id");',
    );
    this.addSql(
      'alter table "learning_card" add constraint "learning_card_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "learning_card" add constraint "learning_card_tier_check" check ("tier" in (\'general\', \'specific\', \'individual\'));',
    );
    this.addSql(
      "alter table \"learning_card\" add constraint \"learning_card_themes_check\" check (\"themes\" <@ array['leisure'::text, 'safety'::text, 'drugs'::text, 'digital'::text, 'job'::text, 'outreach'::text, 'community'::text, 'family'::text, 'reoffending'::text, 'holiday'::text]);",
    );
    this.addSql(
      "alter table \"learning_card\" add constraint \"learning_card_recommendation_check\" check (\"recommendation\" in ('continue', 'adjust', 'stop', 'spread'));",
    );
    this.addSql(
      'alter table "half_year_total" add constraint "half_year_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "half_year_total" add constraint "half_year_total_registered_by_id_foreign" foreign key ("registered_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "goal" add constraint "goal_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "goal" add constraint "goal_indicator_id_foreign" foreign key ("indicator_id") references "indicator" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "goal" add constraint "goal_tier_check" check ("tier" in (\'general\', \'specific\', \'individual\'));',
    );
    this.addSql(
      'alter table "goal" add constraint "goal_baseline_missing_check" check ("baseline_missing" in (\'notMeasured\', \'notApplicable\', \'withheld\'));',
    );
    this.addSql(
      'alter table "measurement" add constraint "measurement_goal_id_foreign" foreign key ("goal_id") references "goal" ("id");',
    );
    this.addSql(
      'alter table "measurement" add constraint "measurement_recorded_by_id_foreign" foreign key ("recorded_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "measurement" add constraint "measurement_missing_check" check ("missing" in (\'notMeasured\', \'notApplicable\', \'withheld\'));',
    );
    this.addSql(
      "alter table \"measurement\" add constraint \"measurement_method_check\" check (\"method\" in ('registration', 'survey', 'interview', 'register', 'observation', 'count'));",
    );
    this.addSql(
      'alter table "funding_source" add constraint "funding_source_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "funding_source" add constraint "funding_source_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "funding_source" add constraint "funding_source_kind_check" check ("kind" in (\'cash\', \'inKind\'));',
    );
    this.addSql(
      'alter table "funder_view" add constraint "funder_view_source_id_foreign" foreign key ("source_id") references "funding_source" ("id");',
    );
    this.addSql(
      'alter table "funder_view" add constraint "funder_view_user_id_foreign" foreign key ("user_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "evaluation" add constraint "evaluation_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "evaluation" add constraint "evaluation_submitted_by_id_foreign" foreign key ("submitted_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "evaluation" add constraint "evaluation_approved_by_id_foreign" foreign key ("approved_by_id") references "app_user" ("id") on delete set null;',
    );
    this.addSql(
      "alter table \"evaluation\" add constraint \"evaluation_status_check\" check (\"status\" in ('draft', 'submitted', 'returned', 'approved'));",
    );
    this.addSql(
      "alter table \"evaluation\" add constraint \"evaluation_recommendation_check\" check (\"recommendation\" in ('continue', 'adjust', 'stop', 'spread'));",
    );
    this.addSql(
      'alter table "goal_outcome" add constraint "goal_outcome_evaluation_id_foreign" foreign key ("evaluation_id") references "evaluation" ("id");',
    );
    this.addSql(
      'alter table "goal_outcome" add constraint "goal_outcome_goal_id_foreign" foreign key ("goal_id") references "goal" ("id");',
    );
    this.addSql(
      "alter table \"goal_outcome\" add constraint \"goal_outcome_attainment_check\" check (\"attainment\" in ('achieved', 'partly', 'notAchieved', 'tooEarly'));",
    );
    this.addSql(
      'alter table "evaluation_note" add constraint "evaluation_note_evaluation_id_foreign" foreign key ("evaluation_id") references "evaluation" ("id");',
    );
    this.addSql(
      'alter table "evaluation_note" add constraint "evaluation_note_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "decision" add constraint "decision_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");',
    );
    this.addSql(
      'alter table "decision" add constraint "decision_project_id_foreign" foreign key ("project_id") references "project" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "budget_line" add constraint "budget_line_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "budget_line" add constraint "budget_line_kind_check" check ("kind" in (\'cash\', \'inKind\'));',
    );
    this.addSql(
      'alter table "line_share" add constraint "line_share_line_id_foreign" foreign key ("line_id") references "budget_line" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "line_share" add constraint "line_share_source_id_foreign" foreign key ("source_id") references "funding_source" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "expense" add constraint "expense_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "expense" add constraint "expense_line_id_foreign" foreign key ("line_id") references "budget_line" ("id");',
    );
    this.addSql(
      'alter table "expense" add constraint "expense_recorded_by_id_foreign" foreign key ("recorded_by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_from_line_id_foreign" foreign key ("from_line_id") references "budget_line" ("id");',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_to_line_id_foreign" foreign key ("to_line_id") references "budget_line" ("id");',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_by_id_foreign" foreign key ("by_id") references "app_user" ("id");',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_verdict_check" check ("verdict" in (\'allowed\', \'report\', \'ask\'));',
    );
    this.addSql(
      'alter table "budget_change" add constraint "budget_change_status_check" check ("status" in (\'requested\', \'made\', \'refused\'));',
    );
    this.addSql(
      'alter table "adaptation" add constraint "adaptation_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
  }
}
