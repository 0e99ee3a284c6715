import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { keptMark } from './kept-mark.ts';
import type { EntityManager } from './open-database.ts';
import { reader } from './reader.ts';
import type { Reader } from './tables.ts';

/** Stands in a statement for a value that is handed in each time. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement for a path where every millisecond counts: its text is made once, and PostgreSQL prepares it once for each
 * connection. `build` names each value that changes with `value('sessionId')`; a value that is not the parameter of a
 * column must be cast there (`${value('at')}::timestamptz`), because a prepared statement knows no types but those.
 */
export function keptStatement<Values extends Record<string, unknown>, Row>(
  name: string,
  build: (
    db: Reader,
    value: <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>,
  ) => CompiledQuery<Row>,
): (em: EntityManager, values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | null = null;
  return async (em, values) => {
    const db = reader(em);
    kept ??= build(db, (slot) => sql`${new Slot(slot)}`);
    const parameters = kept.parameters.map((one) => (one instanceof Slot ? values[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...kept, sql: `${keptMark}${name} */ ${kept.sql}`, parameters });
    return rows;
  };
}
