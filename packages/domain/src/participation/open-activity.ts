import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { day } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';

/** Work without a register: who was met is never written, only how many, where and about what. */
export const openActivityKinds = [
  'outreach',
  'presence',
  'teaching',
  'counselling',
  'concernTalk',
  'consultation',
] as const;
export type OpenActivityKind = (typeof openActivityKinds)[number];

/** What an open activity counts. None of them is a visit, and none can be added to another. */
export const openUnits = ['contact', 'present', 'conversation'] as const;
export type OpenUnit = (typeof openUnits)[number];

/** The one unit of each kind: contacts made, people present (often an estimate), conversations held. */
export const unitOfKind: Record<OpenActivityKind, OpenUnit> = {
  outreach: 'contact',
  presence: 'present',
  teaching: 'present',
  counselling: 'conversation',
  concernTalk: 'conversation',
  consultation: 'conversation',
};

/** Concern talks and consultations: only how many, in which month and about what; no day, place, length or note. */
export const quietKinds = ['concernTalk', 'consultation'] as const satisfies readonly OpenActivityKind[];

/** Whether a kind is one of {@link quietKinds}. */
export function isQuiet(kind: OpenActivityKind): boolean {
  return (quietKinds as readonly OpenActivityKind[]).includes(kind);
}

/** What an activity was about: a closed list, because a written theme could describe somebody. */
export const openThemes = [
  'wellbeing',
  'leisure',
  'schoolAndJob',
  'alcoholAndDrugs',
  'digital',
  'conflict',
  'safety',
  'crime',
  'family',
  'other',
] as const;
export type OpenTheme = (typeof openThemes)[number];

/** The most that can be counted at one activity, and the longest it may last. */
export const maxOpenCount = 2000;
export const maxOpenMinutes = 1440;

/**
 * What is written about one open activity. `count` is in the unit of its kind; `minutes` is its length, `staffMinutes` the time of all adults
 * together, null where it is not known. A quiet kind has its month's first day and nothing but theme and count.
 */
export const openActivityInput = z
  .object({
    kind: z.enum(openActivityKinds),
    onDay: day,
    organisationId: id.nullable(),
    venueId: id.nullable(),
    placeName: freeText({ max: 80, optional: true }),
    theme: z.enum(openThemes),
    count: z.number().int().min(0).max(maxOpenCount),
    minutes: z.number().int().min(0).max(maxOpenMinutes).nullable(),
    staffMinutes: z.number().int().min(0).max(100_000).nullable(),
    note: freeText({ max: 500, optional: true }),
  })
  .superRefine((activity, context) => {
    const refuse = (path: string, code: string) => context.addIssue({ code: 'custom', path: [path], params: { code } });
    if (!isQuiet(activity.kind)) {
      if (activity.venueId === null && activity.placeName === null) refuse('placeName', 'participation.noPlace');
      return;
    }
    if (!activity.onDay.endsWith('-01')) refuse('onDay', 'participation.onlyMonth');
    if (activity.note !== null) refuse('note', 'participation.onlyCounted');
    for (const path of ['venueId', 'placeName', 'minutes', 'staffMinutes'] as const)
      if (activity[path] !== null) refuse(path, 'participation.onlyCounted');
  });
export type OpenActivityInput = z.infer<typeof openActivityInput>;

/** One open activity in a list. */
export const shownOpenActivity = z.object({
  id,
  kind: z.enum(openActivityKinds),
  onDay: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  venueId: id.nullable(),
  venueName: z.string().nullable(),
  placeName: z.string().nullable(),
  theme: z.enum(openThemes),
  /** Null to whoever is not shown single entries. */
  count: z.number().int().nullable(),
  unit: z.enum(openUnits),
  minutes: z.number().int().nullable(),
  staffMinutes: z.number().int().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
  mayEdit: z.boolean(),
});
export type ShownOpenActivity = z.infer<typeof shownOpenActivity>;

const sorts = ['onDay', 'count', 'staffMinutes'] as const;

/** What a table of open activities asks for. */
export const openActivitiesAsk = z.object({
  kinds: z.array(z.enum(openActivityKinds)).max(openActivityKinds.length).default([]),
  search: z.string().trim().max(100).default(''),
  sort: z.enum(sorts).default('onDay'),
  isDescending: z.boolean().default(true),
  page: z.number().int().min(1).max(1000).default(1),
  pageSize: z.number().int().min(1).max(1000).default(25),
});

/** How many activities of one kind, and what they counted, in one period: a month (YYYY-MM), or a quarter (YYYY-K1) for quiet kinds seen from outside. */
export const openSum = z.object({
  kind: z.enum(openActivityKinds),
  period: z.string(),
  activityCount: cellOf(z.number().int()),
  count: cellOf(z.number().int()),
  staffMinutes: z.number().int(),
});
export type OpenSum = z.infer<typeof openSum>;

/** A page of a project's open activities with its sums by kind and period, and where new ones may lie. */
export const openActivitiesPage = z.object({
  rows: z.array(shownOpenActivity),
  totalCount: z.number().int(),
  sums: z.array(openSum),
  totals: z.array(z.object({ kind: z.enum(openActivityKinds), count: cellOf(z.number().int()) })),
  /** Somebody who does not register here: numbers are monthly sums through the gate, quiet kinds quarterly ones. */
  isGated: z.boolean(),
  venues: z.array(z.object({ id, name: z.string() })),
  organisations: z.array(z.object({ id, name: z.string() })),
  firstOn: z.string().nullable(),
  lastOn: z.string(),
  abilities: z.object({ mayAdd: z.boolean(), mayAddForProject: z.boolean() }),
});
export type OpenActivitiesPage = z.infer<typeof openActivitiesPage>;

/** A project in which one may write open activities. */
export const openActivityProject = z.object({ id, title: z.string(), year: z.number().int() });
