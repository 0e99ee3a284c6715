import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { type OpenedServer, openServer, serverUrl } from '@forspring/tests/open-server';
import { declaredProcedures, isText, placesIn, sampleOf, withValueAt } from '@forspring/tests/sample-input';

/** Put together here, so that no digits like a personal number stand in the sources. */
const [day, last] = ['0101' + '90', '1' + '111'];
const written = [`Ring til ${day}-${last} i aften`, `cpr ${day}${last}`, `${day}\u200b ${last}`];
const traces = [day + last, `${day}-${last}`, `${day} ${last}`];

const mutations = declaredProcedures().filter(({ type }) => type === 'mutation');
const ids: Record<string, string> = {
  projectId: storyId('project/fredagshallen-2026'),
  municipalityId: storyId('municipality/koebenhavn'),
};

onBothDatabases('a personal number', (stage) => {
  let server: OpenedServer;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    server = await openServer(stage().database);
    for (const key of ['henrik', 'mette', 'birgitte'])
      cookies[key] = await server.cookieOf(storyPeople.find((one) => one.key === key)!.email);
  });
  afterAll(() => server.close());

  const post = (path: string, input: unknown, who: string | null) =>
    server.app.inject({
      method: 'POST',
      url: `/api/trpc/${path}`,
      headers: { origin: serverUrl, ...(who === null ? {} : { cookie: cookies[who] }) },
      payload: input as object,
    });

  const tableNames = async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(stage().db);
    return rows.map(({ name }) => name);
  };

  /** How many rows every table has, receipts and traces among them. */
  async function rowCounts() {
    const counts = (await tableNames()).map(
      (name) => sql`select ${sql.lit(name)} as name, count(*)::int as count from ${sql.table(name)}`,
    );
    const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(
      stage().db,
    );
    expect(rows.length).toBeGreaterThan(50);
    return rows;
  }

  it.each(mutations)('stops $path in every text, before anything is written', async ({ path, schema }) => {
    const who = /^(people|places)\./.test(path) ? 'henrik' : /^(plans|meetings)\./.test(path) ? 'birgitte' : 'mette';
    const sample = sampleOf(schema ?? {}, { idAt: (key) => ids[key] ?? newId(), textAt: () => 'Fredag i hallen' });
    const texts = placesIn(schema ?? {}).filter((place) => isText(place.schema));
    const inputs = [
      ...texts.map((place, index) => withValueAt(sample, place.path, written[index % written.length])),
      // Also where no text is asked for, as a name of a field, and however sure the sender is.
      withValueAt(sample, 'note', written[0]),
      withValueAt(sample, written[1] ?? '', 1),
      withValueAt(withValueAt(sample, 'note', { deep: [written[0]] }), 'confirmedNotPersonal', true),
    ];
    const before = await rowCounts();
    for (const input of inputs) {
      const answer = await post(path, input, who);
      expect(answer.json().error?.data.problem.code, JSON.stringify(Object.keys(input as object))).toBe(
        'text.personalNumber',
      );
      expect(answer.statusCode).toBe(400);
      for (const trace of traces) expect(answer.body).not.toContain(trace);
    }
    const unknown = await post(path, withValueAt(sample, 'note', written[0]), null);
    expect(unknown.json().error.data.problem.code).toBe('text.personalNumber');
    expect(await rowCounts()).toEqual(before);
  });

  it('stands in no log and nowhere in the database afterwards', async () => {
    const log = server.log.join('');
    expect(log).toContain('/api/trpc/people.invitePerson');
    for (const trace of traces) expect(log).not.toContain(trace);
    for (const name of await tableNames()) {
      const found = await sql`select 1 from ${sql.table(name)} as one where one::text like any (${traces.map(
        (trace) => `%${trace}%`,
      )}::text[]) limit 1`.execute(stage().db);
      expect(found.rows, name).toEqual([]);
    }
  });

  it('is asked about once when the digits may be something else, and goes through when they are', async () => {
    // A day alone, without the sign or the word that would settle it.
    const doubtful = `Kode ${['2302', '91', '4', '382'].join('')} i hallen`;
    const input = { commandId: newId(), id: newId(), municipalityId: ids.municipalityId, name: doubtful, kind: 'club' };
    const asked = await post('places.addOrganisation', input, 'henrik');
    expect(asked.json().error.data.problem.code).toBe('text.maybePersonalNumber');
    const confirmed = await post('places.addOrganisation', { ...input, confirmedNotPersonal: true }, 'henrik');
    expect(confirmed.statusCode).toBe(200);
  });
});
