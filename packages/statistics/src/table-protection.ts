import { cheapest, type Choice, type Demand } from './cover.ts';
import { suppressPrimary } from './disclosure.ts';
import type { Reason } from './estimate.ts';
import { ends, largestFlow, type Pipe, type Place, withTotals } from './table-network.ts';

/** A table of counts and what somebody who sees it published knows. `minWidth`: how far apart the bounds of a protected cell must lie. `primary` may be given instead of found by `k`. */
export type TableToProtect = {
  cells: readonly (readonly number[])[];
  k: number;
  minWidth: number;
  zeroIsSensitive: boolean;
  zerosSuppressible: boolean;
  marginsSuppressible: boolean;
  knownLower: number;
  primary?: readonly Place[];
};

/** Which cells to hide: the `primary` ones for their own sake, the `complementary` ones to protect them. `isOptimal` when no fewer, and of as few no smaller total, would do. */
export type TableProtection = {
  feasible: boolean;
  primary: Place[];
  complementary: Place[];
  isOptimal: boolean;
  reason: Reason | null;
};

/** Tables up to this many cells, totals counted, are solved to the optimum; larger ones step by step. */
const largestSolved = 180;

type Cell = { place: Place; value: number; from: number; to: number; isFree: boolean };
type Problem = { cells: Cell[]; primary: number[]; nodes: number; width: number; lower: number };

/**
 * The fewest complementary cells (of as few, the smallest total) that leave every primary cell's bounds at least `minWidth` apart for an attacker who knows all shown cells and totals and that hidden cells are at least
 * `knownLower`: Fischetti and Salazar's cuts (2001 Manage Sci 47:1008) over a choice of cells. The grand total always stays. Infeasible when no pattern protects, as when a shown total is itself below the width: hide the
 * total, or merge rows or columns. Large tables get a pattern that protects just as well with perhaps more cells.
 */
export function protectTable(table: TableToProtect): TableProtection {
  const { cells, k, zeroIsSensitive, marginsSuppressible } = table;
  const primary = table.primary
    ? table.primary.map(([row, column]): Place => [row, column])
    : suppressPrimary({ cells, k, zeroIsSensitive, marginsSensitive: marginsSuppressible });
  if (primary.length === 0) return { feasible: true, primary, complementary: [], isOptimal: true, reason: null };
  const problem = networkOf(table, primary);
  const patterns = problem && solveNetwork(problem);
  if (!problem || !patterns)
    return { feasible: false, primary, complementary: [], isOptimal: true, reason: 'infeasible' };
  const complementary = [...patterns.chosen].map((i) => problem.cells[i]?.place).filter((place) => place !== undefined);
  return { feasible: true, primary, complementary, isOptimal: patterns.isOptimal, reason: null };
}

/** Null when a primary cell may not be hidden at all. */
function networkOf(table: TableToProtect, primary: readonly Place[]): Problem | null {
  const full = withTotals(table.cells);
  const [rows, columns] = [full.length, full[0]?.length ?? 1];
  const isPrimary = (row: number, column: number): boolean => primary.some(([r, c]) => r === row && c === column);
  const cells = full.flatMap((values, row) =>
    values.map((value, column): Cell => {
      const isMargin = row === rows - 1 || column === columns - 1;
      const isGrandTotal = row === rows - 1 && column === columns - 1;
      const isAllowed =
        !isGrandTotal &&
        value >= table.knownLower &&
        (table.marginsSuppressible || !isMargin) &&
        (table.zerosSuppressible || value > 0);
      const isFree = isAllowed && !isPrimary(row, column);
      return { place: [row, column], value, ...ends(row, column, rows, columns), isFree };
    }),
  );
  const own = cells.flatMap(({ place: [row, column] }, i) => (isPrimary(row, column) ? [i] : []));
  const cannotHide = own.some((i) => {
    const cell = cells[i];
    const isGrandTotal = cell?.place[0] === rows - 1 && cell.place[1] === columns - 1;
    return !cell || isGrandTotal || cell.value < table.knownLower;
  });
  if (cannotHide) return null;
  return { cells, primary: own, nodes: rows + columns, width: table.minWidth, lower: table.knownLower };
}

/**
 * What a choice of hidden cells (parts allowed) lacks to protect one primary cell: the two narrowest cuts that keep it from rising and from falling, as a demand on the cells in them. Null when it is protected;
 * `false` when no choice can.
 */
function lacking(problem: Problem, primary: number, hidden: readonly number[]): Demand | false | null {
  const { cells, nodes, width, lower } = problem;
  const cell = cells[primary];
  if (!cell) return null;
  const pipes = cells.map(({ from, to, value }, i): Pipe => {
    const part = i === primary ? 0 : (hidden[i] ?? 0);
    return { from, to, forward: part * width, backward: part * Math.min(width, value - lower) };
  });
  const rise = largestFlow(nodes, pipes, cell.to, cell.from, width);
  const ownFall = Math.min(width, cell.value - lower);
  const fall = largestFlow(nodes, pipes, cell.from, cell.to, ownFall);
  if (rise.flow + fall.flow >= width - 1e-6) return null;

  const weights = new Map<number, number>();
  const isOwn = new Set(problem.primary);
  let need = width;
  const add = (reached: readonly boolean[]): void => {
    for (const [i, { from, to, value, isFree }] of cells.entries()) {
      if (i === primary || reached[from] === reached[to] || (!isFree && !isOwn.has(i))) continue;
      const weight = reached[from] ? width : Math.min(width, Math.max(0, value - lower));
      if (isOwn.has(i)) need -= weight;
      else weights.set(i, (weights.get(i) ?? 0) + weight);
    }
  };
  add(rise.reached);
  // Where the cell itself is what keeps it from falling, no other can help.
  if (fall.flow >= ownFall - 1e-9) need -= ownFall;
  else add(fall.reached);
  // A single cell never counts for more than all that is needed.
  const capped = new Map(
    [...weights].filter(([, weight]) => weight > 0).map(([i, weight]) => [i, Math.min(weight, need)]),
  );
  const most = [...capped.values()].reduce((sum, weight) => sum + weight, 0);
  return most >= need ? { weights: capped, need } : false;
}

