/** So many evenings of one series in one season, and how many came to them in sum. */
export interface SeasonCell {
  series: string;
  season: string;
  eveningCount: number;
  visitCount: number;
}

/** From how many other series and evenings a season's factor may be learnt. */
const fewestSeries = 3;
const fewestEvenings = 6;
/** How many ordinary evenings every season is given beforehand, so that few evenings move a factor little. */
const ordinaryEvenings = 6;

/**
 * How many come in each season against an ordinary evening (1), learnt from many series of different sizes: the Poisson log-linear model
 * "size of the series × factor of the season", fitted by iterative proportional fitting (Deming and Stephan 1940), each season drawn towards 1
 * by a few ordinary evenings. Null where fewer than three series or six evenings know the season. The evenings' mean factor is 1.
 */
export function seasonFactors(cells: readonly SeasonCell[]): Map<string, number | null> {
  const used = cells.filter(({ eveningCount, visitCount }) => eveningCount > 0 && visitCount >= 0);
  const seasons = [...new Set(used.map(({ season }) => season))];
  const eveningCount = sumOf(used, (cell) => cell.eveningCount);
  const usualCount = sumOf(used, (cell) => cell.visitCount) / Math.max(1, eveningCount);
  let factors = new Map(seasons.map((season) => [season, 1]));
  for (let round = 0; round < 50; round++) {
    const sizes = new Map(
      [...new Set(used.map(({ series }) => series))].map((series) => {
        const own = used.filter((cell) => cell.series === series);
        const worth = sumOf(own, (cell) => cell.eveningCount * (factors.get(cell.season) ?? 1));
        return [series, sumOf(own, (cell) => cell.visitCount) / worth];
      }),
    );
    const next = new Map(
      seasons.map((season) => {
        const own = used.filter((cell) => cell.season === season);
        const came = sumOf(own, (cell) => cell.visitCount);
        const expected = sumOf(own, (cell) => cell.eveningCount * (sizes.get(cell.series) ?? 0));
        const before = ordinaryEvenings * usualCount;
        return [season, expected + before === 0 ? 1 : (came + before) / (expected + before)];
      }),
    );
    const mean = sumOf(used, (cell) => cell.eveningCount * (next.get(cell.season) ?? 1)) / Math.max(1, eveningCount);
    const moved = seasons.some(
      (season) => Math.abs((next.get(season) ?? 1) / mean - (factors.get(season) ?? 1)) > 1e-6,
    );
    factors = new Map([...next].map(([season, factor]) => [season, factor / mean]));
    if (!moved) break;
  }
  return new Map(
    seasons.map((season) => {
      const own = used.filter((cell) => cell.season === season);
      const isKnown =
        new Set(own.map(({ series }) => series)).size >= fewestSeries &&
        sumOf(own, (cell) => cell.eveningCount) >= fewestEvenings;
      return [season, isKnown ? (factors.get(season) ?? 1) : null];
    }),
  );
}

/** How many come on each weekday of one series against its ordinary evening, its seasons taken out; one weekday alone is 1. */
export function weekdayFactors(
  evenings: readonly { weekday: number; count: number; factor: number }[],
): Map<number, number> {
  const cells = evenings.filter(({ factor }) => factor > 0);
  const size =
    sumOf(cells, (one) => one.count) /
    Math.max(
      1e-9,
      sumOf(cells, (one) => one.factor),
    );
  return new Map(
    [...new Set(cells.map(({ weekday }) => weekday))].map((weekday) => {
      const own = cells.filter((one) => one.weekday === weekday);
      if (size === 0 || own.length === cells.length) return [weekday, 1];
      const before = ordinaryEvenings * size;
      const expected = sumOf(own, (one) => one.factor * size);
      return [weekday, (sumOf(own, (one) => one.count) + before) / (expected + before)];
    }),
  );
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
