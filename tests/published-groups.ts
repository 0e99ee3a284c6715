import type { ShownDividedReading } from '@forspring/domain/goals/goal';
import { partCategories } from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Notebook, PublicProject } from './notebook.ts';

/** What is counted in one group of a divided reading, by the same names on every page and in every file. */
export const groupName = (what: 'part' | 'rest' | 'base', of: readonly string[], category: string | null) =>
  [what, ...of, category ?? 'nobody’s'].join(' ');

/** What follows from its groups being parts of a whole that is shown, and a base being part and rest. */
function noteGroups(book: Notebook, of: readonly string[], unit: string, categories: readonly (string | null)[]) {
  const isShare = unit === 'share';
  for (const what of isShare ? (['part', 'rest'] as const) : (['base'] as const))
    book.sums(
      groupName(what, of, 'all'),
      categories.map((category) => groupName(what, of, category)),
    );
  if (isShare)
    for (const category of [...categories, 'all'])
      book.sums(groupName('base', of, category), [groupName('part', of, category), groupName('rest', of, category)]);
}

/** Readings by their groups, as a page shows them: of a share part and base of each group and of the whole, of a mean its n, else the count. */
export function noteDivided(
  book: Notebook,
  about: { projectId: string; indicator: string },
  readings: readonly ShownDividedReading[],
): void {
  for (const reading of readings) noteReading(book, about, reading);
}

function noteReading(
  book: Notebook,
  about: { projectId: string; indicator: string },
  { unit, whole, divisions, measuredOn }: ShownDividedReading,
): void {
  for (const { dimension, parts } of divisions) {
    book.tableCount += 1;
    const of = [about.projectId, about.indicator, dimension, measuredOn];
    for (const { category, result, numerator, base } of parts) {
      const count: Cell<number> =
        base ?? (result.kind === 'value' ? { kind: 'value', value: result.value.estimate ?? 0 } : result);
      book.note(count, [groupName('base', of, category)]);
      if (numerator !== null) book.note(numerator, [groupName('part', of, category)]);
      // A share tells its part, wherever its base is shown.
      if (unit === 'share' && result.kind === 'value' && result.value.estimate !== null) {
        const { estimate, n } = result.value;
        book.note({ kind: 'value', value: Math.round(estimate * n) }, [groupName('part', of, category)]);
      }
    }
    if (whole.kind === 'value' && whole.value.estimate !== null) {
      const { estimate, n } = whole.value;
      book.note({ kind: 'value', value: unit === 'count' ? estimate : n }, [groupName('base', of, 'all')]);
      if (unit === 'share')
        book.note({ kind: 'value', value: Math.round(estimate * n) }, [groupName('part', of, 'all')]);
    }
    noteGroups(
      book,
      of,
      unit,
      parts.map(({ category }) => category),
    );
  }
}

const monthNames = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const dimensionNames: Record<string, string> = { alder: 'ageBand', køn: 'gender', sted: 'place' };
const categoryOf = new Map(
  Object.values(partCategories)
    .flatMap((codes) => codes ?? [])
    .map((code): [string, string | null] => [partLabel(code, 'da'), code]),
)
  .set(partLabel(null, 'da'), null)
  .set('Hele målingen', 'all');

/** A line of a report that tells the part or the base of one group of a divided reading. */
export function noteGroupLine(
  book: Notebook,
  project: PublicProject,
  line: { caption: string; label: string; column: string; isHidden: boolean; value: number },
): void {
  const what = ({ Tæller: 'part', n: 'base' } as const)[line.column];
  const [, indicator, dimension, date, month, year] =
    /^"?(.+), opdelt efter (\p{L}+), målt (\d+)\. (\p{L}+) (\d+)"?$/u.exec(line.caption) ?? [];
  if (what === undefined || indicator === undefined) return;
  const on = [year, monthNames.indexOf(month ?? '') + 1, date].map((one) => String(one).padStart(2, '0')).join('-');
  const of = [project.id, indicator, dimensionNames[dimension ?? ''] ?? '', on];
  const category = categoryOf.get(line.label);
  const cell: Cell<number> = line.isHidden
    ? { kind: 'withheld', reason: 'smallNumbers' }
    : { kind: 'value', value: line.value };
  book.note(cell, [groupName(what, of, category === undefined ? line.label : category)]);
}
