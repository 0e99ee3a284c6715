import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../postgres-server.ts';
import { anEvening } from './evening.ts';
import { fillForRegistering, type Worker } from './fill.ts';
import { registerByHand } from './hand-written.ts';
import { freePort, HttpClient, startServer } from '../server-process.ts';

/** How many past sessions the two projects have whose answers are compared. */
const smallCount = 10;
const largeCount = 1000;
const asksEach = 60;
const concurrencies = [8, 32];
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const perRound = Number(process.env['BENCH_EVENINGS'] ?? 800);

type Register = (client: number, sessionId: string) => Promise<void>;

/** How one round went: evenings a second, and how long one took in milliseconds. */
interface Round {
  perSecond: number;
  millis: number[];
}

async function runRound(clientCount: number, workers: Worker[], register: Register): Promise<Round> {
  const millis: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    workers.slice(0, clientCount).map(async (worker, client) => {
      for (let one = 0; one < perRound / clientCount; one += 1) {
        const sessionId = worker.sessionIds.pop();
        if (sessionId === undefined) throw new Error('Too few sessions to register');
        const from = performance.now();
        await register(client, sessionId);
        millis.push(performance.now() - from);
      }
    }),
  );
  return { perSecond: millis.length / ((performance.now() - startedAt) / 1000), millis };
}

const middle = (values: number[], share = 0.5) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const told = (round: Round[]) => {
  const millis = round.flatMap((one) => one.millis);
  return `${middle(round.map(({ perSecond }) => perSecond)).toFixed(0)} tx/s, p50 ${middle(millis).toFixed(1)} ms, p95 ${middle(millis, 0.95).toFixed(1)} ms`;
};

/** One person's answers: what is asked again and again, by name. */
type Asks = Record<string, () => Promise<string>>;

async function asksOf(url: string, { email, projectId, sessionIds }: Worker): Promise<[HttpClient, Asks]> {
  const http = new HttpClient(url);
  await http.signIn(email);
  const [newest = ''] = sessionIds;
  // Correcting it, as a phone does that counts one more.
  const entry = anEvening();
  const correct = () => {
    entry.revision += 1;
    const input = { commandId: randomUUID(), sessionId: newest, entry };
    return http.command('participation.registerSession', input);
  };
  const asks: Asks = {
    'tonight’s sessions': () => http.ask('participation.listMySessions', { view: 'tonight' }),
    'the phone’s store': () => http.ask('participation.listPocket'),
    'one session': () => http.ask('participation.showSession', { sessionId: newest }),
    'a page of sessions': () => http.ask('participation.listSessions', { projectId, pageSize: 25 }),
    registering: correct,
  };
  return [http, asks];
}

/** The same questions to a project with few and with many past sessions, in turns; size and time of the second to the first. */
async function compareSizes(url: string, databaseUrl: string, small: Worker, large: Worker): Promise<void> {
  const connection = new Client({ connectionString: databaseUrl });
  await connection.connect();
  for (const worker of [small, large])
    for (const sessionId of worker.sessionIds) await registerByHand(connection, worker, sessionId, anEvening());
  await connection.query('vacuum analyze');
  await connection.end();
  const [firstHttp, few] = await asksOf(url, small);
  const [secondHttp, many] = await asksOf(url, large);
  console.info(`a project with ${largeCount} past sessions to one with ${smallCount}:`);
  for (const name of Object.keys(few)) {
    const sizes: [number, number] = [0, 0];
    const ratios: number[] = [];
    for (let turn = 0; turn < asksEach; turn += 1) {
      const millis: [number, number] = [0, 0];
      for (const [index, asks] of [few, many].entries()) {
        const from = performance.now();
        const body = await asks[name]?.();
        millis[index] = performance.now() - from;
        sizes[index] = Buffer.byteLength(body ?? '');
      }
      if (turn >= asksEach / 6) ratios.push(millis[1] / millis[0]);
    }
    const bytes = `${sizes[1]} to ${sizes[0]} bytes`;
    console.info(`  ${name}: size ${(sizes[1] / sizes[0]).toFixed(2)} (${bytes}), time ${middle(ratios).toFixed(2)}`);
  }
  firstHttp.close();
  secondHttp.close();
}

const postgres = await startPostgres({ isDurable: true });
const dataDir = mkdtempSync(join(tmpdir(), 'forspring-bench-'));
try {
  const databaseUrl = postgres.url('postgres');
  const most = Math.max(...concurrencies);
  const sessionCount = Math.ceil((perRound * (rounds + 1) * 2) / Math.min(...concurrencies)) + 400;
  const [small, large, ...workers] = await fillForRegistering(databaseUrl, [
    smallCount,
    largeCount,
    ...Array.from({ length: most }, () => sessionCount),
  ]);
  if (!small || !large) throw new Error('Two projects to compare are missing');
  const server = await startServer({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }, await freePort());
  try {
    const https = workers.map(() => new HttpClient(server.url));
    for (const [index, worker] of workers.entries()) await https[index]?.signIn(worker.email);
    const pgs = workers.map(() => new Client({ connectionString: databaseUrl }));
    // What went wrong is told by whoever asked; a connection that ends with the server says nothing more.
    for (const client of pgs) client.on('error', () => undefined);
    for (const client of pgs) await client.connect();

    const byProduct: Register = async (client, sessionId) => {
      const input = { commandId: randomUUID(), sessionId, entry: anEvening() };
      await https[client]?.command('participation.registerSession', input);
    };
    const byHand: Register = async (client, sessionId) => {
      const [connection, worker] = [pgs[client], workers[client]];
      if (connection && worker) await registerByHand(connection, worker, sessionId, anEvening());
    };
    for (const clientCount of concurrencies) {
      const product: Round[] = [];
      const hand: Round[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const pair = [await runRound(clientCount, workers, byProduct), await runRound(clientCount, workers, byHand)];
        // The first pair warms up.
        if (round === 0) continue;
        if (pair[0]) product.push(pair[0]);
        if (pair[1]) hand.push(pair[1]);
      }
      const ratio = middle(product.map((one, index) => one.perSecond / (hand[index]?.perSecond ?? 1)));
      console.info(`registering, ${clientCount} clients: ratio ${ratio.toFixed(2)}`);
      console.info(`  Forspring over HTTP   ${told(product)}`);
      console.info(`  hand-written over pg  ${told(hand)}`);
    }
    await compareSizes(server.url, databaseUrl, small, large);
    for (const client of pgs) await client.end();
    for (const client of https) client.close();
  } finally {
    await server.kill();
  }
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
