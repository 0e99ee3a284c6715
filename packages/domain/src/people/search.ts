import { z } from 'zod';

/** What a search can find. */
export const foundKinds = ['project', 'session', 'organisation', 'person', 'intervention'] as const;

/** One thing found by name, inside what the one who searches may see. */
export const found = z.object({
  kind: z.enum(foundKinds),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
});
export type Found = z.infer<typeof found>;

export const searchInput = z.object({ text: z.string().trim().max(100) });
