import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getErrorShape, TRPCError } from '@trpc/server/unstable-core-do-not-import';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tables } from '@forspring/database/tables';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import {
  branchOf,
  type Declared,
  declaredProcedures,
  isText,
  type JsonSchema,
  placesIn,
  sampleOf,
  withValueAt,
} from '@forspring/tests/sample-input';
import { isKnownProblem } from '../../../web/src/kernel/problems.words.ts';
import { appRouter } from './app-router.ts';

const running = storyId('project/fredagshallen-2026');
const draft = storyId('project/pigeklatring-2027');
const submitted = storyId('project/fredagshallen-2027');
const koebenhavn = storyId('municipality/koebenhavn');
const procedures = declaredProcedures();

const prototypeKeys: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}');
const loneSurrogate = '\ud83c';
const huge = 'x'.repeat(100_000);
const many = Array.from({ length: 10_000 }, () => 'x');

/** What is put in the place of a whole input. */
const nastyInputs: unknown[] = [
  undefined,
  null,
  'text',
  7,
  Number.NaN,
  [],
  many,
  JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)),
  {},
  prototypeKeys,
  { commandId: 'not-a-uuid' },
  { commandId: newId(), toString: 'x', hasOwnProperty: null },
];

/** What is put in one place of an otherwise good input, by what belongs there. */
function nastyAt(schema: JsonSchema): unknown[] {
  const one = branchOf(schema);
  if (one.format === 'uuid') return [undefined, newId(), 'not-a-uuid'];
  if (isText(one)) return [`a\u0000b`, `${loneSurrogate} %_\\ '; drop table project; --`, huge, 7];
  if (one.type === 'integer' || one.type === 'number') return [-1, 0, 2_147_483_648, 1e308, 0.1, 'NaN'];
  if (one.type === 'string') return ['', '\u0000', '2027-02-30', '275760-09-13'];
  if (one.type === 'array') return [many, 'x'];
  return [null, 'x', prototypeKeys];
}

/** Who does this in the story, so that the input gets as far as it can. */
function doerOf(path: string): string {
  if (/^(people|places|trust)\./.test(path)) return 'henrik';
  if (/^(plans|meetings|comparison)\.|\.(decide|approve|return)$/.test(path)) return 'birgitte';
  if (/registerSession|issueCodes|listMySessions|listOwn/.test(path)) return 'jonas';
  return 'mette';
}

const changesDraft =
  /^(budgets\.(add|set|move|remove)(Line|Source|Shares)|goals\.(add|set|remove|addIndicator)$|partners\.|projects\.(setPlan|submit)|participation\.(addSeries|setSeries|proposeSeries|removeSeries)|learning\.setAdaptation)/;

