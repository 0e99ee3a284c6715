import { z } from 'zod';
import { projectThemes, tiers, tracks } from '../interventions/intervention.ts';
import { day } from '../measures/day.ts';
import { freeText } from '../measures/text.ts';
import { adultsPresent, groupMixes, structures } from './project.ts';

/** The arrows between the six words of a plan; each rests on one assumption. */
export const arrowCount = 5;
/** Ages a project may speak of at all; each track has narrower ones of its own. */
export const widestAges = { min: 10, max: 25 };
/** How many characters one of the six words may take. */
export const maxWordLength = 4000;

const word = freeText({ max: maxWordLength, min: 0 });
const age = z.number().int().min(widestAges.min).max(widestAges.max).nullable();

/**
 * Everything an owner writes in a plan. A draft may lack anything but its title; what must be there before it can be
 * submitted is in `submission.rules.ts`.
 */
export const planFields = z.object({
  title: freeText({ max: 120, min: 2 }),
  summary: freeText({ max: 500, min: 0 }),
  track: z.enum(tracks),
  tier: z.enum(tiers).nullable(),
  tierReason: freeText({ max: 1000, min: 0 }),
  themes: z.array(z.enum(projectThemes)).max(projectThemes.length),
  minAge: age,
  maxAge: age,
  /** SSP+ begins at 18; with a reason it may reach down to 16. */
  extendedMinAge: z.number().int().min(16).max(17).nullable(),
  extendedMinAgeReason: freeText({ max: 500, min: 0 }),
  districtId: z.uuid().nullable(),
  bodyId: z.uuid().nullable(),
  venueId: z.uuid().nullable(),
  areaName: freeText({ max: 120, min: 0 }),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  usesCodes: z.boolean(),
  challenge: word,
  targetGroup: word,
  targetGroupCount: z.number().int().min(1).max(100_000).nullable(),
  effects: word,
  results: word,
  activities: word,
  resources: word,
  /** The assumption behind each arrow: the first lies between challenge and target group. */
  assumptions: z.array(freeText({ max: 500, min: 0 })).length(arrowCount),
  adultsPresent: z.enum(adultsPresent).nullable(),
  structure: z.enum(structures).nullable(),
  groupMix: z.enum(groupMixes).nullable(),
  harmAnswer: freeText({ max: 2000, min: 0 }),
});
export type PlanFields = z.infer<typeof planFields>;
export type PlanField = keyof PlanFields;

/** Some fields of a plan, as autosave sends them, and the version they were written on. */
export const planChange = z.object({
  projectId: z.uuid(),
  baseVersion: z.number().int().min(1),
  fields: planFields.partial(),
  /** The owner has looked at what the name check found and keeps the name. */
  isNameChecked: z.boolean().optional(),
});
export type PlanChange = z.infer<typeof planChange>;

/** A new project: from a recipe or from nothing, somewhere the person may start one. */
export const newProject = z.object({
  id: z.uuid(),
  title: freeText({ max: 120, min: 2 }),
  interventionId: z.uuid().nullable(),
  municipalityId: z.uuid(),
  districtId: z.uuid().nullable(),
  bodyId: z.uuid().nullable(),
  year: z.number().int().min(2000).max(2100),
});
export type NewProject = z.infer<typeof newProject>;

/** A plan in which nothing has been written. */
export function emptyPlan(title: string): PlanFields {
  return {
    title,
    summary: '',
    track: 'ssp',
    tier: null,
    tierReason: '',
    themes: [],
    minAge: null,
    maxAge: null,
    extendedMinAge: null,
    extendedMinAgeReason: '',
    districtId: null,
    bodyId: null,
    venueId: null,
    areaName: '',
    startsOn: null,
    endsOn: null,
    usesCodes: false,
    challenge: '',
    targetGroup: '',
    targetGroupCount: null,
    effects: '',
    results: '',
    activities: '',
    resources: '',
    assumptions: Array.from({ length: arrowCount }, () => ''),
    adultsPresent: null,
    structure: null,
    groupMix: null,
    harmAnswer: '',
  };
}
