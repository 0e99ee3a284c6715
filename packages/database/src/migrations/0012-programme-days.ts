import { Migration } from '@mikro-orm/migrations';

/** A programme keeps its days when its evenings are removed. */
export class Migration0012 extends Migration {
  override up(): void {
    this.addSql('alter table "series" add "past_days" jsonb null;');
  }
}
