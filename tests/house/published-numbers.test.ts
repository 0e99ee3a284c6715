import { describe, expect, it } from 'vitest';
import { appRouter } from '@forspring/api/shell/app-router';
import { projectSessionRow, shownSessionRow } from '@forspring/domain/participation/shown-session';
import { readSources } from './sources.ts';

/** A name of a number of people: visits, contacts, young people, answers, or what is worked out from them. */
const ofPeople =
  /(visit|contact|reach|first-?tim|person|young|attend|present|started|completed|tap|shown|answer|respond|link|cards$|numerator|base|attendance)/i;
/** Names of the same words that count work or say where something is. */
const ofWork =
  /(adult|staff|volunteer|held|planned|cancelled|issued|session|evening|sums\[\]|version|year|minute$|baseVersion|baselineValue|populations?$|abilities|missing)/i;

/**
 * Answers that hold numbers of people as they are, each for the project's own people: who is asked before they are read.
 * Everything else goes through the gate and is a cell.
 */
const forOwnPeople: Readonly<Record<string, string>> = {
  'participation.listMySessions': 'the sessions a person registers',
  'participation.listPocket': 'the sessions a person registers, kept on the phone',
  'participation.showSession': 'one session, for whoever registers it (maySeeSession)',
  'participation.registerSession': 'the answer to whoever registered',
  'participation.addSession': 'the answer to the owner who planned it',
  'participation.moveSession': 'the answer to the owner who moved it',
  'calendar.addOpening': 'the answer to whoever registers it',
  'participation.listControlCharts': 'empty but for those who register',
  'kiosk.listOpened': 'the kiosks of one session, for whoever registers it (maySeeSession)',
  'cards.show': 'asks mayRegister',
  'goals.list': 'readings that have passed readingCell and say withheld themselves',
  'surveys.list': 'null but for those who hand the survey out',
  'partners.list': 'how many adults an organisation has sent',
};

interface Schema {
  _zod: { def: Record<string, unknown> & { type: string } };
}

/** The paths of all numbers in an answer that are not inside a cell. */
function barePaths(schema: unknown, path = '', above: ReadonlySet<unknown> = new Set()): string[] {
  const def = (schema as Schema | undefined)?._zod?.def;
  if (!def || above.has(schema)) return [];
  const within = new Set([...above, schema]);
  const into = (part: unknown, more = '') => barePaths(part, `${path}${more}`, within);
  switch (def.type) {
    case 'object':
      return Object.entries(def['shape'] as object).flatMap(([key, part]) => into(part, path ? `.${key}` : key));
    case 'array':
      return into(def['element'], '[]');
    case 'union': {
      const options = def['options'] as readonly Schema[];
      const kinds = options.map((one) => (one._zod.def['shape'] as { kind?: Schema } | undefined)?.kind?._zod.def);
      if (kinds.some((kind) => (kind?.['values'] as string[] | undefined)?.includes('withheld'))) return [];
      return options.flatMap((option) => into(option));
    }
    case 'record':
      return into(def['valueType'], '{}');
    case 'tuple':
      return (def['items'] as readonly unknown[]).flatMap((item) => into(item, '[]'));
    case 'pipe':
      return into(def['out']);
    case 'lazy':
      return into((def['getter'] as () => unknown)());
    case 'number':
    case 'any':
    case 'unknown':
      return [path];
    default:
      return 'innerType' in def ? into(def['innerType']) : [];
  }
}

const isOfPeople = (path: string) => ofPeople.test(path) && !ofWork.test(path.split('.').at(-1) ?? '');

interface Definition {
  type: 'query' | 'mutation' | 'subscription';
  output?: unknown;
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>).map(
  ([path, { _def }]) => ({ path, bare: barePaths(_def.output).filter(isOfPeople) }),
);

describe('no number of people leaves but through the gate', () => {
  it('every answer holds them as cells, but for those named here', () => {
    const odd = procedures.filter(({ path, bare }) => bare.length > 0 && !(path in forOwnPeople));
    expect(Object.fromEntries(odd.map(({ path, bare }) => [path, bare]))).toEqual({});
  });

  it('every exception is one still', () => {
    const known = new Map(procedures.map(({ path, bare }) => [path, bare]));
    expect(Object.keys(forOwnPeople).filter((path) => (known.get(path) ?? []).length === 0)).toEqual([]);
  });

  it('finds a number that is not in a cell, however deep (the test can fail)', () => {
    expect(barePaths(shownSessionRow).filter(isOfPeople)).toEqual(['visitCount', 'firstTimeCount']);
    expect(barePaths(projectSessionRow).filter(isOfPeople)).toEqual([]);
  });
});

const sources = readSources().filter(({ path }) => !/\.test\.tsx?$/.test(path));
const importsOf = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');

describe('one place decides and one place writes', () => {
  it('only the gate hides: nothing else on the server uses the methods of disclosure or makes a withheld cell', () => {
    const mayHide = /^apps\/api\/src\/kernel\/(gate[a-z-]*|gated-[a-z-]+|survey-measures)\.ts$/;
    const odd = sources.filter(
      ({ path, text }) =>
        path.startsWith('apps/') &&
        !mayHide.test(path) &&
        (importsOf(text).some((from) => /@forspring\/statistics\/(disclosure|table-)/.test(from)) ||
          /\bwithheld\(/.test(text)),
    );
    expect(odd.map(({ path }) => path).toSorted()).toEqual([]);
  });

  it('only the gate knows thresholds: nobody else compares a count with one', () => {
    const mayKnow = /^apps\/api\/src\/kernel\/(gate|releases)|\/places\/|\/evaluation\/|show-kiosks|learning\.store/;
    const odd = sources.filter(
      ({ path, text }) =>
        path.startsWith('apps/api/') && !mayKnow.test(path) && /thresholdCount|individualThreshold/.test(text),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('numbers are written in one way on each side: no page, chart or file has its own', () => {
    const mayWrite = [
      'apps/web/src/kernel/formats.ts',
      'packages/ui/src/words.tsx',
      'packages/ui/src/table-formats.tsx',
      'packages/ui/src/control-chart.tsx',
      'packages/ui/src/reading.tsx',
      'packages/domain/src/budgets/budget-request.ts',
      'apps/api/src/kernel/report-values.ts',
      'packages/domain/src/evaluation/',
    ];
    const odd = sources.filter(
      ({ path, text }) =>
        /^(apps|packages\/(ui|domain))\//.test(path) &&
        !mayWrite.some((allowed) => path.startsWith(allowed)) &&
        /Intl\.NumberFormat|toLocaleString\(|\.toFixed\(/.test(text),
    );
    expect(odd.map(({ path }) => path).toSorted()).toEqual([]);
  });

  it('a withheld cell has one mark, whatever page, chart or file it stands in', () => {
    const marks = sources
      .filter(({ path }) => /^(apps|packages)\//.test(path) && /words|report-values/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bwithheld: '([^']+)'/g)].map(([, mark]) => ({ path, mark: (mark ?? '').toLowerCase() })),
      );
    expect(marks.length).toBeGreaterThan(5);
    expect(
      marks.filter(({ mark }) => !/^(vises ikke|not shown|tal, der ikke vises|numbers not shown)$/.test(mark)),
    ).toEqual([]);
  });
});