/** Fields that ask for an id, the table it lies in, and which of its rows is meant: the first by the order given. */
const rowsOf: [key: string, table: keyof Tables, of: 'project' | 'municipality' | 'any', order: string][] = [
  ['sessionId', 'session', 'project', 'id'],
  ['seriesId', 'series', 'project', 'id'],
  ['lineId', 'budgetLine', 'project', 'id'],
  ['fromLineId', 'budgetLine', 'project', 'id'],
  ['toLineId', 'budgetLine', 'project', 'id'],
  ['beforeId', 'budgetLine', 'project', 'id'],
  ['sourceId', 'fundingSource', 'project', 'id'],
  ['partnerId', 'partner', 'project', 'id'],
  ['goalId', 'goal', 'project', 'id'],
  ['expenseId', 'expense', 'any', 'id'],
  ['measurementId', 'measurement', 'any', 'id'],
  ['changeId', 'budgetChange', 'any', 'id'],
  ['actionItemId', 'actionItem', 'any', 'id'],
  ['indicatorId', 'indicator', 'any', 'id'],
  ['interventionId', 'intervention', 'any', 'id'],
  ['districtId', 'district', 'municipality', 'sort_key'],
  ['venueId', 'venue', 'municipality', 'sort_key'],
  ['organisationId', 'organisation', 'municipality', 'sort_key'],
  ['bodyId', 'body', 'municipality', 'sort_key'],
];

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Ids of real things in the story by the name of the field that asks for one; a fresh one for the rest. */
async function idsFor({ db }: Stage, path: string): Promise<(key: string) => string> {
  const projectId = path.endsWith('.decide') ? submitted : changesDraft.test(path) ? draft : running;
  const scopes = {
    project: sql`project_id = ${projectId}::uuid`,
    municipality: sql`municipality_id = ${koebenhavn}::uuid`,
    any: sql`true`,
  };
  const columns = rowsOf.map(
    ([key, table, of, order]) =>
      sql`(select id from ${sql.table(snake(table))} where ${scopes[of]} order by ${sql.ref(order)} limit 1) as ${sql.ref(snake(key))}`,
  );
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(columns)}, (select id from annual_plan where status = 'draft' limit 1) as plan_id
  `.execute(db);
  const ids: Record<string, string | null> = { ...rows[0], projectId, municipalityId: koebenhavn };
  return (key) => ids[key] ?? newId();
}

const emailOf = (key: string) => storyPeople.find((one) => one.key === key)?.email ?? null;

/** What the answer to an input is on the wire: null when it was carried out. */
async function ask(caller: Caller, { path, type }: Declared, input: unknown) {
  const [subject = '', name = ''] = path.split('.');
  const call = (caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[subject]?.[
    name
  ];
  if (!call) throw new Error(`There is no ${path}.`);
  try {
    await call(input);
    return null;
  } catch (thrown) {
    const error =
      thrown instanceof TRPCError ? thrown : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: thrown });
    const shape = getErrorShape({ config: appRouter._def._config, error, type, path, input, ctx: undefined });
    return { data: shape.data, cause: error.cause ?? error };
  }
}

/** What is wrong with an answer, or null: never unexpected, always with codes people's language knows. */
function faultIn(answer: Awaited<ReturnType<typeof ask>>): string | null {
  if (answer === null) return null;
  const { problem, httpStatus, code } = answer.data;
  if (code === 'INTERNAL_SERVER_ERROR' || httpStatus >= 500)
    return `${code}: ${String(answer.cause).replaceAll(/\s+/g, ' ').slice(0, 200)}`;
  const unknown = [problem.code, ...problem.fields.map((field) => field.code)].filter((one) => !isKnownProblem(one));
  return unknown.length === 0 ? null : `no words for ${[...new Set(unknown)].join(', ')}`;
}

const told = (value: unknown) =>
  (typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value) ?? value)).slice(0, 60);

it('has words in both languages for every problem the domain can raise', () => {
  const folder = join(import.meta.dirname, '../../../../packages/domain/src');
  const codes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!test)\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bcode: '([a-z]+\.[A-Za-z.]+)'/g)])
    .map((match) => match[1] ?? '');
  expect(codes.length).toBeGreaterThan(30);
  expect([...new Set(codes)].filter((code) => !isKnownProblem(code)).sort()).toEqual([]);
});

onBothDatabases('bad input', (stage) => {
  it('is a problem in people’s language whatever stands in the place of the whole input', async () => {
    const faults: string[] = [];
    for (const who of [null, 'henrik', 'mette', 'jonas']) {
      const caller = await stage().as(who === null ? null : emailOf(who));
      for (const procedure of procedures) {
        const inputs = procedure.schema === null ? [many] : who === 'henrik' ? nastyInputs : nastyInputs.slice(0, 1);
        for (const input of inputs) {
          const fault = faultIn(await ask(caller, procedure, input));
          if (fault !== null) faults.push(`${procedure.path} (${who}) ${told(input)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('is a problem in people’s language in every place of an otherwise good input', async () => {
    const faults: string[] = [];
    for (const procedure of procedures) {
      const { schema, path } = procedure;
      if (schema === null) continue;
      const caller = await stage().as(emailOf(doerOf(path)));
      const idAt = await idsFor(stage(), path);
      const sample = () => sampleOf(schema, { idAt, textAt: () => 'Fredag i hallen' });
      for (const place of placesIn(schema)) {
        if (place.path === 'confirmedNotPersonal') continue;
        for (const value of place.path === 'commandId' ? [undefined, 'x'] : nastyAt(place.schema)) {
          const fault = faultIn(await ask(caller, procedure, withValueAt(sample(), place.path, value)));
          if (fault !== null) faults.push(`${path} ${place.path} = ${told(value)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
