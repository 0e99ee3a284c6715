import { z } from 'zod';

/** What a deadline is about. */
export const deadlineKinds = ['goal', 'funderReport', 'evaluation', 'meeting', 'start', 'action'] as const;

/** Something somebody owes by a day; `projectId` is null for a meeting of a body. */
export const shownDeadline = z.object({
  kind: z.enum(deadlineKinds),
  on: z.string(),
  title: z.string(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string(),
  isOverdue: z.boolean(),
});
export type ShownDeadline = z.infer<typeof shownDeadline>;

/** What one waits for others to do, or others wait for one to do. */
export const waitingKinds = ['decideProject', 'approveEvaluation', 'budgetRequest'] as const;
export const shownWaiting = z.object({
  kind: z.enum(waitingKinds),
  projectId: z.uuid(),
  projectTitle: z.string(),
  year: z.number().int(),
  bodyName: z.string(),
  /** The body's next meeting, when one is planned. */
  nextMeetingOn: z.string().nullable(),
  /** Whether it is the one who looks who must act. */
  isMine: z.boolean(),
});
