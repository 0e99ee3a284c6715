import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A headless Chromium to drive, and the environment it needs. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  origin: string;
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/**
 * The machine's Chromium (`CHROMIUM_PATH` or Debian's), else the one inside a dependency, unpacked once beside the
 * dependencies together with the libraries it needs, so that no package manager has to be asked.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  const own = named ?? '/usr/bin/chromium';
  const env = Object.fromEntries(
    Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined),
  );
  if (existsSync(own) && process.env.BROWSER_FROM !== 'dependency')
    return { executablePath: own, args, env, origin: 'the machine' };

  const unpacked = join(import.meta.dirname, '../node_modules/.cache/forspring/browser');
  mkdirSync(unpacked, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  // The package unpacks into the temporary folder, and its libraries only when it believes to run on such a host.
  process.env.TMPDIR = unpacked;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const libraries = join(unpacked, 'al2023/lib');
  const fontSettings = join(unpacked, 'fonts.conf');
  // The fonts came along, but their own settings look for them where the package believes to be unpacked.
  writeFileSync(
    fontSettings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'font-cache')}</cachedir></fontconfig>`,
  );
  const libraryPath = [env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':');
  return {
    executablePath,
    args: [...args, '--headless=shell', '--no-zygote'],
    env: { ...env, LD_LIBRARY_PATH: libraryPath, FONTCONFIG_FILE: fontSettings },
    origin: 'a dependency',
  };
}
