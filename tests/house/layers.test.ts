import { describe, expect, it } from 'vitest';
import { isTest, readSources, type Source } from './sources.ts';

const sources = readSources().filter(({ path }) => !isTest(path));

interface Room {
  name: string;
  holds: RegExp;
  mayImport: RegExp[];
  /** Libraries; everything when absent. */
  libraries?: RegExp;
}

const domain = /^packages\/domain\//;
const statistics = /^packages\/statistics\/src\//;
const calendar = /^packages\/calendar\//;
const ui = /^packages\/ui\//;
const database = /^packages\/database\//;
const samples = /^packages\/samples\//;
const apiKernel = /^apps\/api\/src\/kernel\//;
const apiFeatures = /^apps\/api\/src\/features\//;
const apiShell = /^apps\/api\/src\/shell\//;
const webKernel = /^apps\/web\/src\/kernel\//;
const webFeatures = /^apps\/web\/src\/features\//;
const webShell = /^apps\/web\/src\/(shell\/|main\.tsx$|vite-env)/;

const rooms: Room[] = [
  { name: 'domain', holds: domain, mayImport: [domain], libraries: /^zod$/ },
  { name: 'statistics', holds: statistics, mayImport: [statistics], libraries: /^yalps$/ },
  { name: 'calendar', holds: calendar, mayImport: [calendar], libraries: /^(ical\.js|date-holidays)$/ },
  { name: 'ui', holds: ui, mayImport: [ui], libraries: /^(react|react-dom|@mantine|@tabler|@tanstack|recharts)/ },
  { name: 'database', holds: database, mayImport: [database, domain] },
  { name: 'samples', holds: samples, mayImport: [samples, domain, statistics, database, calendar] },
  { name: 'api kernel', holds: apiKernel, mayImport: [apiKernel, domain, statistics, calendar, database] },
  {
    name: 'api features',
    holds: apiFeatures,
    mayImport: [apiFeatures, apiKernel, domain, statistics, calendar, database],
  },
  { name: 'api shell', holds: apiShell, mayImport: [/^apps\/api\//, domain, statistics, calendar, database, samples] },
  { name: 'web kernel', holds: webKernel, mayImport: [webKernel, domain, ui] },
  { name: 'web features', holds: webFeatures, mayImport: [webFeatures, webKernel, domain, statistics, ui] },
  { name: 'web shell', holds: webShell, mayImport: [/^apps\/web\//, domain, statistics, ui] },
];

/** The one door from the browser to the server: a type. */
const door = { from: 'apps/web/src/kernel/api.ts', to: 'apps/api/src/shell/app-router.ts' };

const subjects = [
  'measures',
  'people',
  'places',
  'plans',
  'interventions',
  'projects',
  'partners',
  'budgets',
  'participation',
  'goals',
  'surveys',
  'evaluation',
  'comparison',
  'learning',
  'funders',
  'meetings',
  'trust',
];

const featureOf = (path: string) => /\/features\/([^/]+)\//.exec(path)?.[1];
const subjectOf = (path: string) => /^packages\/(?:domain|database)\/src\/([^/]+)\//.exec(path)?.[1];

function wrongImports(source: Source, room: Room): string[] {
  return source.imports.flatMap(({ specifier, path }) => {
    if (source.path === door.from && path === door.to) return [];
    if (path !== null)
      return room.mayImport.some((allowed) => allowed.test(path)) ? [] : [`${source.path} imports ${path}`];
    const isNode = specifier.startsWith('node:');
    if (isNode && /^(domain|statistics|calendar|ui|web)/.test(room.name))
      return [`${source.path} imports ${specifier}`];
    if (isNode || !room.libraries || room.libraries.test(specifier) || specifier.endsWith('.css')) return [];
    return [`${source.path} imports ${specifier}`];
  });
}

describe('imports go down, never sideways, never up', () => {
  it('every source lives in a room', () => {
    const homeless = sources.filter(
      ({ path }) => !rooms.some((room) => room.holds.test(path)) && !/^(apps|packages)\/[^/]+\/[^/]+\.ts$/.test(path),
    );
    expect(homeless.map(({ path }) => path).filter((path) => !path.includes('/reference/'))).toEqual([]);
  });

  it.each(rooms)('$name imports only what it may', (room) => {
    const inside = sources.filter(({ path }) => room.holds.test(path));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.flatMap((source) => wrongImports(source, room))).toEqual([]);
  });

  it('features never know each other', () => {
    const meetings = sources.flatMap(({ path, imports }) => {
      const own = featureOf(path);
      if (own === undefined) return [];
      return imports
        .filter((one) => one.path !== null && featureOf(one.path) !== undefined && featureOf(one.path) !== own)
        .map((one) => `${path} imports ${one.path}`);
    });
    expect(meetings).toEqual([]);
  });

  it('a subject knows only those before it', () => {
    const backwards = sources.flatMap(({ path, imports }) => {
      const own = subjectOf(path);
      if (own === undefined || own === 'migrations') return [];
      return imports.flatMap((one) => {
        const other = one.path === null ? undefined : subjectOf(one.path);
        if (other === undefined || other === own) return [];
        return subjects.indexOf(other) <= subjects.indexOf(own) ? [] : [`${path} imports ${one.path}`];
      });
    });
    expect(backwards).toEqual([]);
  });
});

describe('no circles', () => {
  it('no file reaches itself through its imports, type imports counted', () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [path, imports.flatMap((one) => (one.path === null ? [] : [one.path]))]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('every relative or workspace import names a file that is there', () => {
    const known = new Set(readSources().map(({ path }) => path));
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter((one) => one.path !== null && /\.tsx?$/.test(one.path) && !known.has(one.path))
        .map((one) => `${path} → ${one.specifier}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('rules know nothing of the world', () => {
  it.each(['domain', 'statistics'])('%s reads no clock, no chance, no network, no environment', (name) => {
    const world = /\bDate\.now\(|\bnew Date\(\)|Math\.random|\bfetch\(|process\.|globalThis\.|localStorage|crypto\./;
    const found = sources
      .filter(({ path }) => path.startsWith(`packages/${name}/src/`))
      .filter(({ text }) => world.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('only the settings and the start read the environment', () => {
    const readers = sources.filter(({ path, text }) => /^(apps|packages)\//.test(path) && /process\.env/.test(text));
    expect(readers.map(({ path }) => path).sort()).toEqual([
      'apps/api/src/shell/dev.ts',
      'apps/api/src/shell/serve.ts',
      'apps/web/vite.config.ts',
    ]);
  });
});
