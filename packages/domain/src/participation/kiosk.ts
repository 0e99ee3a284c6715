import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { id } from '../measures/ids.ts';
import { interval } from '../measures/interval.ts';
import { participantCode } from './participant-code.ts';
import { ageBands, genders } from './session.ts';

/** A kiosk closes by itself so many minutes after its session ends. */
export const kioskGraceMinutes = 45;
/** After so many wrong PINs in a row the kiosk waits. */
export const maxWrongPins = 5;
/** How long it waits then. */
export const pinPauseMinutes = 5;
/** The smallest number of answers to a question of the exit pulse that is shown to anybody. */
export const minPulseAnswers = 5;

/** The PIN that closes a kiosk: four to six digits. */
export const kioskPin = z
  .string()
  .refine((text) => /^\d{4,6}$/.test(text), { params: { code: 'participation.notAPin' } });

/** How a kiosk is opened: its PIN, and whether it asks for gender too. */
export const kioskPlan = { pin: kioskPin, asksGender: z.boolean() };

/** A browser that is a kiosk, as the rules see it: which one, and the only session it may do anything about. */
export interface AtKiosk {
  kioskId: string;
  sessionId: string;
  projectId: string;
  /** The member of staff who opened it and answers for it. */
  openedById: string;
  asksGender: boolean;
  /** When it closes by itself. */
  endsAt: Date;
}

/** What a kiosk shows: the evening's name and times, and what it asks for. */
export const shownKiosk = z.object({
  kioskId: id,
  sessionId: id,
  title: z.string(),
  heldOn: z.string(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  endsAt: z.string(),
  usesCodes: z.boolean(),
  asksGender: z.boolean(),
});
export type ShownKiosk = z.infer<typeof shownKiosk>;

/** Somebody who tapped in: in one place of the grid, perhaps with a card. `isLate` when it waited for the network. */
export const kioskTap = {
  ageBand: z.enum(ageBands),
  gender: z.enum(genders),
  code: participantCode.nullable(),
  isLate: z.boolean(),
};

/** How a tap went: counted; the card was shown already tonight; or the card is not one of the project's. */
export const tapOutcomes = ['counted', 'already', 'unknownCard'] as const;
export type TapOutcome = (typeof tapOutcomes)[number];

/** The questions of the exit pulse, in the order they are asked. */
export const pulseQuestions = ['safe', 'included', 'fun'] as const;
export type PulseQuestion = (typeof pulseQuestions)[number];

/** What can be answered; `declined` is always offered and never counts as an answer. */
export const pulseAnswers = ['yes', 'partly', 'no', 'declined'] as const;
export type PulseAnswer = (typeof pulseAnswers)[number];

/** One young person's three taps on the way out. */
export const exitPulse = {
  answers: z.object({ safe: z.enum(pulseAnswers), included: z.enum(pulseAnswers), fun: z.enum(pulseAnswers) }),
};
export type PulseReply = z.infer<(typeof exitPulse)['answers']>;

/** How an attempt to leave the kiosk went. */
export const leaveResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('left') }),
  z.object({ outcome: z.literal('wrongPin'), triesLeft: z.number().int() }),
  z.object({ outcome: z.literal('waiting'), until: z.string() }),
]);
export type LeaveResult = z.infer<typeof leaveResult>;

/** The answers to one question as staff may see them: withheld until there are enough. */
export const shownPulseQuestion = z.object({
  question: z.enum(pulseQuestions),
  yes: cellOf(z.number()),
  partly: cellOf(z.number()),
  no: cellOf(z.number()),
  total: cellOf(z.number()),
});
export type ShownPulseQuestion = z.infer<typeof shownPulseQuestion>;

/**
 * What a project's exit pulses say together, question by question: answers at the door, never persons, since somebody who
 * comes every week answers every week. Evenings on which fewer than {@link minPulseAnswers} answered are not in it.
 */
export const pulseSum = z.object({
  question: z.enum(pulseQuestions),
  yesCount: z.number().int(),
  answerCount: z.number().int(),
});
export type PulseSum = z.infer<typeof pulseSum>;

/** The share of a project's answers at the door that were yes, with how many they were; not measured where no evening had enough. */
export const shownPulseShare = z.object({ question: z.enum(pulseQuestions), yes: cellOf(interval) });
export type ShownPulseShare = z.infer<typeof shownPulseShare>;

/** The kiosks of one session and its exit pulse, for staff. The pulse is null while a kiosk is open or nobody answered. */
export const shownKiosks = z.object({
  kiosks: z.array(
    z.object({
      id,
      openedByName: z.string(),
      openedAt: z.string(),
      endsAt: z.string(),
      isOpen: z.boolean(),
      /** How many tapped in at this kiosk. */
      tapCount: z.number().int(),
    }),
  ),
  pulse: z.array(shownPulseQuestion).nullable(),
  abilities: z.object({ mayOpen: z.boolean(), mayEnd: z.boolean() }),
});
export type ShownKiosks = z.infer<typeof shownKiosks>;
