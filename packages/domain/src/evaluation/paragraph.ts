import { z } from 'zod';
import { freeText } from '../measures/text.ts';

/** What the body says about one paragraph. */
export const paragraphCommentInput = z.object({
  id: z.uuid(),
  paragraph: z.string().min(1).max(60),
  text: freeText({ max: 1000 }),
});
export type ParagraphCommentInput = z.infer<typeof paragraphCommentInput>;

/** A comment settled by the owner, with an answer if there is one to give; or opened again. */
export const settleCommentInput = z.object({
  commentId: z.uuid(),
  isSettled: z.boolean(),
  answer: freeText({ max: 1000, optional: true }),
});
export type SettleCommentInput = z.infer<typeof settleCommentInput>;

/** A comment beside its paragraph. */
export const shownParagraphComment = z.object({
  id: z.uuid(),
  paragraph: z.string(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  answer: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  /** Whether the reader wrote it and may take it back. */
  mayRemove: z.boolean(),
});
export type ShownParagraphComment = z.infer<typeof shownParagraphComment>;
