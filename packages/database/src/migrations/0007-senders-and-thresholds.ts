import { Migration } from '@mikro-orm/migrations';

/** Receipts of commands from somebody not signed in; each municipality's thresholds of the gate. */
export class Migration0007 extends Migration {
  override up(): void {
    this.addSql('alter table "command_receipt" alter column "actor_id" drop not null;');
    this.addSql(
      'alter table "municipality" add "threshold_count" int not null default 5, add "funder_threshold_count" int not null default 10, add "public_threshold_count" int not null default 10;',
    );
  }
}
