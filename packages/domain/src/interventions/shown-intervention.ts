import { z } from 'zod';
import { projectThemes, tiers, tracks } from './intervention.ts';

/** A recipe in the list one chooses from, with how often and where it has been run. */
export const interventionRow = z.object({
  id: z.uuid(),
  title: z.string(),
  tier: z.enum(tiers),
  track: z.enum(tracks),
  minAge: z.number().int(),
  maxAge: z.number().int(),
  themes: z.array(z.enum(projectThemes)),
  municipalityName: z.string(),
  problem: z.string(),
  projectCount: z.number().int(),
  districtNames: z.array(z.string()),
});
export type InterventionRow = z.infer<typeof interventionRow>;

/** A whole recipe: what it is for, what it consists of, what is known to go wrong. */
export const shownIntervention = interventionRow.extend({
  version: z.number().int(),
  targetGroup: z.string(),
  coreElements: z.array(z.string()),
  effects: z.string(),
  results: z.string(),
  activities: z.string(),
  resources: z.string(),
  knownRisks: z.string(),
});
export type ShownIntervention = z.infer<typeof shownIntervention>;
