import { z } from 'zod';
import type { OpenSurvey } from './answering.ts';

const both = z.object({ da: z.string(), en: z.string().nullable() });

const openSurvey: z.ZodType<OpenSurvey> = z.object({
  waveId: z.string(),
  title: both,
  questions: z.array(
    z.object({
      id: z.string(),
      itemId: z.string(),
      look: z.enum(['list', 'scale', 'smiley']),
      lead: both.nullable(),
      text: both,
      ends: z.object({ low: both, high: both }).nullable(),
      choices: z.array(z.object({ value: z.number().int(), da: z.string(), en: z.string().nullable() })),
    }),
  ),
  seconds: z.number().int(),
  link: z.object({ salt: z.string(), until: z.string() }).nullable(),
  ticket: z.string(),
});

/** What lies behind a public link: something to answer, or why not. */
export const openedLink = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), survey: openSurvey }),
  z.object({ state: z.literal('waiting'), opensOn: z.string() }),
  z.object({ state: z.literal('over') }),
  z.object({ state: z.literal('unknown') }),
]);
export type OpenedLink = z.infer<typeof openedLink>;

/**
 * One answer on its way: the values in the order of the questions (null: declined), and the stretched hash of a card's code
 * as 64 letters a–p, or none. `website` is a field nobody sees and only machines fill in.
 */
export const answerInput = z.object({
  token: z.string().max(40),
  ticket: z.string().max(200),
  values: z.array(z.number().int().min(0).max(10).nullable()).max(60),
  code: z
    .string()
    .regex(/^[a-p]{64}$/)
    .nullable(),
  website: z.string().max(200),
});
export type AnswerInput = z.infer<typeof answerInput>;
