import {
  type Cell,
  notApplicable,
  notMeasured,
  numberCell,
  valueCell,
  withheld,
  type WithheldReason,
  zero,
} from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import { type Audience, individualThreshold, type Thresholds } from '@forspring/domain/measures/thresholds';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { minPulseAnswers } from '@forspring/domain/participation/kiosk';
import { reachOf } from '@forspring/domain/participation/participation.rules';
import { type Actor, holds, isAny, worksIn } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { isSmall, protectList, protectRows } from '@forspring/statistics/disclosure';
import { withTotals } from '@forspring/statistics/table-network';
import { releaseTable } from '@forspring/statistics/table-release';
import { wilson } from '@forspring/statistics/proportions';
import { exactRate } from '@forspring/statistics/rates';

/** What is known about the numbers, beside whom they are for. */
export interface GateTerms {
  /** The tier of the project the numbers come from; null while it has none. */
  tier?: Tier | null;
  /** Whether the numbers can still change. Other municipalities, funders and the public see people's numbers when they are frozen, so that two looks a week apart do not show one evening. */
  isOpen?: boolean;
  thresholds: Thresholds;
}

/** What people's attendance left in a project's kept figures. */
export interface Attendance {
  heldCount: number;
  visitCount: number;
  visitMinutes: number;
  firstTimeCount: number;
  firstTimeMissingCount: number;
  largestVisitCount: number;
}

/** Turns numbers into the cells one audience may see. What rests on a withheld number is withheld itself. */
export interface Gate {
  audience: Audience;
  /** Different young people. 0 is *zero*, null *not measured*. */
  persons(count: number | null): Cell<number>;
  visits(count: number | null): Cell<number>;
  contacts(count: number | null): Cell<number>;
  /** Hours spent by visitors, in minutes; withheld when the visits are. */
  visitMinutes(minutes: number, visitCount: number): Cell<number>;
  /** Sessions, hours of staff, money: numbers about the work, not about people; never withheld. */
  work(count: number | null): Cell<number>;
  /** Different young people, or the bounds they lie in. */
  reach(attendance: Attendance): Cell<ReachRange>;
  /** The part x of n people with Wilson's interval; withheld when the base, the part or the rest is too small. */
  share(part: { x: number; n: number } | null): Cell<Interval>;
  /** The part x of n things that are not people, such as goals; withheld in the individual tier only. */
  workShare(part: { x: number; n: number } | null): Cell<Interval>;
  /** A mean over n people or sessions; withheld when the base, or the sum it gives away, is too small. */
  mean(mean: { value: number; n: number } | null): Cell<{ value: number; n: number }>;
  /** The middle of n people's own numbers; withheld when they are too few. */
  median(median: { value: number; n: number } | null): Cell<{ value: number; n: number }>;
  /**
   * How many gave each answer to one question. Answers are anonymous to the project's own people too, so nobody sees
   * fewer than {@link minPulseAnswers} of them; outside the project small counts are hidden besides.
   */
  answers(counts: readonly number[]): { parts: Cell<number>[]; total: Cell<number> };
  /** Visits (or people) per 1,000 inhabitants with the exact Poisson interval; a null population is *not measured*. */
  perThousand(count: number | null, population: number | null): Cell<Interval>;
  /** Øre per hour spent by visitors, rounded to whole øre. */
  costPerVisitHour(costOere: number, attendance: { visitCount: number; visitMinutes: number }): Cell<number>;
  /** Øre per visit, contact or person. */
  costPer(costOere: number, count: number | null): Cell<number>;
  /**
   * A list with its total: small counts are hidden, and as few more as keep anybody from subtracting a hidden one.
   * `totalStays`: the total is shown somewhere else and can only be hidden there.
   */
  list(
    counts: readonly (number | null)[],
    terms?: { totalStays?: boolean },
  ): { parts: Cell<number>[]; total: Cell<number> };
  /**
   * A table of counts of people with the totals of rows and columns, all rows equally long: months by kind, age by
   * gender, district by tier. Small counts and the fewest others are hidden, and the result is attacked before it is
   * handed out. The grand total is hidden only when it is small itself.
   */
  table(counts: readonly (readonly number[])[]): GatedTable;
  /**
   * Why each row of a table is hidden, or null where it is shown: rows are shown or hidden whole, because the totals of the
   * columns are shown as they are somewhere else. Beside rows with a small count as many more are hidden as keep anybody
   * from subtracting. `zeroIsSensitive` where 0 would say something about everybody, as in a share.
   */
  rows(counts: readonly (readonly number[])[], terms?: { zeroIsSensitive?: boolean }): (WithheldReason | null)[];
  /** The same gate for what stands still already, whether or not the rest of the project can still change. */
  settled(): Gate;
}

