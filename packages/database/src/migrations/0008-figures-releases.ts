import { Migration } from '@mikro-orm/migrations';

/** The register of what was published outside a project's municipality. */
export class Migration0008 extends Migration {
  override up(): void {
    this.addSql(
      'create table "figures_release" ("id" uuid not null, "project_id" uuid not null, "number" int not null, "audience" text not null, "threshold_count" int not null, "figures" jsonb not null, "released_at" timestamptz not null, primary key ("id"));',
    );
    this.addSql(
      'alter table "figures_release" add constraint "figures_release_project_id_number_unique" unique ("project_id", "number");',
    );
    this.addSql(
      'alter table "figures_release" add constraint "figures_release_project_id_foreign" foreign key ("project_id") references "project" ("id");',
    );
  }
}
