import type { CostKind, ShownBudget, ShownLine, ShownSource } from '@forspring/domain/budgets/budget';

/** A line's part in one group of the table: what one source (or nobody) pays of it. */
export interface BudgetRow {
  line: ShownLine;
  amountOere: number;
  spentOere: number;
  restOere: number;
  forecastOere: number;
  /** Whether others pay the rest of the line. */
  isPart: boolean;
}

/** The lines one source pays for; without a source those nobody pays for yet. */
export interface BudgetGroup {
  source: ShownSource | null;
  kind: CostKind;
  rows: BudgetRow[];
}

/** A budget's lines by who pays, sources in their order, then what nobody pays yet of each kind. Sums of the rows are sums of the lines. */
export function budgetGroups({ sources, lines }: Pick<ShownBudget, 'sources' | 'lines'>): BudgetGroup[] {
  const funded = sources.map((source): BudgetGroup => ({
    source,
    kind: source.kind,
    rows: lines.flatMap((line) => {
      const share = line.shares.find((one) => one.sourceId === source.id);
      return share === undefined ? [] : [rowOf(line, share)];
    }),
  }));
  const unfunded = (['cash', 'inKind'] as const).map((kind): BudgetGroup => ({
    source: null,
    kind,
    rows: lines
      .filter((line) => line.kind === kind)
      .flatMap((line) => {
        const rest = { amountOere: line.amountOere, spentOere: line.spentOere, forecastOere: line.forecastOere };
        for (const share of line.shares) {
          rest.amountOere -= share.amountOere;
          rest.spentOere -= share.spentOere;
          rest.forecastOere -= share.forecastOere;
        }
        return rest.amountOere > 0 || line.shares.length === 0 ? [rowOf(line, rest)] : [];
      }),
  }));
  return [...funded, ...unfunded.filter((group) => group.rows.length > 0)];
}

function rowOf(
  line: ShownLine,
  { amountOere, spentOere, forecastOere }: { amountOere: number; spentOere: number; forecastOere: number },
): BudgetRow {
  return {
    line,
    amountOere,
    spentOere,
    forecastOere,
    restOere: amountOere - spentOere,
    isPart: amountOere !== line.amountOere,
  };
}
