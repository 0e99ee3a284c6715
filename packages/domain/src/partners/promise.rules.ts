import { addDays, type Day, daysBetween } from '../measures/day.ts';
import type { ProjectStatus } from '../projects/project.ts';
import { recordingStatuses } from '../projects/project.rules.ts';
import type { LedgerSide, PaceKind, PromiseKind, StandingKind, StatementKind } from './promise.ts';
import { minuteKinds } from './promise.ts';

/** A quarter of a year, 1–4. */
export interface Quarter {
  year: number;
  quarter: number;
}

/** A day in each month of a quarter, by which a locked period meets it: periods are locked by whole months. */
export function quarterDays({ year, quarter }: Quarter): Day[] {
  return [2, 1, 0].map((back) => `${year}-${String(quarter * 3 - back).padStart(2, '0')}-01`);
}

/** The quarters from a first to a last day, in order; the four of `year` when the days are not known yet. */
export function quartersBetween(firstOn: Day | null, lastOn: Day | null, year: number): Quarter[] {
  const from = quarterOf(firstOn ?? `${year}-01-01`);
  const until = quarterOf(lastOn ?? `${year}-12-31`);
  const numberOf = (one: Quarter) => one.year * 4 + one.quarter - 1;
  const count = Math.max(1, numberOf(until) - numberOf(from) + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = numberOf(from) + index;
    return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
  });
}

/** The quarter a day lies in. */
export function quarterOf(on: Day): Quarter {
  return { year: Number(on.slice(0, 4)), quarter: Math.ceil(Number(on.slice(5, 7)) / 3) };
}

