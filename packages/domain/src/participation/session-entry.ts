import { z } from 'zod';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { participantCode } from './participant-code.ts';
import {
  ageBands,
  cancelledBy,
  genders,
  maxAdultMinutes,
  maxAdults,
  maxHeadcount,
  maxNoteLength,
  maxReasonLength,
  moods,
} from './session.ts';

/** The most time bands an evening is divided into. */
export const maxTimeBands = 6;
/** The most core elements a recipe can have ticked at one session. */
export const maxElements = 30;
/** A session remembers so many devices at most; an evening has rarely more than three. */
export const maxDevices = 100;

const minute = z.number().int().min(0).max(2879);

/** One place in the grid of headcounts; `fromMinute` is where its time band begins, 0 when the evening is not divided. */
const countCell = z.object({
  ageBand: z.enum(ageBands),
  gender: z.enum(genders),
  fromMinute: minute,
  personCount: z.number().int().min(-maxHeadcount).max(maxHeadcount),
});
export type CountCell = z.infer<typeof countCell>;

const codeTally = z.object({ code: participantCode, times: z.number().int().min(-maxDevices).max(maxDevices) });

const outcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('held') }),
  z.object({
    state: z.literal('cancelled'),
    cancelledBy: z.enum(cancelledBy),
    cancelReason: freeText({ max: maxReasonLength }),
  }),
]);
export type Outcome = z.infer<typeof outcome>;

const adults = z
  .object({ count: z.number().int().min(0).max(maxAdults), minutes: z.number().int().min(0).max(maxAdultMinutes) })
  .refine(({ count, minutes }) => count > 0 || minutes === 0, {
    path: ['minutes'],
    params: { code: 'participation.hoursWithoutAdults' },
  });
/** How many adults were there, and their minutes all together. */
export type Adults = z.infer<typeof adults>;

const elements = z
  .array(
    z
      .number()
      .int()
      .min(0)
      .max(maxElements - 1),
  )
  .max(maxElements);

/** One device's version of a fact: its revision when it was said, and the revisions of the others that it replaces. */
function factOf<Value extends z.ZodType>(value: Value) {
  return z.object({
    revision: z.number().int().min(1).max(1_000_000),
    seen: z.record(id, z.number().int().min(1).max(1_000_000)),
    value,
  });
}

/** What is true of the whole session, whoever says it: it has one value, or versions to choose between. */
const sessionFacts = z.object({
  outcome: factOf(outcome).optional(),
  staff: factOf(adults).optional(),
  volunteers: factOf(adults).optional(),
  mood: factOf(z.literal(moods).nullable()).optional(),
  elements: factOf(elements).optional(),
  note: factOf(freeText({ max: maxNoteLength, optional: true })).optional(),
});
export type SessionFacts = z.infer<typeof sessionFacts>;
export type FactName = keyof SessionFacts;
export type FactValue<Name extends FactName> = NonNullable<SessionFacts[Name]>['value'];

/**
 * Everything one device has registered about one session, as of its latest revision. Counts are the device's own tally:
 * what a session counts is the sum over its devices, so two phones at the door never overwrite each other, and a
 * correction made elsewhere is a tally below zero. A later revision of the same device replaces an earlier one, whatever
 * order they arrive in and however often.
 */
export const sessionEntry = z
  .object({
    deviceId: id,
    revision: z.number().int().min(1).max(1_000_000),
    counts: z.array(countCell).max(ageBands.length * genders.length * (maxTimeBands + 1)),
    /** Null: this device has not counted first-timers, which is not 0. */
    firstTimeCount: z.number().int().min(-10_000).max(10_000).nullable(),
    codes: z.array(codeTally).max(500),
    facts: sessionFacts,
  })
  .superRefine((entry, context) => {
    const places = entry.counts.map(({ ageBand, gender, fromMinute }) => `${ageBand}/${gender}/${fromMinute}`);
    if (new Set(places).size < places.length)
      context.addIssue({ code: 'custom', path: ['counts'], params: { code: 'participation.countedTwice' } });
    const codes = entry.codes.map(({ code }) => code);
    if (new Set(codes).size < codes.length)
      context.addIssue({ code: 'custom', path: ['codes'], params: { code: 'participation.cardTwice' } });
  });
export type SessionEntry = z.infer<typeof sessionEntry>;

/** An entry as the server keeps it: who made it and when it arrived. */
export const storedEntry = z.object({ ...sessionEntry.shape, byName: z.string().nullable(), at: z.string() });
export type StoredEntry = z.infer<typeof storedEntry>;
