import { Migration } from '@mikro-orm/migrations';

/** How often each core element was delivered outlives the evenings it was registered on. */
export class Migration0014 extends Migration {
  override up(): void {
    this.addSql(
      'create table "element_total" ("id" uuid not null, "project_id" uuid not null, "place" int not null, "delivered_count" int not null, "asked_count" int not null, primary key ("id"));',
    );
    this.addSql('create index "element_total_project_id_index" on "element_total" ("project_id");');
    this.addSql(
      'alter table "element_total" add constraint "element_total_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
  }
}