/** The first day of a quarter. */
export function quarterStart({ year, quarter }: Quarter): Day {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

/** The last day of a quarter. */
export function quarterEnd({ year, quarter }: Quarter): Day {
  const next = quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
  return addDays(quarterStart(next), -1);
}

/** A total divided over so many quarters, as evenly as whole steps (a quarter of an hour, or one) allow; the parts sum to the total, the first ones take what is left over. */
export function splitOverQuarters(total: number, count: number, step = 1): number[] {
  const steps = Math.floor(total / step);
  const rest = total - steps * step;
  return Array.from({ length: count }, (_, index) => {
    const share = Math.floor(steps / count) + (index < steps % count ? 1 : 0);
    return share * step + (index === 0 ? rest : 0);
  });
}

/** Something one side said of a quarter, as the rules see it. */
export interface Statement {
  position: number;
  side: LedgerSide;
  kind: StatementKind;
  quantity: number;
  registeredQuantity: number | null;
}

/** One side's figure: its latest statement, or the registrations' when it has said nothing (`statement` null). */
export interface Version<One extends Statement> {
  quantity: number;
  statement: One | null;
}

/** How a quarter stands; see {@link standingOf}. */
export interface Standing<One extends Statement> {
  kind: StandingKind;
  /** What counts now, also in the budget. */
  counted: number;
  owner: Version<One> | null;
  partner: Version<One> | null;
  waitsFor: LedgerSide | null;
  hasMoved: boolean;
}

/**
 * How one quarter of a promise stands. Each side's figure is the latest it said; a side that has said nothing stands by
 * the registrations, where there are any (`registered` is null for what nobody registers). Two equal figures are agreed,
 * two different ones are disputed, and while they are the lower one counts, so that a disagreement never flatters. A single
 * report of what is not registered counts until the other side says otherwise. The order statements arrive in does not
 * matter: their positions do.
 */
export function standingOf<One extends Statement>(
  registered: number | null,
  statements: readonly One[],
): Standing<One> {
  const latest = (side: LedgerSide) =>
    statements
      .filter((one) => one.side === side && one.kind !== 'promise')
      .reduce<One | null>((last, one) => (last === null || one.position > last.position ? one : last), null);
  const said = { owner: latest('owner'), partner: latest('partner') };
  const versionOf = (one: One | null): Version<One> | null =>
    one
      ? { quantity: one.quantity, statement: one }
      : registered === null
        ? null
        : { quantity: registered, statement: null };
  const [owner, partner] = [versionOf(said.owner), versionOf(said.partner)];
  const base = { owner, partner, waitsFor: null, hasMoved: false };
  if (said.owner === null && said.partner === null)
    return { ...base, kind: registered === null ? 'none' : 'registered', counted: registered ?? 0 };
  if (owner === null || partner === null)
    return { ...base, kind: 'reported', counted: owner?.quantity ?? partner?.quantity ?? 0 };
  const last = [said.owner, said.partner].reduce((a, b) => ((b?.position ?? 0) > (a?.position ?? 0) ? b : a));
  if (owner.quantity === partner.quantity)
    return {
      ...base,
      kind: 'agreed',
      counted: owner.quantity,
      hasMoved: hasChanged(last?.registeredQuantity ?? null, registered) && registered !== owner.quantity,
    };
  return {
    ...base,
    kind: 'disputed',
    counted: Math.min(owner.quantity, partner.quantity),
    waitsFor: last?.side === 'owner' ? 'partner' : 'owner',
  };
}

/** Whether registrations say something else than they did; nothing known then or now is no change. */
function hasChanged(before: number | null, now: number | null): boolean {
  return before !== null && now !== null && before !== now;
}

/** The figure a side would take over by accepting: the other side's, when the two differ; else null. */
export function figureToAccept<One extends Statement>(standing: Standing<One>, side: LedgerSide): number | null {
  if (standing.kind === 'reported') {
    const other = side === 'owner' ? standing.partner : standing.owner;
    return other?.quantity ?? null;
  }
  if (standing.kind !== 'disputed') return null;
  return (side === 'owner' ? standing.partner : standing.owner)?.quantity ?? null;
}

/** What so much of a promise is worth in øre: hours are kept in minutes and valued by the hour. */
export function valueOf(kind: PromiseKind, quantity: number, unitValueOere: number): number {
  return minuteKinds.includes(kind) ? Math.round((quantity * unitValueOere) / 60) : quantity * unitValueOere;
}

/** How much of a quarter's promise should have come by a day: all of it when the quarter is over, none before it began. */
export function expectedBy(period: Quarter & { promisedQuantity: number }, today: Day): number {
  const start = quarterStart(period);
  const end = quarterEnd(period);
  if (today < start) return 0;
  if (today >= end) return period.promisedQuantity;
  return (period.promisedQuantity * daysBetween(start, today)) / (daysBetween(start, end) + 1);
}

/** Less than half of what should have come is far behind; less than four fifths is behind. */
const paceShares = { farBehind: 0.5, behind: 0.8 } as const;

/**
 * How far a promise is on a day, over all its quarters. It is kept when everything promised has come; too early to say
 * while less than an hour (or one) should have, and not to be said while nobody has reported anything.
 */
export function paceOf(
  kind: PromiseKind,
  periods: readonly (Quarter & { promisedQuantity: number; deliveredQuantity: number; standing: StandingKind })[],
  today: Day,
): PaceKind {
  const promised = periods.reduce((sum, one) => sum + one.promisedQuantity, 0);
  const delivered = periods.reduce((sum, one) => sum + one.deliveredQuantity, 0);
  const expected = periods.reduce((sum, one) => sum + expectedBy(one, today), 0);
  if (promised > 0 && delivered >= promised) return 'kept';
  if (expected < (minuteKinds.includes(kind) ? 60 : 1)) return 'notYet';
  if (periods.every((one) => one.standing === 'none')) return 'notReported';
  if (delivered < expected * paceShares.farBehind) return 'farBehind';
  return delivered < expected * paceShares.behind ? 'behind' : 'onTrack';
}

/** The ledger is written while a project records, and not once its evaluation lies with the body. */
export function isLedgerOpen(status: ProjectStatus, evaluationStatus: string | null): boolean {
  return recordingStatuses.includes(status) && evaluationStatus !== 'submitted' && evaluationStatus !== 'approved';
}
