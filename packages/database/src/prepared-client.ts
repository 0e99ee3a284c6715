import pg from 'pg';
import { keptMark } from './kept-mark.ts';

type Query = (...parts: unknown[]) => unknown;

/** A connection that has PostgreSQL prepare the statements that are marked as kept, under the name in their mark. */
export class PreparedClient extends pg.Client {
  override query: pg.Client['query'] = ((...parts: unknown[]) => {
    const [text, values, ...rest] = parts;
    const run = pg.Client.prototype.query.bind(this) as Query;
    if (typeof text !== 'string' || !text.startsWith(keptMark)) return run(...parts);
    return run({ name: text.slice(keptMark.length, text.indexOf(' */')), text, values }, ...rest);
  }) as pg.Client['query'];
}
