import {
  CamelCasePlugin,
  type Kysely,
  type KyselyPlugin,
  type PluginTransformResultArgs,
  type QueryResult,
  type UnknownRow,
} from 'kysely';
import type { EntityManager } from './open-database.ts';
import type { Tables } from './tables.ts';

const instant = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/**
 * Turns timestamps back into Dates: the ORM takes them as text from its drivers and converts them in entities only.
 * Without this a sign-in never expires, because a text is never earlier than a Date.
 */
export const timestampsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => {
    for (const row of result.rows)
      for (const [name, value] of Object.entries(row))
        if (typeof value === 'string' && instant.test(value))
          (row as Record<string, unknown>)[name] = new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
    return result;
  },
};

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true }), timestampsAsDates];

/**
 * Typed hand-written SQL over the same connection as `em` (inside a transaction: the same transaction). Table and
 * column names are camelCase here and snake_case in the database.
 */
export function reader(em: EntityManager): Kysely<Tables> {
  let kysely = em.getKysely() as unknown as Kysely<Tables>;
  for (const plugin of plugins) kysely = kysely.withPlugin(plugin);
  return kysely;
}
