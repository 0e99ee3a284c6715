import { z } from 'zod';

/**
 * How many different young people were reached, without names: exactly, where every evening tallied who came for the
 * first time (`isCounted`, both ends alike); else between the largest evening and the sum of all visits.
 */
export const reachRange = z.object({
  lower: z.number().int().min(0),
  upper: z.number().int().min(0),
  isCounted: z.boolean(),
});
/** Different young people as a number (`isCounted`) or as bounds. */
export type ReachRange = z.infer<typeof reachRange>;
