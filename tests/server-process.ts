import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { samplePassword } from '@forspring/samples/people';

const root = join(import.meta.dirname, '..');
const startMillis = 120_000;

/** The real server in a process of its own, as an installation starts it. */
export interface ServerProcess {
  port: number;
  url: string;
  /** Ends it as a power cut would, without a word. */
  kill(): Promise<void>;
}

/** A port nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Puts the story, told already, in an empty folder for an embedded database, so that a server on it starts at once. */
export function unpackStory(snapshotFile: string, dataDir: string): void {
  const folder = join(dataDir, 'database');
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('tar', ['-xzf', snapshotFile, '-C', folder], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${snapshotFile} could not be unpacked.`);
}

/** Starts the server and waits until it is ready; throws what it said when it is not in time. */
export async function startServer(environment: Record<string, string>, port: number): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['apps/api/src/shell/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: url,
      FIXED_NOW: '2026-11-13T18:30:00Z',
      SECRET: 'a secret for load tests that nobody needs to guess',
      RATE_LIMIT: 'no',
      ...environment,
    },
  });
  await isReady(child);
  return {
    port,
    url,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function isReady(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server did not start in time: ${said}`));
    }, startMillis);
    const read = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (!said.includes('Forspring is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server stopped with ${code}: ${said}`));
    });
  });
}

/** What the server answered: its status and its body as text. */
interface Answer {
  status: number;
  body: string;
  cookies: string[];
}

/** One signed-in client with connections of its own that are kept open. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Signs in as a person of the story, or anybody with its password. */
  async signIn(email: string): Promise<void> {
    const answer = await this.#send('POST', '/api/auth/sign-in/email', { email, password: samplePassword });
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${answer.body}`);
    this.#cookie = answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  }

  /** Asks a question; answers the body as text. */
  async ask(procedure: string, input?: unknown): Promise<string> {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.#read(await this.#send('GET', `/api/trpc/${procedure}${query}`));
  }

  /** Sends a command; answers the body as text. */
  async command(procedure: string, input: unknown): Promise<string> {
    return this.#read(await this.#send('POST', `/api/trpc/${procedure}`, input));
  }

  close(): void {
    this.#agent.destroy();
  }

  #read({ status, body }: Answer): string {
    if (status !== 200) throw new Error(`${status} ${body.slice(0, 500)}`);
    return body;
  }

  #send(method: string, path: string, input?: unknown): Promise<Answer> {
    const payload = input === undefined ? null : JSON.stringify(input);
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.#url}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            origin: this.#url,
            ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
            ...(payload === null
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString('utf8'),
              cookies: response.headers['set-cookie'] ?? [],
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(payload);
    });
  }
}
