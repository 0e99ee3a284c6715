import { z } from 'zod';

/** Who did what and when; the names of fields, never what was typed. */
export const shownTrace = z.object({
  id: z.uuid(),
  at: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
  changed: z.array(z.string()),
});

export const listTracesInput = z.object({
  municipalityId: z.uuid(),
  action: z.string().max(60).optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});

/** How many traces a page holds. */
export const tracesOnPage = 50;

export const tracePage = z.object({
  traces: z.array(shownTrace),
  /** Capped at 1,000; `isCapped` tells that there are more. */
  totalCount: z.number().int(),
  isCapped: z.boolean(),
  actions: z.array(z.string()),
});
export type ShownTrace = z.infer<typeof shownTrace>;
