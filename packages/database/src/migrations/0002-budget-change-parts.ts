import { Migration } from '@mikro-orm/migrations';

/** Whose money a budget change moved, kept with the change. */
export class Migration0002 extends Migration {
  override up(): void {
    this.addSql("alter table \"budget_change\" add \"parts\" jsonb not null default '[]';");
  }
}
