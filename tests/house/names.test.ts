import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, root } from './sources.ts';

const sources = readSources();
const kinds = /^(rules|abilities|problems|entity|view|router|store|words|test|db\.test|screen\.test|journey|d|config)$/;

describe('files are named after what they hold', () => {
  it('names are kebab-case with a kind from the list', () => {
    const odd = sources.filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      const [base = '', ...rest] = name.replace(/\.tsx?$/, '').split('.');
      const kind = rest.join('.');
      const isMigration = path.includes('/migrations/');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) return true;
      return (
        !isMigration &&
        kind !== '' &&
        !kinds.test(kind) &&
        !/^rules\.(db\.)?test$/.test(kind) &&
        !kind.endsWith('.test')
      );
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('no room is called by a word that says nothing', () => {
    const empty = /(^|\/)(utils?|common|helpers?|shared|core|services?|data|info|managers?|handlers?)(\/|\.tsx?$)/;
    expect(sources.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('no file is longer than 400 lines', () => {
    const long = sources.filter(({ path, text }) => !path.includes('/migrations/') && text.split('\n').length > 401);
    expect(long.map(({ path, text }) => `${path} ${text.split('\n').length}`)).toEqual([]);
  });

  it('nothing is left to do and nothing is left out', () => {
    const found = sources.filter(({ path, text }) => {
      if (path === 'tests/house/names.test.ts') return false;
      return /\bTODO\b|\bFIXME\b|@ts-ignore|@ts-nocheck|\b(?:it|test|describe)\.(?:only|skip|todo)\(/.test(text);
    });
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('one noun, one name', () => {
  const words = readFileSync(join(root, 'docs/words.md'), 'utf8');

  it('every table has its noun in docs/words.md', () => {
    const tables = sources.flatMap(({ path, text }) =>
      path.endsWith('.entity.ts') ? [/tableName: '(\w+)'/.exec(text)?.[1] ?? path] : [],
    );
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter((table) => !words.includes(`\`${table}\``))).toEqual([]);
  });

  it('every subject with procedures has its noun in docs/words.md', () => {
    const subjects = new Set(
      sources.flatMap(({ path }) => /^apps\/api\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect([...subjects].filter((subject) => !words.includes(`\`${subject}\``))).toEqual([]);
  });
});

describe('no field for a young person', () => {
  it('no table has a column that could name, number or picture a child', () => {
    const forbidden =
      /\b(cpr|birth\w*|dateOfBirth|personalNumber|photo|firstName|lastName|guardian\w*|ethnicity|religion|charge\w*)\b\s*:/i;
    const found = sources.filter(({ path, text }) => path.endsWith('.entity.ts') && forbidden.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});
