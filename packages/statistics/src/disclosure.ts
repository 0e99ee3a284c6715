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
 * Which parts of one total must be hidden so that nobody can subtract their way to a small count. Hides the counts below k (1 … k-1; 0 too with `zeroIsSensitive`) and, for whoever knows the rest and that a hidden count
 * is at least 0 (at least 1 where zeros are shown), as few more as leave no small count within less than k: one other part where one is enough, the smallest such; else the total, which is one number less than two parts.
 * With `totalStays` the total is shown somewhere else and cannot be hidden: then the fewest parts (of as few, the smallest sum), and if even all do not protect, all of them and the zeros.
 * A null part is not measured: it is not hidden and takes no share of the total.
 */
export function protectList(
  counts: readonly (number | null)[],
  {
    k,
    zeroIsSensitive = false,
    totalShown = true,
    totalStays = false,
  }: { k: number; zeroIsSensitive?: boolean; totalShown?: boolean; totalStays?: boolean },
): Protection {
  const small = counts.map((count) => count !== null && isSmall(count, { k, zeroIsSensitive }));
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (isSmall(total, { k, zeroIsSensitive }))
    return { hidden: counts.map((count) => count !== null && (count > 0 || zeroIsSensitive)), totalHidden: true };
  if (!totalShown || !small.includes(true)) return { hidden: small, totalHidden: false };

  // Where zeros are shown, a hidden count is known to be at least 1.
  const floor = zeroIsSensitive ? 0 : 1;
  const isPart = (count: number | null, index: number) => count !== null && small[index] === true;
  const left = counts.reduce<number>((sum, count, index) => sum + (isPart(count, index) ? (count ?? 0) - floor : 0), 0);
  const smallCount = small.filter(Boolean).length;
  const spare = counts.flatMap((count, index) =>
    count !== null && !small[index] && count >= floor ? [{ count, index, room: count - floor }] : [],
  );
  const more = fewestWith(spare, { needed: Math.max(0, k - left), least: smallCount === 1 ? 1 : 0 });
  if (more !== null && (totalStays || more.length < 2))
    return { hidden: small.map((isHidden, index) => isHidden || more.includes(index)), totalHidden: false };
  if (totalStays) return { hidden: counts.map((count) => count !== null), totalHidden: false };
  // Without a total there is nothing to subtract from.
  return { hidden: small, totalHidden: true };
}

/**
 * The fewest parts (of as few, those with the smallest sum) whose room is at least `needed`, no fewer than `least`; null when all together have less. Exact: the cheapest way to each room is kept for one part, two parts and so on,
 * and room beyond what is needed counts as enough, so it takes parts² × k steps at most.
 */
function fewestWith(
  spare: readonly { count: number; index: number; room: number }[],
  { needed, least }: { needed: number; least: number },
): number[] | null {
  if (needed === 0 && least === 0) return [];
  if (spare.length < least || spare.reduce((sum, { room }) => sum + room, 0) < needed) return null;
  type Way = { sum: number; indexes: number[] };
  const byRoom = spare.map(({ room }) => room).toSorted((a, b) => b - a);
  let size = 0;
  for (let most = 0; most < needed || size < least; size += 1) most += byRoom[size] ?? 0;
  // ways[n][room]: the cheapest n parts with that room.
  const ways: (Way | undefined)[][] = Array.from({ length: size + 1 }, () => []);
  (ways[0] ?? [])[0] = { sum: 0, indexes: [] };
  for (const { count, index, room } of spare)
    for (let taken = size; taken > 0; taken -= 1)
      for (const [had, way] of (ways[taken - 1] ?? []).entries()) {
        if (!way) continue;
        const row = ways[taken] ?? [];
        const reached = Math.min(needed, had + room);
        const known = row[reached];
        if (!known || way.sum + count < known.sum)
          row[reached] = { sum: way.sum + count, indexes: [...way.indexes, index] };
      }
  return ways[size]?.[needed]?.indexes ?? null;
}

/** So many rows beside the unsafe ones are searched for the best pattern; with more of them every row is hidden. */
const mostSearched = 14;

/**
 * Which rows of a table are hidden, each whole, where the totals of its columns are shown somewhere else and stay. A row is unsafe when any of its counts is below k (1 … k-1; 0 too with `zeroIsSensitive`). Beside the unsafe
 * ones as few more are hidden (of as few, those with the smallest sum) as leave two rows at least, and each unsafe count nowhere within less than k for somebody who subtracts the shown rows and knows that a hidden count is at least
 * 0 (at least 1 where zeros are shown). If no pattern does, every row is hidden, zeros too. The columns hang together through no other number, since a hidden row shows nothing.
 */
export function protectRows(
  rows: readonly (readonly number[])[],
  { k, zeroIsSensitive = false }: { k: number; zeroIsSensitive?: boolean },
): boolean[] {
  const isUnsafe = rows.map((row) => row.some((count) => isSmall(count, { k, zeroIsSensitive })));
  if (!isUnsafe.includes(true)) return isUnsafe;
  const unsafeColumns = (rows[0] ?? []).flatMap((_, column) =>
    rows.some((row) => isSmall(row[column] ?? 0, { k, zeroIsSensitive })) ? [column] : [],
  );
  const roomIn = (row: readonly number[], column: number) =>
    Math.max(0, (row[column] ?? 0) - (zeroIsSensitive ? 0 : 1));
  const protects = (hidden: readonly boolean[]) =>
    hidden.filter(Boolean).length > 1 &&
    unsafeColumns.every((column) => rows.reduce((sum, row, r) => sum + (hidden[r] ? roomIn(row, column) : 0), 0) >= k);
  const spare = rows.flatMap((row, r) => (isUnsafe[r] || row.every((count) => count === 0) ? [] : [r]));
  let best: { size: number; sum: number; hidden: boolean[] } | null = null;
  for (let pattern = 0; spare.length <= mostSearched && pattern < 2 ** spare.length; pattern += 1) {
    const more = spare.filter((_, place) => (pattern >> place) % 2 === 1);
    const sum = more.reduce((all, r) => all + (rows[r] ?? []).reduce((own, count) => own + count, 0), 0);
    if (best && (more.length > best.size || (more.length === best.size && sum >= best.sum))) continue;
    const hidden = isUnsafe.map((own, r) => own || more.includes(r));
    if (protects(hidden)) best = { size: more.length, sum, hidden };
  }
  return best?.hidden ?? rows.map(() => true);
}
