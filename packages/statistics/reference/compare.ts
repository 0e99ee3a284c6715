import { attackTable } from '../src/table-attack.ts';
import { withTotals } from '../src/table-network.ts';

/** One reference case: what a method is given and what it must answer. */
export type Case = {
  id: string;
  method: string;
  input: unknown;
  expected: unknown;
  tolerance: { abs: number; rel: number };
};

/** A method by its id, as {@link import('./adapter.ts')} has it. */
export type Methods = Readonly<Record<string, (input: never) => unknown>>;

/** What became of each case: its id with what differs, none when it passed; null when there is no such method. */
export type Outcome = { id: string; differences: string[] | null };

/** Runs each case through its method. A method that throws has failed. */
export function runCases(cases: readonly Case[], methods: Methods): Outcome[] {
  return cases.map((one): Outcome => {
    const method = methods[one.method];
    if (!method) return { id: one.id, differences: null };
    try {
      return { id: one.id, differences: judge(one, method(structuredClone(one.input) as never)) };
    } catch (problem) {
      return { id: one.id, differences: [`threw ${String(problem)}`] };
    }
  });
}

/** "253 passed, 0 failed, 0 skipped". */
export function tally(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.filter(({ differences }) => differences === null).length;
  const failed = outcomes.filter(({ differences }) => differences !== null && differences.length > 0).length;
  return `${outcomes.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`;
}

type Table = { cells: number[][]; minWidth: number; knownLower: number };
type Pattern = { feasible: boolean; primary: [number, number][]; complementary: [number, number][] };
type Fewest = {
  feasible: boolean;
  primary: [number, number][];
  minComplementaryCount: number;
  minComplementaryValue: number;
};

function judge({ method, input, expected, tolerance }: Case, got: unknown): string[] {
  // There is more than one best pattern: any that protects as well with as few cells of as small a total will do.
  if (method === 'suppress.solve') return judgePattern(input as Table, expected as Fewest, got as Pattern);
  const byPlace = (value: unknown): unknown => (method.startsWith('suppress.') ? inOrder(value) : value);
  return differences(byPlace(got), byPlace(expected), tolerance);
}

function judgePattern({ cells, minWidth, knownLower }: Table, fewest: Fewest, got: Pattern): string[] {
  if (got.feasible !== fewest.feasible) return [`feasible: ${got.feasible} instead of ${fewest.feasible}`];
  if (!got.feasible) return [];
  const full = withTotals(cells);
  const isHidden = (row: number, column: number): boolean =>
    [...fewest.primary, ...got.complementary].some(([r, c]) => r === row && c === column);
  const published = full.map((values, row) => values.map((value, column) => (isHidden(row, column) ? null : value)));
  const { consistent, bounds } = attackTable({ published, knownLower });
  const open = fewest.primary.filter(([row, col]) => {
    const bound = bounds.find((one) => one.row === row && one.col === col);
    return !bound || (bound.upper !== null && bound.upper - bound.lower < minWidth);
  });
  const value = got.complementary.reduce((sum, [row, column]) => sum + (full[row]?.[column] ?? 0), 0);
  return [
    consistent ? [] : ['the published table does not add up'],
    open.map(([row, column]) => `${row},${column} is not protected`),
    differences(got.complementary.length, fewest.minComplementaryCount, { abs: 0, rel: 0 }, 'cells'),
    differences(value, fewest.minComplementaryValue, { abs: 0, rel: 0 }, 'their total'),
  ].flat();
}

/** Lists of places sorted, so that the order they were found in does not matter. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const sorted = (list: unknown[]): unknown[] =>
    list.map((one) => JSON.stringify(one, ['row', 'col', 'lower', 'upper'])).toSorted();
  return Object.fromEntries(
    Object.entries(value).map(([name, list]) => [
      name,
      !Array.isArray(list) ? list : Array.isArray(list[0]) ? list.map(String).toSorted() : sorted(list),
    ]),
  );
}

/** Where an answer differs from what is expected: every number within the tolerance, null exactly null (NaN and Infinity would be printed). Fields nobody expects are ignored. */
function differences(got: unknown, expected: unknown, tolerance: Case['tolerance'], path = ''): string[] {
  if (expected !== null && typeof expected === 'object') {
    if (
      got === null ||
      typeof got !== 'object' ||
      (Array.isArray(expected) && expected.length !== (got as unknown[]).length)
    )
      return [`${path}: another shape`];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences((got as Record<string, unknown>)[name], value, tolerance, `${path}.${name}`),
    );
  }
  const isNear =
    typeof expected === 'number' && typeof got === 'number'
      ? Math.abs(got - expected) <= tolerance.abs + tolerance.rel * Math.abs(expected)
      : got === expected;
  return isNear ? [] : [`${path}: ${String(got)} instead of ${String(expected)}`];
}
