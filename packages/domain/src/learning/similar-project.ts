import { z } from 'zod';
import { recommendations } from '../evaluation/evaluation.ts';
import { projectThemes, tiers } from '../interventions/intervention.ts';
import { cellOf } from '../measures/cell.ts';

/** An earlier project like the one being planned, from any district; stopped ones are as welcome as the rest. */
export const similarProject = z.object({
  projectId: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  municipalityName: z.string(),
  districtName: z.string().nullable(),
  tier: z.enum(tiers),
  themes: z.array(z.enum(projectThemes)),
  minAge: z.number().int(),
  maxAge: z.number().int(),
  isStopped: z.boolean(),
  recommendation: z.enum(recommendations).nullable(),
  /** Maryland level 1–5 of its best measured goal; null when nothing was measured. */
  evidenceLevel: z.number().int().nullable(),
  costPerVisitHourOere: cellOf(z.number()),
  worked: z.string(),
  didNotWork: z.string(),
  forWhom: z.string(),
  /** What it has in common with the plan. */
  likeness: z.array(z.enum(['words', 'tier', 'themes', 'ages', 'intervention'])),
});
export type SimilarProject = z.infer<typeof similarProject>;
