import { type Cell, notMeasured } from '@forspring/domain/measures/cell';
import type { Gate } from './gate.ts';

/** What was counted in one month of a project: at its sessions, and in outreach beside them. */
export interface CountedMonth {
  month: string;
  heldCount: number;
  visitCount: number;
  sessionContactCount: number;
  outreachContactCount: number;
}

/** A project's months past the gate. The sums of the whole project are shown elsewhere too, so months are hidden around them. */
export interface GatedMonths {
  visits: Cell<number>[];
  /** Contacts at sessions and in outreach together, by month. */
  contacts: Cell<number>[];
  /** Contacts in outreach alone, by month and in all. */
  outreach: Cell<number>[];
  outreachTotal: Cell<number>;
}

/**
 * Visits and contacts by month for one audience. Two pages show parts of the same contacts (all of them by month here,
 * outreach alone there), so they are protected as one table with its totals, whichever page asks.
 */
export function gatedMonths(gate: Gate, months: readonly CountedMonth[]): GatedMonths {
  const { parts } = gate.list(
    months.map(({ heldCount, visitCount }) => (heldCount === 0 && visitCount === 0 ? null : visitCount)),
    { totalStays: true },
  );
  const { cells, columnTotals, rowTotals } = gate.table([
    months.map(({ sessionContactCount }) => sessionContactCount),
    months.map(({ outreachContactCount }) => outreachContactCount),
  ]);
  return {
    visits: parts,
    contacts: columnTotals,
    outreach: cells[1] ?? [],
    outreachTotal: rowTotals[1] ?? notMeasured,
  };
}
