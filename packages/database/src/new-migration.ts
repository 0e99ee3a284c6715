/** Writes the difference between the migrations and the entities as a new migration; needs no server. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './open-database.ts';

const folder = join(import.meta.dirname, 'migrations');
const name = process.argv[2];
if (!name) throw new Error('Give the migration a name: pnpm new-migration add-something');

const database = await openDatabase({ dataDir: null });
await database.migrate();
const up = (await database.orm.schema.getUpdateSchemaSQL({ safe: false })).split('\n').filter((line) => line.trim());
await database.close();

if (up.length === 0) {
  console.info('The entities and the migrations agree; nothing to write.');
} else {
  const number = String(readdirSync(folder).filter((file) => /^\d/.test(file)).length + 1).padStart(4, '0');
  const className = `Migration${number}`;
  const statements = up.map((line) => `    this.addSql(${JSON.stringify(line)});`).join('\n');
  const text = `import { Migration } from '@mikro-orm/migrations';\n\n/** ${name} */\nexport class ${className} extends Migration {\n  override up(): void {\n${statements}\n  }\n}\n`;
  writeFileSync(join(folder, `${number}-${name}.ts`), text);
  console.info(`Wrote ${number}-${name}.ts; add ${className} to list.ts.`);
}
