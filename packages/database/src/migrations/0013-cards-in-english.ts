import { Migration } from '@mikro-orm/migrations';

/** Cards of indicators say in English, too, what is counted and how. */
export class Migration0013 extends Migration {
  override up(): void {
    this.addSql(
      'alter table "indicator" add "source_en" text not null default \'\', add "numerator_en" text not null default \'\', add "denominator_en" text not null default \'\', add "method_en" text not null default \'\';',
    );
  }
}
