import { z } from 'zod';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { shownLock } from '../projects/period-lock.ts';
import { projectStatuses } from '../projects/project.ts';

/** What can be promised. The first three are kept in minutes and filled from registrations; the others are counts somebody reports. Introductions are how many, never who. */
export const promiseKinds = ['hall', 'staff', 'volunteers', 'introductions', 'other'] as const;
export type PromiseKind = (typeof promiseKinds)[number];
/** The kinds whose quantity is minutes. */
export const minuteKinds: readonly PromiseKind[] = ['hall', 'staff', 'volunteers'];

/** The two sides of a promise: the project's owner, and the people of the organisation that promised. */
export const ledgerSides = ['owner', 'partner'] as const;
export type LedgerSide = (typeof ledgerSides)[number];

/** What a statement says: what was delivered, that the other side's figure is right, or that what was promised has changed. */
export const statementKinds = ['say', 'accept', 'promise'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** More than anybody can promise in a quarter: 20,000 hours in minutes. */
export const maxPromiseQuantity = 20_000 * 60;
const quantity = z.number().int().min(0).max(maxPromiseQuantity);

const quarterFields = {
  year: z.number().int().min(2000).max(2100),
  quarter: z.number().int().min(1).max(4),
};

/** What a promise is worth: øre for an hour (or for one of what is counted), on an in-kind line of the budget. */
const promiseValue = z.object({ lineId: z.uuid(), unitValueOere: z.number().int().min(1).max(100_000_000) });

const promiseFields = z.object({
  /** What is counted, such as "træninger"; only for the kind *other*. */
  unit: freeText({ max: 40, optional: true }),
  periods: z
    .array(z.object({ ...quarterFields, quantity }))
    .min(1)
    .max(8)
    .refine((periods) => new Set(periods.map((one) => `${one.year}/${one.quarter}`)).size === periods.length, {
      params: { code: 'partner.quarterTwice' },
    }),
  value: promiseValue.nullable(),
});

/** A new promise of a partner, quarter by quarter; ids are made by whoever adds it. */
export const addPromiseInput = promiseFields
  .extend({ partnerId: z.uuid(), id, kind: z.enum(promiseKinds) })
  .superRefine((promise, context) => {
    if (promise.kind === 'other' && promise.unit === null)
      context.addIssue({ code: 'custom', path: ['unit'], params: { code: 'partner.unitMissing' } });
  });
export type AddPromiseInput = z.infer<typeof addPromiseInput>;

/** A changed promise. Once the project is approved, changed quantities need a reason, which both sides see. */
export const setPromiseInput = promiseFields.omit({ unit: true }).extend({
  promiseId: z.uuid(),
  baseVersion: z.number().int().min(1),
  reason: freeText({ max: 500, optional: true }),
});
export type SetPromiseInput = z.infer<typeof setPromiseInput>;

export const removePromiseInput = z.object({ promiseId: z.uuid(), baseVersion: z.number().int().min(1) });

/** One side says what was delivered in a quarter, and why it differs from what stands. */
export const correctDeliveryInput = z.object({
  periodId: z.uuid(),
  baseVersion: z.number().int().min(1),
  quantity,
  reason: freeText({ max: 500, min: 3 }),
});
export type CorrectDeliveryInput = z.infer<typeof correctDeliveryInput>;

/** One side takes the other's figure as its own; the version says which figure it has seen. */
export const acceptDeliveryInput = z.object({ periodId: z.uuid(), baseVersion: z.number().int().min(1) });

/** How a quarter stands: nothing known, as registered, as one side reported, agreed by both, or disputed. */
export const standingKinds = ['none', 'registered', 'reported', 'agreed', 'disputed'] as const;
export type StandingKind = (typeof standingKinds)[number];

/** One side's figure; from the registrations when the side has said nothing itself. */
const shownVersion = z.object({
  quantity: z.number().int(),
  isRegistered: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: z.string().nullable(),
});
export type ShownVersion = z.infer<typeof shownVersion>;

/** One thing said, in the order it was said; nothing is ever taken out of the list. */
export const shownStatement = z.object({
  id: z.uuid(),
  position: z.number().int(),
  side: z.enum(ledgerSides),
  kind: z.enum(statementKinds),
  quantity: z.number().int(),
  registeredQuantity: z.number().int().nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ShownStatement = z.infer<typeof shownStatement>;

/** How far a promise is, compared with how much of its time has gone. */
export const paceKinds = ['notYet', 'notReported', 'onTrack', 'behind', 'farBehind', 'kept'] as const;
export type PaceKind = (typeof paceKinds)[number];

/** One quarter of a promise: promised, delivered as it counts now, both versions while they differ, and all that was said. */
export const shownPeriod = z.object({
  id: z.uuid(),
  version: z.number().int(),
  ...quarterFields,
  promisedQuantity: z.number().int(),
  registeredQuantity: z.number().int().nullable(),
  deliveredQuantity: z.number().int(),
  deliveredOere: z.number().int().nullable(),
  standing: z.enum(standingKinds),
  versions: z.object({ owner: shownVersion.nullable(), partner: shownVersion.nullable() }),
  /** Who has not answered the latest figure. */
  waitsFor: z.enum(ledgerSides).nullable(),
  /** Registrations have changed since both agreed. */
  hasMoved: z.boolean(),
  hasBegun: z.boolean(),
  /** The locked period that reaches into the quarter, with the exception the project may have; null when there is none. */
  lock: shownLock.nullable(),
  /** Whether the person who looks may say something of the quarter now. */
  mayState: z.boolean(),
  statements: z.array(shownStatement),
});
export type ShownPeriod = z.infer<typeof shownPeriod>;

/** One promise with its quarters; the side is that of the person who looks. */
export const shownPromise = z.object({
  id: z.uuid(),
  version: z.number().int(),
  partnerId: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  year: z.number().int(),
  status: z.enum(projectStatuses),
  organisationName: z.string(),
  kind: z.enum(promiseKinds),
  unit: z.string(),
  value: promiseValue.extend({ lineTitle: z.string() }).nullable(),
  pace: z.enum(paceKinds),
  periods: z.array(shownPeriod),
  /** The side the person is on; null for those who only look. */
  side: z.enum(ledgerSides).nullable(),
});
export type ShownPromise = z.infer<typeof shownPromise>;

/** A project's promises, the quarters it runs in, and the in-kind lines a promise may pay. */
export const shownLedger = z.object({
  promises: z.array(shownPromise),
  quarters: z.array(z.object(quarterFields)),
  lines: z.array(z.object({ id: z.uuid(), title: z.string() })),
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownLedger = z.infer<typeof shownLedger>;

/** A promise a committee should look at: disputed, or far behind. */
export const promiseConcern = z.object({
  projectId: z.uuid(),
  projectTitle: z.string(),
  year: z.number().int(),
  bodyId: z.uuid().nullable(),
  organisationName: z.string(),
  kind: z.enum(promiseKinds),
  unit: z.string(),
  why: z.enum(['disputed', 'farBehind']),
  promisedQuantity: z.number().int(),
  deliveredQuantity: z.number().int(),
});
export type PromiseConcern = z.infer<typeof promiseConcern>;
