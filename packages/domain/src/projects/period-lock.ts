import { z } from 'zod';
import { day } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';

/** The lengths of time that are locked at once. */
export const periodKinds = ['month', 'quarter', 'halfYear'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A locked period as those who meet it see it, with the exception their project has; days included. */
export const shownLock = z.object({
  kind: z.enum(periodKinds),
  startsOn: day,
  endsOn: day,
  /** The last day on which this project may still change it; null: it may not. */
  opensUntilOn: day.nullable(),
});
export type ShownLock = z.infer<typeof shownLock>;

const municipality = { municipalityId: z.uuid() };

/** A period to lock: its kind and its first day. */
export const addLockInput = z.object({
  ...municipality,
  id,
  kind: z.enum(periodKinds),
  startsOn: day,
  reason: freeText({ max: 500, optional: true }),
});
export type AddLockInput = z.infer<typeof addLockInput>;

/** A lock that is lifted, with the reason. */
export const endLockInput = z.object({ ...municipality, lockId: z.uuid(), reason: freeText({ max: 500, min: 5 }) });
export type EndLockInput = z.infer<typeof endLockInput>;

/** One project may change what lies in a locked period until a day, for a reason. */
export const addExceptionInput = z.object({
  ...municipality,
  id,
  lockId: z.uuid(),
  projectId: z.uuid(),
  reason: freeText({ max: 500, min: 5 }),
  endsOn: day,
});
export type AddExceptionInput = z.infer<typeof addExceptionInput>;

export const endExceptionInput = z.object({ ...municipality, exceptionId: z.uuid() });

/** An exception in a list. */
export const listedException = z.object({
  id,
  lockId: id,
  projectId: id,
  projectTitle: z.string(),
  year: z.number().int(),
  kind: z.enum(periodKinds),
  startsOn: day,
  reason: z.string(),
  endsOn: day,
  by: z.string(),
  at: z.string(),
  /** Whether the project may still change the period today. */
  isOpen: z.boolean(),
});
export type ListedException = z.infer<typeof listedException>;

/** A municipality's locked periods, the latest first, and what may be locked next. */
export const shownPeriods = z.object({
  locks: z.array(
    z.object({
      id,
      kind: z.enum(periodKinds),
      startsOn: day,
      endsOn: day,
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      endedBy: z.string().nullable(),
      endedAt: z.string().nullable(),
      endReason: z.string(),
    }),
  ),
  exceptions: z.array(listedException),
  /** Projects an exception can be given to. */
  projects: z.array(z.object({ id, title: z.string(), year: z.number().int() })),
  today: day,
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownPeriods = z.infer<typeof shownPeriods>;
