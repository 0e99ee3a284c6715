import { join, resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z.enum(['yes', 'no']).transform((value) => value === 'yes');

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SECRET: z.string().min(32).optional(),
  STORY: flag.default(true),
  FIXED_NOW: z.coerce.date().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Forspring <forspring@localhost>'),
  RATE_LIMIT: flag.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** The installation's settings, read once from the environment; nothing else reads it. */
export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  baseUrl: string;
  secret: string | undefined;
  tellsStory: boolean;
  fixedNow: Date | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  limitsRate: boolean;
  logLevel: string;
}

const hints: Record<string, string> = {
  PORT: 'a number from 1 to 65535',
  DATABASE_URL: 'an address like postgresql://user:password@host:5432/forspring',
  BASE_URL: 'the address people use, like https://ssp.example.dk',
  SECRET: 'at least 32 characters that nobody can guess',
  STORY: 'yes or no',
  FIXED_NOW: 'an instant like 2026-11-13T18:30:00Z',
  SMTP_URL: 'an address like smtps://user:password@host:465',
  RATE_LIMIT: 'yes or no',
  LOG_LEVEL: 'trace, debug, info, warn, error or silent',
};

/** Parses the settings or throws one readable message naming every setting that is wrong and how it should look. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(
      `These settings are wrong:\n${names.map((name) => `  ${name} must be ${hints[name] ?? 'set'}`).join('\n')}`,
    );
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(join(import.meta.dirname, '../../../..'), value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    baseUrl: (value.BASE_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    secret: value.SECRET,
    tellsStory: value.STORY,
    fixedNow: value.FIXED_NOW,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    limitsRate: value.RATE_LIMIT,
    logLevel: value.LOG_LEVEL,
  };
}
