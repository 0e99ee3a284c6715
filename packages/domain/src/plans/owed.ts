import { z } from 'zod';

/** What somebody can owe: registrations, readings, half-year totals and evaluations; decisions and approvals of a body; a funder's answer; a task from a meeting. */
export const owedKinds = [
  'registration',
  'measurement',
  'halfYear',
  'evaluation',
  'decision',
  'approval',
  'budgetAnswer',
  'action',
] as const;
export type OwedKind = (typeof owedKinds)[number];

/** Who owes it: an organisation (partner or funder), the owner of a project, or a body. */
export const owerKinds = ['organisation', 'owner', 'body'] as const;
export type OwerKind = (typeof owerKinds)[number];

/** One thing owed. `dueOn` is the day it should have been done; `ageDays` how long ago that is on the day of asking. */
export const owedItem = z.object({
  kind: z.enum(owedKinds),
  owerKind: z.enum(owerKinds),
  /** The organisation's, the owner's or the body's id; null where a project has no owner. */
  owerId: z.string().nullable(),
  owerName: z.string().nullable(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string(),
  year: z.number().int(),
  /** The session, goal, change or action it is about. */
  subjectId: z.uuid(),
  title: z.string(),
  dueOn: z.string(),
  ageDays: z.number().int(),
});
export type OwedItem = z.infer<typeof owedItem>;

/** What one organisation, owner or body owes in all, and when it was last reminded. */
export const owedGroup = z.object({
  owerKind: z.enum(owerKinds),
  owerId: z.string().nullable(),
  owerName: z.string().nullable(),
  municipalityId: z.uuid(),
  counts: z.partialRecord(z.enum(owedKinds), z.number().int()),
  totalCount: z.number().int(),
  oldestOn: z.string(),
  /** Whether the organisation has anybody to write to; the post goes to people with a role only. */
  hasPeople: z.boolean(),
  remindedOn: z.string().nullable(),
  mayRemind: z.boolean(),
});
export type OwedGroup = z.infer<typeof owedGroup>;

/** What a table of things owed asks for; `owers` are `kind:id`. */
export const owedAsk = z.object({
  kinds: z.array(z.enum(owedKinds)).max(owedKinds.length).default([]),
  owers: z.array(z.string().max(100)).max(50).default([]),
  search: z.string().trim().max(100).default(''),
  sort: z.enum(['dueOn', 'ower', 'project']).default('dueOn'),
  isDescending: z.boolean().default(false),
  page: z.number().int().min(1).max(1000).default(1),
  pageSize: z.number().int().min(1).max(1000).default(50),
});

/** A page of what is owed, and everybody who owes anything, the oldest debt first. */
export const owedPage = z.object({
  items: z.array(owedItem),
  totalCount: z.number().int(),
  groups: z.array(owedGroup),
  today: z.string(),
});
export type OwedPage = z.infer<typeof owedPage>;

/** Who is to be reminded. */
export const reminderInput = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  owerKind: z.enum(owerKinds),
  owerId: z.string().min(1).max(100),
});
export type ReminderInput = z.infer<typeof reminderInput>;
