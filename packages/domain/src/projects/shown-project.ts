import { z } from 'zod';
import { projectThemes, tiers, tracks } from '../interventions/intervention.ts';
import { freeText } from '../measures/text.ts';
import { planFields } from './plan.ts';
import { projectStatuses } from './project.ts';
import { projectTabs, submissionGapCodes } from './submission.rules.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const count = z.number().int();

/** What the signed-in person may do with one project, computed by the server. */
export const projectAbilitySet = z.object({
  view: z.boolean(),
  editPlan: z.boolean(),
  /** Change what approval locked, with a reason. */
  changeLocked: z.boolean(),
  editPartners: z.boolean(),
  /** Make a recipe of a project that began from nothing. */
  makeRecipe: z.boolean(),
  decide: z.boolean(),
  stop: z.boolean(),
});

/** A project as every one of its tabs shows it: names, places, status, and what this person may do with it now. */
export const shownProject = z.object({
  id: z.uuid(),
  version: count,
  title: z.string(),
  summary: z.string(),
  status: z.enum(projectStatuses),
  tier: z.enum(tiers).nullable(),
  track: z.enum(tracks),
  themes: z.array(z.enum(projectThemes)),
  year: count,
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  minAge: count.nullable(),
  maxAge: count.nullable(),
  extendedMinAge: count.nullable(),
  areaName: z.string(),
  usesCodes: z.boolean(),
  municipality: named,
  /** Null when the project is for the whole municipality. */
  district: named.nullable(),
  body: named.nullable(),
  venue: named.nullable(),
  intervention: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
  submittedAt: z.string().nullable(),
  submittedByName: z.string().nullable(),
  lockedAt: z.string().nullable(),
  stopReason: z.string(),
  /** The last step's comment when somebody else waits for an answer to it: returned, rejected, paused. */
  lastComment: z.string().nullable(),
  copiedFrom: z.object({ projectId: z.uuid(), title: z.string(), year: count, districtName: z.string() }).nullable(),
  today: z.string(),
  abilities: projectAbilitySet,
  /** The statuses this person may move the project to now. */
  moves: z.array(z.enum(projectStatuses)),
});
export type ShownProject = z.infer<typeof shownProject>;

/** A change made after approval, as the history and the thing itself show it. */
export const shownPlanLockedChange = z.object({
  id: z.uuid(),
  field: z.string(),
  fromText: z.string(),
  toText: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
});

/** The plan as its form needs it, with the version edits are based on. */
export const shownPlan = z.object({
  projectId: z.uuid(),
  version: count,
  savedAt: z.string(),
  savedByName: z.string().nullable(),
  fields: planFields,
  nameCheckedOn: z.string().nullable(),
  lockedChanges: z.array(shownPlanLockedChange),
  places: z.object({
    districts: z.array(named),
    bodies: z.array(named.extend({ districtId: z.uuid().nullable() })),
    venues: z.array(named.extend({ districtId: z.uuid().nullable() })),
  }),
  abilities: z.object({ edit: z.boolean(), changeLocked: z.boolean() }),
});
export type ShownPlan = z.infer<typeof shownPlan>;

/** What a saved change answers: the version to base the next one on. */
export const savedPlan = z.object({ version: count, savedAt: z.string() });

