import { pbkdf2Sync } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { reader } from '@forspring/database/reader';
import { linkRounds } from '@forspring/domain/surveys/answering';
import { emailOf, fresh } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { type OpenedServer, openServer } from '@forspring/tests/open-server';
import { hall, minutesBefore, openRound } from '@forspring/tests/survey-rounds';
import { newTicket } from '../features/surveys/ticket.ts';
import { sealWith } from '../kernel/seal.ts';

/** Everything in the database: every row of every table, as an auditor who may read all of it gets it. */
async function dumpOf({ database }: Stage): Promise<Map<string, string[]>> {
  const db = reader(database.fork());
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
  `.execute(db);
  const dump = new Map<string, string[]>();
  for (const { name } of rows) {
    const found = await sql<{ row: unknown }>`select to_jsonb(one) as row from ${sql.table(name)} as one`.execute(db);
    dump.set(
      name,
      found.rows.map(({ row }) => JSON.stringify(row)),
    );
  }
  return dump;
}

/** A card's code as a browser stretches it, computed by another library than the browser's. */
function stretched(code: string, salt: string): string {
  const known = stretches.get(code + salt);
  const hash = known ?? inLetters(pbkdf2Sync(code, salt, linkRounds, 32, 'sha256').toString('hex'));
  stretches.set(code + salt, hash);
  return hash;
}
const stretches = new Map<string, string>();

const inLetters = (hex: string) =>
  hex.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));

/** Who answers, known to the test only: a card, a phone at an address, and what they say. */
const people = ['CD-FHJ', 'KM-NPR', 'TV-WX3', '47-9CD', 'FH-JKM', 'NP-RTV'].map((code, place) => ({
  code,
  address: `198.51.100.${place + 10}`,
  phone: `Telefon/${place + 1}.0 (nobody else has this one)`,
  values: [place % 6, 5 - (place % 6), 1, 2, 3, place + 2],
}));

async function tellAll(server: OpenedServer, { token, waveId, salt }: { token: string; waveId: string; salt: string }) {
  const seal = sealWith(server.secret);
  for (const { code, address, phone, values } of people) {
    const headers = { 'user-agent': phone, 'x-forwarded-for': address, cookie: 'forspring.kiosk=none' };
    const input = encodeURIComponent(JSON.stringify({ token }));
    const page = { method: 'GET', headers, remoteAddress: address } as const;
    await server.app.inject({ ...page, url: `/svar/${token}` });
    const opened = await server.app.inject({ ...page, url: `/api/svar/answers.show?input=${input}` });
    expect(opened.statusCode).toBe(200);
    const ticket = newTicket(seal, waveId, { today: '2026-11-13', now: minutesBefore(4) });
    const answered = await server.app.inject({
      method: 'POST',
      url: '/api/svar/answers.add',
      headers: { ...headers, 'content-type': 'application/json' },
      remoteAddress: address,
      payload: { token, ticket, values, code: stretched(code, salt), website: '' },
    });
    expect(answered.json()).toMatchObject({ result: { data: { isKept: true } } });
  }
}

onBothDatabases('an auditor with the database and every line of the log', (stage) => {
  it('cannot tell which card, phone or moment an answer belongs to, neither while the salt exists nor after', async () => {
    const server = await openServer(stage().database, { limitsRate: true });
    const { token, waveId, survey } = await openRound(stage());
    await stage()
      .db.insertInto('participantCode')
      .values(people.map(({ code }) => ({ id: newId(), projectId: hall, code, issuedOn: '2026-11-13' })))
      .execute();
    const { salt } = await stage()
      .db.selectFrom('survey')
      .where('id', '=', survey.id)
      .select('salt')
      .executeTakeFirstOrThrow();
    if (salt === null) throw new Error('The survey is linked');
    const earlier = await dumpOf(stage());
    server.log.length = 0;
    await tellAll(server, { token, waveId, salt });
    const later = await dumpOf(stage());
    const everything = (dump: Map<string, string[]>) => [...dump.values()].flat().join('\n');

    // A phone: not in the log, which has not a single line, and nowhere in the database.
    expect(server.log).toEqual([]);
    for (const { address, phone } of people) {
      expect(everything(later)).not.toContain(address);
      expect(everything(later)).not.toContain(phone);
    }
    // A moment: answering wrote one row of one table, which has no time in it and no order but that of random ids.
    const changed = [...later].filter(([name, rows]) => JSON.stringify(rows) !== JSON.stringify(earlier.get(name)));
    expect(changed.map(([name]) => name)).toEqual(['survey_answers']);
    const row = JSON.parse(later.get('survey_answers')?.find((one) => one.includes(waveId)) ?? '{}') as {
      answers: { id: string; link: string; values: Record<string, number> }[];
    };
    expect(Object.keys(row).toSorted()).toEqual(['answer_count', 'answers', 'double_count', 'wave_id']);
    expect(row.answers).toHaveLength(people.length);
    expect(row.answers.every((one) => Object.keys(one).toSorted().join() === 'id,link,values')).toBe(true);
    const ids = row.answers.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(row.answers.map(({ values }) => Object.values(values).toSorted())).not.toEqual(
      people.map(({ values }) => values.toSorted()),
    );
    // A card: the auditor has the salt, every code and the way they are hashed, and finds none of the hashes anywhere.
    const hashes = people.map(({ code }) => stretched(code, salt));
    for (const hash of hashes) expect(everything(later)).not.toContain(hash);
    // That is the work of the server's secret, which is in no database: with it, and only so, the links can be made.
    const linkOf = (secret: string, hash: string) => inLetters(sealWith(secret)('survey link', `${survey.id} ${hash}`));
    expect(hashes.map((hash) => linkOf(server.secret, hash)).toSorted()).toEqual(
      row.answers.map(({ link }) => link).toSorted(),
    );
    for (const hash of hashes) expect(everything(later)).not.toContain(linkOf('another secret', hash));

    // Afterwards not even who kept the salt and knows the secret finds a card again.
    const mette = await stage().as(emailOf('mette'));
    await mette.surveys.close({ ...fresh(), surveyId: survey.id, baseVersion: 1 });
    const closed = everything(await dumpOf(stage()));
    expect(closed).not.toContain(salt);
    for (const hash of hashes) expect(closed).not.toContain(linkOf(server.secret, hash));
    for (const { id } of row.answers) expect(closed).not.toContain(id);
    await server.close();
  });
});
