import { type Place, withTotals } from './table-network.ts';

/** Whether a count is too small to show: 1 … k-1, and 0 too where even "none" tells something. */
export function isSmall(
  count: number,
  { k, zeroIsSensitive = false }: { k: number; zeroIsSensitive?: boolean },
): boolean {
  return count < k && (count > 0 || zeroIsSensitive);
}

/** The places of a table of counts that are too small to show; with `marginsSensitive` the totals of rows and columns and the grand total are judged as well. Row by row. */
export function suppressPrimary(table: {
  cells: readonly (readonly number[])[];
  k: number;
  zeroIsSensitive: boolean;
  marginsSensitive: boolean;
}): Place[] {
  const rows = table.marginsSensitive ? withTotals(table.cells) : table.cells;
  return rows.flatMap((row, i) => row.flatMap((count, j): Place[] => (isSmall(count, table) ? [[i, j]] : [])));
}

/** What may be shown of a list that has one total: true for each part that must be hidden, and whether the total must be hidden too. */
export type Protection = { hidden: boolean[]; totalHidden: boolean };

/**
 * Which parts of one total must be hidden so that nobody can subtract their way to a small count. Hides the counts below k (1 … k-1; 0 too with `zeroIsSensitive`), then the next smallest
 * until whoever knows the rest, and that a hidden count is at least 0 (at least 1 where zeros are shown), can place no small count within less than k. If even hiding all cannot, the total goes too.
 * A null part is not measured: it is not hidden and takes no share of the total.
 */
export function protectList(
  counts: readonly (number | null)[],
  { k, zeroIsSensitive = false, totalShown = true }: { k: number; zeroIsSensitive?: boolean; totalShown?: boolean },
): Protection {
  const small = counts.map((count) => count !== null && isSmall(count, { k, zeroIsSensitive }));
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (isSmall(total, { k, zeroIsSensitive }))
    return { hidden: counts.map((count) => count !== null && (count > 0 || zeroIsSensitive)), totalHidden: true };
  if (!totalShown || !small.includes(true)) return { hidden: small, totalHidden: false };

  const hidden = [...small];
  // Where zeros are shown, a hidden count is known to be at least 1.
  const floor = zeroIsSensitive ? 0 : 1;
  const spare = counts
    .map((count, index) => ({ count, index }))
    .filter(
      (part): part is { count: number; index: number } =>
        part.count !== null && !small[part.index] && part.count >= floor,
    )
    .toSorted((a, b) => a.count - b.count || a.index - b.index);
  while (!isProtected(counts, hidden, floor, k)) {
    const next = spare.shift();
    if (!next) return { hidden, totalHidden: true };
    hidden[next.index] = true;
  }
  return { hidden, totalHidden: false };
}

/** With one known sum, each hidden count can be anything from the floor to what is left when the others are at theirs: wide enough when two or more share at least k above their floors. */
function isProtected(
  counts: readonly (number | null)[],
  hidden: readonly boolean[],
  floor: number,
  k: number,
): boolean {
  let left = 0;
  let places = 0;
  for (const [index, count] of counts.entries()) {
    if (!hidden[index] || count === null) continue;
    left += count - floor;
    places += 1;
  }
  return places >= 2 && left >= k;
}