/** A table with its totals as one audience may see it. */
export interface GatedTable {
  cells: Cell<number>[][];
  rowTotals: Cell<number>[];
  columnTotals: Cell<number>[];
  total: Cell<number>;
}

/** The one gate through which numbers reach anybody beyond a project's own people. */
export function gateFor(audience: Audience, { thresholds, tier = null, isOpen = false }: GateTerms): Gate {
  const k = thresholds[audience];
  const isOutside = audience !== 'project' && audience !== 'municipality';

  /** Why nothing about people may be shown at all; null when it depends on the counts. */
  const closed: WithheldReason | null =
    audience === 'project' ? null : tier === 'individual' ? 'individualTier' : isOpen && isOutside ? 'notFrozen' : null;
  const refusal = (count: number): WithheldReason | null => closed ?? (isSmall(count, { k }) ? 'smallNumbers' : null);

  const counted = (count: number | null): Cell<number> => {
    if (count === null) return notMeasured;
    const reason = refusal(count);
    return reason ? withheld(reason) : numberCell(count);
  };
  /** A cell that rests on a count: withheld with it, without a base when it is 0. */
  const resting = <T>(count: number | null, make: (count: number) => Cell<T>): Cell<T> => {
    if (count === null) return notMeasured;
    const reason = refusal(count);
    if (reason) return withheld(reason);
    return make(count);
  };

  const list: Gate['list'] = (counts, { totalStays = false } = {}) => {
    const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (closed)
      return {
        parts: counts.map((count) => (count === null ? notMeasured : withheld(closed))),
        total: counts.every((count) => count === null) ? notMeasured : withheld(closed),
      };
    const { hidden, totalHidden } = protectList(counts, { k, totalStays });
    return {
      parts: counts.map((count, index) => (hidden[index] ? withheld('smallNumbers') : numberCell(count))),
      total: counts.every((count) => count === null)
        ? notMeasured
        : totalHidden
          ? withheld('smallNumbers')
          : numberCell(total),
    };
  };

  const table: Gate['table'] = (counts) => {
    const full = withTotals(counts);
    const hidden = closed ? full.map((row) => row.map(() => true)) : releaseTable(counts, { k }).hidden;
    const rows = full.map((row, r) =>
      row.map((count, c) => (hidden[r]?.[c] ? withheld(closed ?? 'smallNumbers') : numberCell(count))),
    );
    const columnTotals = rows.pop() ?? [];
    const total = columnTotals.pop() ?? notMeasured;
    const rowTotals = rows.map((row) => row.pop() ?? notMeasured);
    return { cells: rows, rowTotals, columnTotals, total };
  };

  return {
    audience,
    persons: counted,
    visits: counted,
    contacts: counted,
    visitMinutes: (minutes, visitCount) => resting(visitCount, () => numberCell(minutes)),
    work: (count) => numberCell(count),
    reach: (attendance) =>
      resting(attendance.visitCount, () => {
        const reach = reachOf(attendance);
        if (reach.kind === 'none') return attendance.heldCount === 0 ? notMeasured : zero;
        const [lower, upper] = reach.kind === 'counted' ? [reach.young, reach.young] : [reach.lowest, reach.highest];
        const reason = refusal(lower);
        return reason ? withheld(reason) : valueCell({ lower, upper, isCounted: reach.kind === 'counted' });
      }),
    share: (part) => {
      if (part === null) return notMeasured;
      if (closed) return withheld(closed);
      if (part.n === 0) return notApplicable('zeroBase');
      const isTooSmall = audience !== 'project' && (part.n < k || part.x < k || part.n - part.x < k);
      return isTooSmall ? withheld('smallNumbers') : valueCell(shareInterval(part));
    },
    workShare: (part) => {
      if (part === null) return notMeasured;
      if (closed === 'individualTier') return withheld(closed);
      return part.n === 0 ? notApplicable('zeroBase') : valueCell(shareInterval(part));
    },
    mean: (mean) => {
      if (mean === null) return notMeasured;
      if (closed) return withheld(closed);
      if (mean.n === 0) return notApplicable('zeroBase');
      // A mean with its base tells the sum: 0,3 visits over 10 evenings are 3 visits.
      const isTooSmall = mean.n < k || isSmall(Math.round(Math.abs(mean.value * mean.n)), { k });
      return isTooSmall ? withheld('smallNumbers') : valueCell({ ...mean });
    },
    perThousand: (count, population) =>
      resting(count, (events) => {
        if (population === null) return notMeasured;
        if (population === 0) return notApplicable('zeroBase');
        const { rate, lower, upper } = exactRate({ events, personTime: population, per: 1000, conf: 0.95 });
        return valueCell({ estimate: rate, lower, upper, n: population });
      }),
    costPerVisitHour: (costOere, { visitCount, visitMinutes }) =>
      resting(visitCount, () =>
        visitMinutes === 0 ? notApplicable('zeroBase') : numberCell(Math.round((costOere * 60) / visitMinutes)),
      ),
    costPer: (costOere, count) =>
      resting(count, (units) => (units === 0 ? notApplicable('zeroBase') : numberCell(Math.round(costOere / units)))),
    list,
    table,
    rows: (counts, terms = {}) => {
      if (closed || audience === 'project') return counts.map(() => closed);
      return protectRows(counts, { k, ...terms }).map((isHidden) => (isHidden ? 'smallNumbers' : null));
    },
    settled: () => gateFor(audience, { thresholds, tier }),
    median: (median) => {
      if (median === null) return notMeasured;
      if (closed) return withheld(closed);
      return median.n < k ? withheld('smallNumbers') : valueCell({ ...median });
    },
    answers: (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (total >= Math.max(minPulseAnswers, k)) return list(counts, { totalStays: true });
      if (total === 0) return { parts: counts.map(() => notMeasured), total: notMeasured };
      return { parts: counts.map(() => withheld('smallNumbers')), total: withheld('smallNumbers') };
    },
  };
}

