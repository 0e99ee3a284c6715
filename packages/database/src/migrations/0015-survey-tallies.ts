import { Migration } from '@mikro-orm/migrations';

/** What the results of a survey rest on, kept when its answers are removed. */
export class Migration0015 extends Migration {
  override up(): void {
    this.addSql('alter table "survey" add "tally" jsonb null, add "answers_removed_on" date null;');
    this.addSql('alter table "disposal" drop constraint "disposal_kind_check";');
    this.addSql(
      "alter table \"disposal\" add constraint \"disposal_kind_check\" check (\"kind\" in ('session', 'headcount', 'entry', 'pulse', 'note', 'card', 'cardVisit', 'surveyAnswer', 'audit', 'securityAudit', 'emergencyLog'));",
    );
  }
}
