import { z } from 'zod';
import {
  mayNoteEvaluation,
  mayReviewEvaluation,
  mayViewEvaluation,
  mayWriteEvaluation,
} from '@forspring/domain/evaluation/evaluation.abilities';
import {
  evaluationInput,
  shownEvaluation,
  shownRecomputation,
  shownVerification,
} from '@forspring/domain/evaluation/evaluation';
import { freeText } from '@forspring/domain/measures/text';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { paragraphCommentInput, settleCommentInput } from '@forspring/domain/evaluation/paragraph';
import { addComment, projectOfComment, removeComment, settleComment } from './comment-paragraph.ts';
import { addNote } from './add-note.ts';
import { approveEvaluation } from './approve-evaluation.ts';
import { returnEvaluation } from './return-evaluation.ts';
import { setEvaluation } from './set-evaluation.ts';
import { showEvaluation } from './show-evaluation.ts';
import { submitEvaluation } from './submit-evaluation.ts';
import { recomputeEvaluation, verifyEvaluation } from './verify-evaluation.ts';

const baseVersion = z.number().int().min(0);
const byComment = projectOf('commentId', projectOfComment);
const versioned = z.object({ version: z.number().int() });

export const evaluationRouter = router({
  show: query
    .onProject(mayViewEvaluation)
    .output(shownEvaluation)
    .query(({ ctx }) => showEvaluation(ctx)),
  verify: query
    .onProject(mayViewEvaluation)
    .output(shownVerification)
    .query(({ ctx }) => verifyEvaluation(ctx)),
  /** Slow beside `verify`: everything is read and worked out anew. */
  verifyFromData: query
    .onProject(mayViewEvaluation)
    .output(shownRecomputation)
    .query(({ ctx }) => recomputeEvaluation(ctx)),
  set: command
    .onProject(mayWriteEvaluation)
    .input(evaluationInput)
    .output(versioned.extend({ savedAt: z.string() }))
    .mutation(({ ctx, input }) => setEvaluation(ctx, input)),
  submit: command
    .onProject(mayWriteEvaluation)
    .input(z.object({ baseVersion }))
    .output(versioned)
    .mutation(({ ctx, input }) => submitEvaluation(ctx, input)),
  return: command
    .onProject(mayReviewEvaluation)
    .input(z.object({ baseVersion, comment: freeText({ max: 2000, optional: true }) }))
    .output(versioned)
    .mutation(({ ctx, input }) => returnEvaluation(ctx, input)),
  approve: command
    .onProject(mayReviewEvaluation)
    .input(z.object({ baseVersion, comment: freeText({ max: 2000, optional: true }) }))
    .output(versioned.extend({ contentHash: z.string() }))
    .mutation(({ ctx, input }) => approveEvaluation(ctx, input)),
  addComment: command
    .onProject(mayReviewEvaluation)
    .input(paragraphCommentInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addComment(ctx, input)),
  removeComment: command
    .within(byComment, mayReviewEvaluation)
    .input(z.object({ commentId: z.uuid() }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removeComment(ctx, input)),
  settleComment: command
    .within(byComment, mayWriteEvaluation)
    .input(settleCommentInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => settleComment(ctx, input)),
  addNote: command
    .onProject(mayNoteEvaluation)
    .input(z.object({ id: z.uuid(), text: freeText({ max: 2000 }) }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addNote(ctx, input)),
});
