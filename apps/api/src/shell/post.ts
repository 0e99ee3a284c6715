import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../kernel/clock.ts';
import type { Letter, Post } from '../kernel/post.ts';

/** Sends by SMTP. */
export function smtpPost(smtpUrl: string, from: string): Post {
  const transport = createTransport(smtpUrl);
  return {
    send: async ({ to, subject, text }) => void (await transport.sendMail({ from, to, subject, text })),
    list: async () => null,
  };
}

/** Keeps letters as files in a local folder, for trying the system without a mail server. */
export function folderPost(folder: string, clock: Clock): Post {
  mkdirSync(folder, { recursive: true });
  return {
    send: async (letter) => {
      const at = clock.now().toISOString();
      const name = `${at.replaceAll(':', '.')}-${randomUUID().slice(0, 8)}.json`;
      writeFileSync(join(folder, name), JSON.stringify({ at, ...letter }, null, 2));
    },
    list: async () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
        .slice(0, 100)
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Letter & { at: string }),
  };
}