/** What is missing before a plan can be submitted. */
export const shownSubmission = z.object({
  gaps: z.array(
    z.object({
      code: z.enum(submissionGapCodes),
      tab: z.enum(projectTabs),
      field: z.string().nullable(),
      subjectId: z.uuid().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type ShownSubmission = z.infer<typeof shownSubmission>;

/** How many projects a page of the list holds. */
export const projectsOnPage = 50;
/** Counting stops here; the sentence then says "more than". */
export const countCap = 1000;

/** Columns the list can be sorted by. */
export const projectSorts = [
  'title',
  'status',
  'year',
  'tier',
  'district',
  'startsOn',
  'sessions',
  'spent',
  'goals',
] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** What to list; everything may be left out. */
export const listProjectsInput = z.object({
  search: z.string().trim().max(100).default(''),
  years: z.array(z.number().int()).max(20).default([]),
  statuses: z.array(z.enum(projectStatuses)).max(projectStatuses.length).default([]),
  tiers: z.array(z.enum(tiers)).max(tiers.length).default([]),
  themes: z.array(z.enum(projectThemes)).max(projectThemes.length).default([]),
  districtIds: z.array(z.uuid()).max(200).default([]),
  bodyIds: z.array(z.uuid()).max(200).default([]),
  sort: z.enum(projectSorts).default('title'),
  isDescending: z.boolean().default(false),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type ListProjectsInput = z.input<typeof listProjectsInput>;

/** One project of the list with thin figures: sessions, money and goals, to be read against the time gone. */
export const projectRow = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.enum(projectStatuses),
  tier: z.enum(tiers).nullable(),
  themes: z.array(z.enum(projectThemes)),
  year: count,
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  minAge: count.nullable(),
  maxAge: count.nullable(),
  municipalityName: z.string(),
  districtName: z.string().nullable(),
  bodyName: z.string().nullable(),
  ownerNames: z.array(z.string()),
  /** Sessions in the series, whatever became of them. */
  sessionCount: count,
  heldCount: count,
  cancelledCount: count,
  budgetOere: count,
  spentOere: count,
  goalCount: count,
  goalMetCount: count,
  /** 0–1 of the project's period that has passed today; null without a period. */
  goneShare: z.number().nullable(),
});
export type ProjectRow = z.infer<typeof projectRow>;

/** A page of the list and what it can be filtered by. */
export const projectPage = z.object({
  rows: z.array(projectRow),
  totalCount: count,
  isCapped: z.boolean(),
  pageSize: count,
  filters: z.object({ years: z.array(count), districts: z.array(named) }),
  abilities: z.object({ add: z.boolean() }),
});
export type ProjectPage = z.infer<typeof projectPage>;

/** Where the person may start a project. */
export const placesForNewProject = z.object({
  municipalities: z.array(
    named.extend({
      hasDistricts: z.boolean(),
      districts: z.array(named),
      bodies: z.array(named.extend({ districtId: z.uuid().nullable() })),
    }),
  ),
  /** The year a new project is usually for: the next one from autumn on. */
  proposedYear: count,
});
export type PlacesForNewProject = z.infer<typeof placesForNewProject>;

/** One line of a project's history, newest first. */
export const historyEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    id: z.uuid(),
    at: z.string(),
    byName: z.string(),
    fromStatus: z.enum(projectStatuses),
    toStatus: z.enum(projectStatuses),
    comment: z.string(),
  }),
  z.object({
    kind: z.literal('lockedChange'),
    id: z.uuid(),
    at: z.string(),
    byName: z.string(),
    subjectKind: z.enum(['project', 'goal']),
    subjectTitle: z.string(),
    field: z.string(),
    fromText: z.string(),
    toText: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('adaptation'),
    id: z.uuid(),
    at: z.string(),
    field: z.string(),
    fromText: z.string(),
    toText: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('trace'),
    id: z.uuid(),
    at: z.string(),
    byName: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    changed: z.array(z.string()),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A page of a project's history. */
export const historyPage = z.object({ entries: z.array(historyEntry), isCapped: z.boolean() });

/** What the owner, the body or the coordinator says with a move. */
export const moveComment = freeText({ max: 2000, min: 0 });
/** What a move answers: the status the project has now. */
export const movedProject = z.object({ status: z.enum(projectStatuses), version: count });

/** A decision about a submitted project. */
export const decisionInput = z.object({
  projectId: z.uuid(),
  decision: z.enum(['approved', 'returned', 'rejected']),
  comment: moveComment.default(''),
});
export type DecisionInput = z.infer<typeof decisionInput>;

/** A change of the locked target group, with the reason that is shown beside it ever after. */
export const lockedPlanChange = z.object({
  projectId: z.uuid(),
  baseVersion: z.number().int().min(1),
  fields: planFields
    .pick({ targetGroup: true, targetGroupCount: true, minAge: true, maxAge: true, extendedMinAge: true })
    .partial(),
  reason: freeText({ max: 1000, min: 3 }),
});
export type LockedPlanChange = z.infer<typeof lockedPlanChange>;
