import { z } from 'zod';

/** An estimate with its interval and the number it rests on. Null means "cannot be estimated" and is never printed as a number. */
export const interval = z.object({
  estimate: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: z.number().int().min(0),
});

/** An estimate with lower and upper limit (null = not estimable or unbounded), in the unit of the estimate, and n, its base. */
export type Interval = z.infer<typeof interval>;
