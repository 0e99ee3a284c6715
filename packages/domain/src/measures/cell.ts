import { z } from 'zod';

/** Why a number that exists is not shown. One code for all small numbers, whether hidden for their own sake or to protect a neighbour: two marks would tell which is which. */
export const withheldReasons = ['smallNumbers', 'individualTier', 'notShared', 'notFrozen'] as const;
/** A reason code of a withheld cell; the sentence for it is a text of the interface. */
export type WithheldReason = (typeof withheldReasons)[number];

/** Why a cell can hold no number: nothing of the kind exists here, or it cannot be compared with its neighbours, and what differs. */
export const notApplicableReasons = [
  'notPartOfPlan',
  'otherIndicator',
  'otherMode',
  'otherTier',
  'otherAges',
  'otherPeriod',
  'zeroBase',
] as const;
/** A reason code of a cell that does not apply. */
export type NotApplicableReason = (typeof notApplicableReasons)[number];

/** The four kinds of missing, which are four different things and never blank: counted and none; not counted; cannot be counted here; counted but not shown. */
export const missingKinds = ['zero', 'notMeasured', 'notApplicable', 'withheld'] as const;
/** One of the four kinds of missing. */
export type MissingKind = (typeof missingKinds)[number];

/** One place in a table, chart or file: a value or one of the four kinds of missing. */
export type Cell<T> =
  | { kind: 'value'; value: T }
  | { kind: 'zero' }
  | { kind: 'notMeasured' }
  | { kind: 'notApplicable'; reason: NotApplicableReason }
  | { kind: 'withheld'; reason: WithheldReason };

/** The schema of a cell that holds what the given schema describes: `cellOf(z.number())`. */
export function cellOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value }),
    z.object({ kind: z.literal('zero') }),
    z.object({ kind: z.literal('notMeasured') }),
    z.object({ kind: z.literal('notApplicable'), reason: z.enum(notApplicableReasons) }),
    z.object({ kind: z.literal('withheld'), reason: z.enum(withheldReasons) }),
  ]);
}

/** A cell with a value that is not a plain number. */
export function valueCell<T>(value: T): Cell<T> {
  return { kind: 'value', value };
}

/** The cell of a number: 0 becomes *zero*, null *not measured*. */
export function numberCell<T extends number>(value: T | null): Cell<T> {
  if (value === null) return notMeasured;
  return value === 0 ? zero : { kind: 'value', value };
}

/** Counted, and there were none. */
export const zero = { kind: 'zero' } as const;
/** Not counted. */
export const notMeasured = { kind: 'notMeasured' } as const;

/** Cannot be counted here, or not compared, for the given reason. */
export function notApplicable(reason: NotApplicableReason): Cell<never> {
  return { kind: 'notApplicable', reason };
}

/** Counted but not shown to this audience, for the given reason. */
export function withheld(reason: WithheldReason): Cell<never> {
  return { kind: 'withheld', reason };
}

/** The value of a cell as a number, 0 for *zero*, null for whatever cannot be shown; for drawing and sorting. */
export function numberIn(cell: Cell<number>): number | null {
  if (cell.kind === 'value') return cell.value;
  return cell.kind === 'zero' ? 0 : null;
}
