import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReportBlock, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { outcomeOf } from './report-goals.ts';
import { shownProcessOf } from './shown-process.ts';

/** What it cost per visit hour, per young person and per goal reached: cash and with in-kind, each with its interval. */
export function costBlocks(basis: ReportBasis): ReportBlock[] {
  const rows = costRows(basis);
  if (rows.length === 0) return [];
  const { depth } = basis;
  return [
    { kind: 'heading', level: 3, text: depth.costs },
    { kind: 'table', table: costTable(basis, depth.costPer, rows) },
    { kind: 'note', text: depth.costNote },
  ];
}

/** The costs of several projects side by side, each with its own rows but those that could not be reckoned; null where nobody counted visits. */
export function costsByProject(projects: readonly ReportBasis[]): ReportTable | null {
  const [first] = projects;
  const rows = projects.flatMap((basis) => {
    const { title } = basis.frozen.project;
    return costRows(basis)
      .filter(([, cash]) => cash?.type !== 'missing' || cash.missing === 'withheld')
      .map(([per, ...rest]) => [basis.values.text(`${title}. ${per?.text ?? ''}`), ...rest]);
  });
  return first === undefined || rows.length === 0 ? null : costTable(first, first.words.project, rows);
}

function costTable(
  { depth }: Pick<ReportBasis, 'depth'>,
  title: string,
  rows: readonly (readonly ReportValue[])[],
): ReportTable {
  return {
    name: depth.costs,
    caption: depth.costsCaption,
    columns: [
      { title, width: 3.2 },
      { title: depth.cash, isNumber: true, width: 1.3 },
      { title: depth.range, isNumber: true, width: 2.1 },
      { title: depth.total, isNumber: true, width: 1.4 },
      { title: depth.range, isNumber: true, width: 2.1 },
    ],
    rows,
  };
}

function costRows(basis: ReportBasis): ReportValue[][] {
  const { frozen, gate, depth, values } = basis;
  const { process, project, goals } = frozen;
  // Where only contacts were counted, nobody counted visits.
  if (process.visitCount === 0 && process.contactCount > 0) return [];
  if (project.tier === 'individual') return [];
  const shown = shownProcessOf(process, { gate, tier: project.tier });
  const counted = values.text(depth.exact);
  const none = values.text('');
  const perHour = (cell: Cell<number>) => [
    values.cell(cell, values.money, values.money(0)),
    cell.kind === 'value' ? counted : none,
  ];
  const withRange = (cell: Cell<Interval>) => costCells(basis, cell);
  return [
    [values.text(depth.perVisitHour), ...perHour(shown.cashPerVisitHourOere), ...perHour(shown.totalPerVisitHourOere)],
    [values.text(depth.perYoung), ...withRange(shown.cashPerYoungOere), ...withRange(shown.totalPerYoungOere)],
    ...goals.flatMap((goal) => {
      const { title, costPerReached } = outcomeOf(basis, goal);
      if (costPerReached === null) return [];
      return [
        [
          values.text(depth.perReached(title)),
          ...withRange(costPerReached.cashOere),
          ...withRange(costPerReached.totalOere),
        ],
      ];
    }),
  ];
}

/** A cost and its interval; bounds without an estimate are said to be bounds, and an open end to be at least so much. */
function costCells({ depth, values }: ReportBasis, cell: Cell<Interval>): [ReportValue, ReportValue] {
  if (cell.kind !== 'value') return [values.cell(cell, values.interval), values.text('')];
  const { estimate, lower, upper } = cell.value;
  const money = (oere: number) => values.money(oere).text;
  const range =
    lower === null ? '' : upper === null ? depth.atLeast(money(lower)) : `${money(lower)} – ${money(upper)}`;
  return [
    estimate === null ? values.missing('notMeasured') : values.money(estimate),
    values.text(estimate === null && range !== '' && upper !== null ? depth.bounds(range) : range),
  ];
}
