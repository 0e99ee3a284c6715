import { isSmall } from './disclosure.ts';
import { attackTable } from './table-attack.ts';
import { type Place, withTotals } from './table-network.ts';
import { protectTable } from './table-protection.ts';

/**
 * Which places of a table with its totals are hidden (the last row and column are the totals), how it was found, and whether an attack on the result was survived. `method`: *open* when nothing is small, *inner* when the
 * totals could stay, *margins* when some had to go, *stepwise* when the table was too large to search, *all* when no pattern protects and nothing inside is shown.
 */
export type TableRelease = {
  hidden: boolean[][];
  method: 'open' | 'inner' | 'margins' | 'stepwise' | 'all';
};

/** Tables of more places than this, totals counted, are not searched at all: up to it the slowest table takes about a second. */
const largestTried = 400;

/**
 * What may be shown of a table of counts with all its totals to somebody who is told zeros and who knows every shown number: no count from 1 to k-1, inside or in a total, can be placed within less than k. The totals stay where that is
 * possible, because they are what a reader asks first. Whatever was found is attacked before it is handed out, and what does not hold is hidden altogether. The grand
 * total is hidden only when it is small itself: it is usually shown somewhere else.
 */
export function releaseTable(cells: readonly (readonly number[])[], { k }: { k: number }): TableRelease {
  const full = withTotals(cells);
  const [last, end] = [full.length - 1, (full[0]?.length ?? 1) - 1];
  const isAny = full.some((row) => row.some((count) => isSmall(count, { k })));
  if (!isAny || cells.length === 0) return { hidden: full.map((row) => row.map(() => false)), method: 'open' };

  const grand = full[last]?.[end] ?? 0;
  if (!isSmall(grand, { k }) && full.length * (end + 1) <= largestTried) {
    const isSmallMargin = full.some((row, r) =>
      row.some((count, c) => (r === last || c === end) && isSmall(count, { k })),
    );
    for (const marginsSuppressible of isSmallMargin ? [true] : [false, true]) {
      const { feasible, primary, complementary, isOptimal } = protectTable({
        cells,
        k,
        minWidth: k,
        zeroIsSensitive: false,
        zerosSuppressible: false,
        marginsSuppressible,
        knownLower: 1,
      });
      if (!feasible) continue;
      const hidden = hiddenAt(full, [...primary, ...complementary]);
      if (survives(full, hidden, k))
        return { hidden, method: isOptimal ? (marginsSuppressible ? 'margins' : 'inner') : 'stepwise' };
    }
  }
  // A total alone leaves every count inside the whole way from 0 up to it.
  const isCorner = (r: number, c: number) => r === last && c === end;
  return {
    hidden: full.map((row, r) => row.map((_, c) => !isCorner(r, c) || isSmall(grand, { k }))),
    method: 'all',
  };
}

function hiddenAt(full: readonly (readonly number[])[], places: readonly Place[]): boolean[][] {
  const hidden = full.map((row) => row.map(() => false));
  for (const [row, column] of places) {
    const own = hidden[row];
    if (own) own[column] = true;
  }
  return hidden;
}

/** Whether somebody who sees the rest is left at least k wide about every small count. */
function survives(full: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], k: number): boolean {
  const published = full.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
  const { consistent, bounds } = attackTable({ published, knownLower: 1 });
  return (
    consistent &&
    bounds.every(({ row, col, lower, upper }) => {
      const count = full[row]?.[col] ?? 0;
      return !isSmall(count, { k }) || upper === null || upper - lower >= k;
    })
  );
}
