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
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addNote } from './add-note.ts';
import { approveEvaluation } from './approve-evaluation.ts';
import { returnEvaluation } from './return-evaluation.ts';
import { setEvaluation } from './set-evaluation.ts';
import { showEvaluation } from './show-evaluation.ts';
import { submitEvaluation } from './submit-evaluation.ts';
import { recomputeEvaluation, verifyEvaluation } from './verify-evaluation.ts';

const baseVersion = z.number().int().min(0);
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
    .input(z.object({ baseVersion, comment: freeText({ max: 2000 }) }))
    .output(versioned)
    .mutation(({ ctx, input }) => returnEvaluation(ctx, input)),
  approve: command
    .onProject(mayReviewEvaluation)
    .input(z.object({ baseVersion, comment: freeText({ max: 2000, optional: true }) }))
    .output(versioned.extend({ contentHash: z.string() }))
    .mutation(({ ctx, input }) => approveEvaluation(ctx, input)),
  addNote: command
    .onProject(mayNoteEvaluation)
    .input(z.object({ id: z.uuid(), text: freeText({ max: 2000 }) }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addNote(ctx, input)),
});