function shareInterval({ x, n }: { x: number; n: number }): Interval {
  const { estimate, lower, upper } = wilson({ x, n, conf: 0.95 });
  return { estimate, lower, upper, n };
}

/**
 * The individual tier of a whole municipality, the only form in which it is shown outside a project: shown from
 * {@link individualThreshold} up, and only when whoever knows one project's part cannot subtract their way to fewer
 * than that in the rest. One project alone is therefore never shown.
 */
export function municipalityTotalOf(counts: readonly (number | null)[]): Cell<number> {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return notMeasured;
  const total = known.reduce((sum, count) => sum + count, 0);
  const isSafe = known.every((count) => total - count >= individualThreshold);
  return isSafe ? valueCell(total) : withheld('individualTier');
}

/** The sum of cells that are shown beside it: withheld as soon as one of them is, for the same reason; *not measured* parts add nothing. */
export function sumOfShown(cells: readonly Cell<number>[]): Cell<number> {
  const hidden = cells.find((cell) => cell.kind === 'withheld');
  if (hidden) return hidden;
  const known = cells.filter((cell) => cell.kind === 'value' || cell.kind === 'zero');
  return known.length === 0
    ? notMeasured
    : numberCell(known.reduce((sum, cell) => sum + (cell.kind === 'value' ? cell.value : 0), 0));
}

/** Which audience a person belongs to before a project: its own people, its municipality, colleagues elsewhere, those who pay. */
export function audienceOf(
  actor: Actor,
  project: Pick<ProjectPlace, 'projectId' | 'municipalityId' | 'partnerOrganisationIds'>,
): Audience {
  const takesPart = project.partnerOrganisationIds.some((id) => holds(actor, 'partner', id));
  if (takesPart || holds(actor, 'owner', project.projectId)) return 'project';
  if (worksIn(actor, project.municipalityId, 'committeeMember', 'coordinator', 'dataProtectionOfficer'))
    return 'municipality';
  if (isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer')) return 'otherDistrict';
  return isAny(actor, 'funder') ? 'funder' : 'public';
}
