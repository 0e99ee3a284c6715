import { z } from 'zod';
import { answerInput, openedLink } from '@forspring/domain/surveys/answer';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addAnswer } from './add-answer.ts';
import { showLink } from './show-link.ts';

/** What a young person's phone asks, whoever holds it. */
export const answerRouter = router({
  show: query
    .atLink()
    .input(z.object({ token: z.string().max(40) }))
    .output(openedLink)
    .query(({ ctx, input }) => showLink(ctx, input)),
  add: command
    .atLink()
    .input(answerInput)
    .output(z.object({ isKept: z.boolean() }))
    .mutation(({ ctx, input }) => addAnswer(ctx, input)),
});
