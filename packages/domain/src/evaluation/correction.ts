import { z } from 'zod';
import { indicatorUnits } from '../goals/goal.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { frozenParts } from './frozen-part.ts';

/** A correction's way: drafted by the system, then sent or put aside by a person. */
export const correctionStatuses = ['draft', 'sent', 'dropped'] as const;
export type CorrectionStatus = (typeof correctionStatuses)[number];

/** Who receives a correction: the body that approved, a grant's funder, a project that repeats this one, somebody who took the report home. */
export const receiverKinds = ['body', 'funder', 'repeat', 'reader'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

/** One number that differs, past the gate of whoever looks: values are JSON text, null where there is none. */
export const shownDifference = z.object({
  path: z.string(),
  part: z.enum(frozenParts),
  /** The goal, budget line, core element or survey it is about; empty where it is about the project itself. */
  about: z.string(),
  /** The unit of a goal's number; null elsewhere. */
  unit: z.enum(indicatorUnits).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ShownDifference = z.infer<typeof shownDifference>;

/** A correction of one evaluation as its writer or its receiver sees it. */
export const shownCorrection = z.object({
  id,
  status: z.enum(correctionStatuses),
  text: z.string(),
  draftedAt: z.string(),
  doneBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Which parts differ, and how many numbers or texts in each. */
  differences: z.array(z.object({ part: z.enum(frozenParts), count: z.number().int() })),
  /** What differs, for the project's own people alone. */
  details: z.array(shownDifference),
  receivers: z.array(z.object({ kind: z.enum(receiverKinds), name: z.string(), seenAt: z.string().nullable() })),
  version: z.number().int(),
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownCorrection = z.infer<typeof shownCorrection>;

/** A correction one has to write or to read, for a work list. */
export const listedCorrection = z.object({
  id,
  projectId: id,
  projectTitle: z.string(),
  year: z.number().int(),
  task: z.enum(['write', 'read']),
  text: z.string(),
  at: z.string(),
  /** The grant through which a funder reads it; null for everybody else. */
  sourceId: z.uuid().nullable(),
  /** Whether the reader may see the project's own page. */
  mayView: z.boolean(),
});
export type ListedCorrection = z.infer<typeof listedCorrection>;

const correction = { correctionId: z.uuid(), baseVersion: z.number().int().min(1) };
/** A correction completed and sent to everybody who received the evaluation. */
export const sendCorrectionInput = z.object({ ...correction, text: freeText({ max: 2000, min: 10 }) });
/** A correction that nobody needs, with the reason. */
export const dropCorrectionInput = z.object({ ...correction, text: freeText({ max: 500, min: 5 }) });
