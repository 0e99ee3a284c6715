import type { Reason } from './estimate.ts';
import { ends, type Flow, largestFlow, type Pipe, type Place } from './table-network.ts';

/** What can be said of one hidden cell: at least `lower`, at most `upper` (null: without end). */
export type Bounds = { row: number; col: number; lower: number; upper: number | null };

/** What somebody who sees a table knows of its hidden cells; `derivable` are those pinned down. Inconsistent: its shown totals do not add up, which is an error of whoever made it. */
export type Attack = { consistent: boolean; bounds: Bounds[]; derivable: Place[]; reason: Reason | null };

/**
 * The exact bounds of every hidden (null) cell of a published table of counts with totals, for somebody who knows that a hidden cell is at least `knownLower` and, for some, lies within `knownBounds`. A two-way table with
 * totals is a network, so largest flows give the same bounds as integer programming (Cox 1995 JASA 90:1453; Fischetti and Salazar 2001 Manage Sci 47:1008).
 */
export function attackTable({
  published,
  knownLower = 0,
  knownBounds = [],
}: {
  published: readonly (readonly (number | null)[])[];
  knownLower?: number;
  knownBounds?: readonly { row: number; col: number; lower?: number; upper?: number | null }[];
}): Attack {
  const [rows, columns] = [published.length, published[0]?.length ?? 0];
  const known = new Map(knownBounds.map((bound) => [`${bound.row},${bound.col}`, bound]));
  const flows = published.flatMap((cells, row) =>
    cells.map((value, column): Flow => {
      const bound = known.get(`${row},${column}`);
      const lower = value ?? Math.max(knownLower, bound?.lower ?? 0);
      return { row, column, ...ends(row, column, rows, columns), lower, upper: value ?? bound?.upper ?? Infinity };
    }),
  );
  const values = someTable(flows, rows + columns);
  if (!values) return { consistent: false, bounds: [], derivable: [], reason: 'infeasible' };

  const hidden = flows
    .map((flow, i) => ({ ...flow, value: values[i] ?? 0 }))
    .filter((_, i) => isHidden(published, flows[i]));
  const pipes = hidden.map(({ from, to, lower, upper, value }): Pipe => ({
    from,
    to,
    forward: upper - value,
    backward: value - lower,
  }));
  const bounds = hidden.map((cell, i): Bounds => {
    const others = pipes.filter((_, other) => other !== i);
    const more = largestFlow(rows + columns, others, cell.to, cell.from, cell.upper - cell.value).flow;
    const less = largestFlow(rows + columns, others, cell.from, cell.to, cell.value - cell.lower).flow;
    return {
      row: cell.row,
      col: cell.column,
      lower: cell.value - less,
      upper: more === Infinity ? null : cell.value + more,
    };
  });
  const derivable = bounds.filter(({ lower, upper }) => lower === upper).map(({ row, col }): Place => [row, col]);
  return { consistent: true, bounds, derivable, reason: null };
}

function isHidden(published: readonly (readonly (number | null)[])[], flow: Flow | undefined): boolean {
  return flow !== undefined && published[flow.row]?.[flow.column] === null;
}

/** Values within their bounds whose sums agree; null when there are none. */
function someTable(flows: readonly Flow[], nodes: number): number[] | null {
  if (flows.some(({ lower, upper }) => lower > upper)) return null;
  const [source, sink] = [nodes, nodes + 1];
  const excess = Array.from({ length: nodes }, () => 0);
  for (const { from, to, lower } of flows) {
    excess[to] = (excess[to] ?? 0) + lower;
    excess[from] = (excess[from] ?? 0) - lower;
  }
  const pipes = flows.map(({ from, to, lower, upper }): Pipe => ({ from, to, forward: upper - lower, backward: 0 }));
  const supplies = excess.flatMap((amount, node): Pipe[] => [
    amount > 0
      ? { from: source, to: node, forward: amount, backward: 0 }
      : { from: node, to: sink, forward: -amount, backward: 0 },
  ]);
  const needed = excess.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const { flow, sent } = largestFlow(nodes + 2, [...pipes, ...supplies], source, sink);
  return flow === needed ? flows.map(({ lower }, i) => lower + (sent[i] ?? 0)) : null;
}
