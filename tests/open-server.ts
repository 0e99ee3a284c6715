import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockFrom } from '@forspring/api/kernel/clock';
import { buildServer } from '@forspring/api/shell/server';
import { openSignIn } from '@forspring/api/shell/sign-in';
import type { Database } from '@forspring/database/open-database';
import { samplePassword } from '@forspring/samples/people';
import { newId } from './on-both-databases.ts';
import { storyNow } from './story-snapshot.ts';

/** The address the server under test believes to have. */
export const serverUrl = 'http://localhost:3000';

/** The page a browser is sent, where the built application would lie. */
const webDir = mkdtempSync(join(tmpdir(), 'forspring-web-'));
copyFileSync(join(import.meta.dirname, '../apps/web/index.html'), join(webDir, 'index.html'));

/** The whole server over a database, asked with `inject`, with everything it logs. */
export type OpenedServer = Awaited<ReturnType<typeof openServer>>;

export async function openServer(database: Database, { limitsRate = false } = {}) {
  const log: string[] = [];
  const secret = newId();
  const app = await buildServer({
    database,
    secret,
    signIn: openSignIn({ database, baseUrl: serverUrl, origins: [serverUrl], secret, limitsRate }),
    clock: clockFrom(storyNow),
    post: { send: async () => {}, list: async () => [] },
    baseUrl: serverUrl,
    isStory: true,
    limitsRate,
    logLevel: 'trace',
    logTo: { write: (line) => void log.push(line) },
    webDir,
  });
  const signIn = (email: string, password: string = samplePassword) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: serverUrl },
      payload: { email, password },
    });
  return {
    app,
    log,
    /** The installation's secret, which lies beside the database and not in it. */
    secret,
    signIn,
    /** The cookie of a person of the story, signed in anew. */
    cookieOf: async (email: string) => {
      const answer = await signIn(email);
      if (answer.statusCode !== 200) throw new Error(`${email} could not sign in: ${answer.statusCode}`);
      return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    },
    close: () => app.close(),
  };
}
