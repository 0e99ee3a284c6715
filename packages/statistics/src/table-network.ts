/** A row and a column of a table with totals: the row after the last holds the column totals, the column after the last the row totals. */
export type Place = readonly [row: number, column: number];

/** A cell as a flow: sums of rows and columns hold when what flows into every row and column flows out again. Values lie between `lower` and `upper`. */
export type Flow = { row: number; column: number; from: number; to: number; lower: number; upper: number };

/** What may flow between two nodes, either way. */
export type Pipe = { from: number; to: number; forward: number; backward: number };

/** The nodes a cell's flow runs between, in a table of `rows` rows with totals: rows first, then columns. Inner cells and the grand total run one way, the totals of rows and columns the other. */
export function ends(row: number, column: number, rows: number, columns: number): { from: number; to: number } {
  const [rowNode, columnNode] = [row, rows + column];
  return (row === rows - 1) === (column === columns - 1)
    ? { from: rowNode, to: columnNode }
    : { from: columnNode, to: rowNode };
}

/** The table with its totals added. */
export function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const rows = cells.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const width = rows[0]?.length ?? 1;
  const totals = Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...rows, totals];
}

type Arc = { to: number; room: number; back: Arc | null };

/**
 * The largest flow from one node to another (Edmonds and Karp 1972), no more than `limit`. `sent` is what each pipe carries, negative when backward; `reached` marks the nodes that could still be reached when the
 * flow was stopped by pipes: those at its edge are the narrowest cut (Ford and Fulkerson 1956).
 */
export function largestFlow(
  nodes: number,
  pipes: readonly Pipe[],
  source: number,
  sink: number,
  limit = Infinity,
): { flow: number; sent: number[]; reached: boolean[] } {
  const arcs: Arc[][] = Array.from({ length: nodes }, () => []);
  const first = pipes.map(({ from, to, forward, backward }) => {
    const arc: Arc = { to, room: forward, back: null };
    const back: Arc = { to: from, room: backward, back: arc };
    arc.back = back;
    arcs[from]?.push(arc);
    arcs[to]?.push(back);
    return arc;
  });
  let flow = 0;
  for (;;) {
    const cameBy: (Arc | null)[] = Array.from({ length: nodes }, () => null);
    const reached = Array.from({ length: nodes }, (_, node) => node === source);
    const queue = [source];
    for (let node = queue.shift(); node !== undefined && !reached[sink]; node = queue.shift()) {
      for (const arc of arcs[node] ?? []) {
        if (!(arc.room > tooLittle) || reached[arc.to]) continue;
        reached[arc.to] = true;
        cameBy[arc.to] = arc;
        queue.push(arc.to);
      }
    }
    if (!reached[sink] || flow >= limit) {
      const sent = pipes.map((pipe, i) => carried(pipe, first[i]));
      return { flow, sent, reached };
    }
    let step = limit - flow;
    for (let arc = cameBy[sink]; arc; arc = cameBy[arc.back?.to ?? source] ?? null) step = Math.min(step, arc.room);
    if (step === Infinity) return { flow: Infinity, sent: pipes.map(() => 0), reached };
    for (let arc = cameBy[sink]; arc; arc = cameBy[arc.back?.to ?? source] ?? null) {
      arc.room -= step;
      if (arc.back) arc.back.room += step;
    }
    flow += step;
  }
}

/** Below this a pipe counts as shut: parts of cells add up to it by rounding only. */
const tooLittle = 1e-9;

function carried({ forward, backward }: Pipe, arc: Arc | undefined): number {
  if (!arc) return 0;
  // A pipe without end tells by its other direction what it carried.
  return forward === Infinity ? (arc.back?.room ?? 0) - backward : forward - arc.room;
}
