import { expect, it } from 'vitest';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

onBothDatabases('the migrations', (stage) => {
  it('make exactly the tables the entities describe', async () => {
    expect(await stage().database.orm.schema.getUpdateSchemaSQL({ safe: false })).toBe('');
  });

  it('have all run, and running them again changes nothing', async () => {
    await stage().database.migrate();
    expect(await stage().database.orm.migrator.getPending()).toEqual([]);
  });
});
