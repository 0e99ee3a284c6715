import { z } from 'zod';
import { day } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { projectStatuses } from '../projects/project.ts';

/** The kinds of data that are removed when their time is up. */
export const retainedKinds = [
  'session',
  'headcount',
  'entry',
  'pulse',
  'note',
  'card',
  'cardVisit',
  'surveyAnswer',
  'audit',
  'securityAudit',
  'emergencyLog',
] as const;
export type RetainedKind = (typeof retainedKinds)[number];

/** The kinds that belong to a project and are aggregated before they go. */
export const projectKinds: readonly RetainedKind[] = [
  'session',
  'headcount',
  'entry',
  'pulse',
  'note',
  'card',
  'cardVisit',
  'surveyAnswer',
];

/** Why something was removed: the evaluation was approved, a year has passed since the end, the age of the row, or a year since the review. */
export const disposalReasons = ['evaluationApproved', 'yearAfterEnd', 'age', 'yearAfterReview'] as const;
export type DisposalReason = (typeof disposalReasons)[number];

/** What keeps something that is due from being removed. */
export const heldBackReasons = ['noBasis', 'basisLater', 'projectHold', 'municipalityHold'] as const;
export type HeldBackReason = (typeof heldBackReasons)[number];

const municipality = { municipalityId: z.uuid() };

/** The basis a municipality disposes by: what it says, and the day it holds from. */
export const setBasisInput = z.object({
  ...municipality,
  id,
  text: freeText({ max: 500, min: 10 }),
  validFrom: day,
});
export type SetBasisInput = z.infer<typeof setBasisInput>;

/** A hold on a project, or on the whole municipality, with its reason. */
export const addHoldInput = z.object({
  ...municipality,
  id,
  projectId: z.uuid().nullable(),
  reason: freeText({ max: 500, min: 5 }),
});
export type AddHoldInput = z.infer<typeof addHoldInput>;

/** A hold is lifted with a reason; its row stays. */
export const endHoldInput = z.object({
  ...municipality,
  holdId: z.uuid(),
  baseVersion: z.number().int().min(1),
  reason: freeText({ max: 500, min: 5 }),
});
export type EndHoldInput = z.infer<typeof endHoldInput>;

export const showRetentionInput = z.object({ ...municipality, page: z.number().int().min(1).max(1000).default(1) });

/** How many lines of the log a page holds. */
export const disposalsOnPage = 50;

const shownHold = z.object({
  id: z.uuid(),
  version: z.number().int(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
  reason: z.string(),
  setBy: z.string(),
  setAt: z.string(),
  liftReason: z.string(),
  liftedBy: z.string().nullable(),
  liftedAt: z.string().nullable(),
});
export type ShownHold = z.infer<typeof shownHold>;

/** Something that is, or will be, due: a project's rows, or the municipality's logs. */
const shownDue = z.object({
  projectId: z.uuid().nullable(),
  title: z.string(),
  year: z.number().int().nullable(),
  status: z.enum(projectStatuses).nullable(),
  kind: z.enum(['project', 'audit', 'securityAudit', 'emergencyLog']),
  rowCount: z.number().int(),
  dueOn: z.string().nullable(),
  reason: z.enum(disposalReasons).nullable(),
  isDue: z.boolean(),
  heldBack: z.enum(heldBackReasons).nullable(),
});
export type ShownDue = z.infer<typeof shownDue>;

const shownDisposal = z.object({
  id: z.uuid(),
  at: z.string(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
  kind: z.enum(retainedKinds),
  rowCount: z.number().int(),
  reason: z.enum(disposalReasons),
  basisText: z.string(),
});
export type ShownDisposal = z.infer<typeof shownDisposal>;

/** A municipality's retention: its basis, its holds, what is due and what waits, and what was removed. */
export const shownRetention = z.object({
  today: z.string(),
  basis: z
    .object({ id: z.uuid(), text: z.string(), validFrom: z.string(), setBy: z.string(), setAt: z.string() })
    .nullable(),
  earlierBases: z.array(z.object({ id: z.uuid(), text: z.string(), validFrom: z.string(), setBy: z.string() })),
  holds: z.array(shownHold),
  due: z.array(shownDue),
  projects: z.array(z.object({ id: z.uuid(), title: z.string(), year: z.number().int() })),
  disposals: z.array(shownDisposal),
  disposalCount: z.number().int(),
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownRetention = z.infer<typeof shownRetention>;
