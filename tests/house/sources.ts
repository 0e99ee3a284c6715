import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The top of the checkout. */
export const root = join(import.meta.dirname, '../..');

/** A source file of the project and what it imports, type imports counted. */
export interface Source {
  /** Path from the top, with forward slashes. */
  path: string;
  text: string;
  imports: { specifier: string; path: string | null }[];
}

const homes: Record<string, string> = {
  '@forspring/domain': 'packages/domain/src',
  '@forspring/statistics': 'packages/statistics/src',
  '@forspring/calendar': 'packages/calendar/src',
  '@forspring/ui': 'packages/ui/src',
  '@forspring/database': 'packages/database/src',
  '@forspring/samples': 'packages/samples/src',
  '@forspring/api': 'apps/api/src',
  '@forspring/web': 'apps/web/src',
  '@forspring/tests': 'tests',
};

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function target(from: string, specifier: string): string | null {
  if (specifier.endsWith('.css')) return null;
  if (specifier.startsWith('.')) return relative(root, resolve(dirname(join(root, from)), specifier));
  const name = specifier.split('/').slice(0, 2).join('/');
  const home = homes[name];
  if (!home) return null;
  const rest = specifier.slice(name.length + 1);
  return `${home}/${rest}.${home === 'packages/ui/src' ? 'tsx' : 'ts'}`;
}

const pattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every TypeScript source of the project with its imports resolved. */
export function readSources(): Source[] {
  return ['apps', 'packages', 'tests'].flatMap((folder) =>
    walk(join(root, folder)).map((file) => {
      const path = relative(root, file);
      const text = readFileSync(file, 'utf8');
      const imports = [...text.matchAll(pattern)].map((match) => {
        const specifier = match[1] ?? match[2] ?? '';
        return { specifier, path: target(path, specifier) };
      });
      return { path, text, imports };
    }),
  );
}

/** Tests look at what they like; the rules are for the house itself. */
export const isTest = (path: string): boolean => /\.(test|journey)\.tsx?$/.test(path) || path.startsWith('tests/');