/** Adds what every primary cell lacks under a choice to the demands; whether anything was added. */
function demandMore(problem: Problem, demands: Demand[], chosen: readonly number[]): boolean {
  const hidden = [...chosen];
  for (const i of problem.primary) hidden[i] = 1;
  let isAdded = false;
  for (const primary of problem.primary) {
    const demand = lacking(problem, primary, hidden);
    if (!demand) continue;
    demands.push(demand);
    isAdded = true;
  }
  return isAdded;
}

function solveNetwork(problem: Problem): { chosen: Set<number>; isOptimal: boolean } | null {
  const demands: Demand[] = [];
  const stepwise = stepByStep(problem, demands);
  if (!stepwise || stepwise.size === 0 || problem.cells.length > largestSolved)
    return stepwise && { chosen: stepwise, isOptimal: stepwise.size === 0 };

  const values = problem.cells.map(({ value }) => value);
  const exactly = (count: number): Demand[] => [
    { weights: new Map(values.map((_, i) => [i, 1])), need: count },
    { weights: new Map(values.map((_, i) => [i, -1])), need: -count },
  ];
  // Parts of cells give a bound on the count from below; then each count is tried with the smallest total as the aim.
  const largest = Math.max(1, ...values);
  const fewest = leastCount(
    problem,
    demands,
    values.map((value) => 1 + value / largest / 100),
  );
  for (let count = fewest; count <= stepwise.size; count++) {
    if (settled(problem, demands, values, exactly(count), false) === 'infeasible') continue;
    const chosen = settled(problem, demands, values, exactly(count), true);
    if (chosen === 'givenUp') break;
    if (chosen !== 'infeasible')
      return { chosen: new Set(chosen.flatMap((part, i) => (part > 0.5 ? [i] : []))), isOptimal: true };
  }
  return { chosen: stepwise, isOptimal: false };
}

/** A bound from below on the number of cells, from choices of parts of cells. */
function leastCount(problem: Problem, demands: Demand[], costs: readonly number[]): number {
  let least = 1;
  for (let round = 0; round < 12; round++) {
    const parts = cheapest(costs, demands, false);
    if (typeof parts === 'string') break;
    const cost = parts.reduce((sum, part, i) => sum + part * (costs[i] ?? 0), 0);
    least = Math.max(least, Math.ceil(cost / 1.01 - 1e-6));
    if (!demandMore(problem, demands, parts)) break;
  }
  return least;
}

/** The cheapest choice under the demands and `also`, asked again with what it lacks until it protects. */
function settled(
  problem: Problem,
  demands: Demand[],
  costs: readonly number[],
  also: readonly Demand[],
  isWhole: boolean,
): Choice {
  for (let round = 0; isWhole || round < 12; round++) {
    const chosen = cheapest(costs, [...demands, ...also], isWhole);
    if (typeof chosen === 'string') return chosen;
    if (!demandMore(problem, demands, chosen)) return chosen;
  }
  return 'givenUp';
}

/** A protecting pattern without search: the cell that answers most of a demand for its value is hidden until nothing is lacking, then those that turned out not to be needed are shown again, the largest first. */
function stepByStep(problem: Problem, demands: Demand[]): Set<number> | null {
  const hidden = problem.cells.map(() => 0);
  for (const i of problem.primary) hidden[i] = 1;
  const lacks = (): Demand | false | null => {
    for (const primary of problem.primary) {
      const demand = lacking(problem, primary, hidden);
      if (demand !== null) return demand;
    }
    return null;
  };
  for (let demand = lacks(); demand !== null; demand = lacks()) {
    if (demand === false) return null;
    demands.push(demand);
    const price = (i: number, weight: number): number => (1 + (problem.cells[i]?.value ?? 0)) / weight;
    const open = [...demand.weights].filter(([i]) => hidden[i] === 0);
    const best = open.toSorted((a, b) => price(...a) - price(...b) || a[0] - b[0])[0];
    if (!best) return null;
    hidden[best[0]] = 1;
  }
  const isOwn = new Set(problem.primary);
  const chosen = hidden.flatMap((part, i) => (part === 1 && !isOwn.has(i) ? [i] : []));
  const byValue = chosen.toSorted((a, b) => (problem.cells[b]?.value ?? 0) - (problem.cells[a]?.value ?? 0) || a - b);
  for (const i of byValue) {
    hidden[i] = 0;
    if (lacks() !== null) hidden[i] = 1;
  }
  return new Set(byValue.filter((i) => hidden[i] === 1).toSorted((a, b) => a - b));
}
