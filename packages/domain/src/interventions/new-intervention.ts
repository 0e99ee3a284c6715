import { z } from 'zod';
import { freeText } from '../measures/text.ts';

/** As many core elements as somebody can tick after an evening. */
export const maxCoreElements = 12;

/** A recipe made of a project that began from nothing: its plan becomes the recipe's, these are added. */
export const newIntervention = z.object({
  id: z.uuid(),
  title: freeText({ max: 120, min: 2 }),
  coreElements: z
    .array(freeText({ max: 300, min: 2 }))
    .min(1)
    .max(maxCoreElements),
  knownRisks: freeText({ max: 2000, min: 0 }),
});
export type NewIntervention = z.infer<typeof newIntervention>;
