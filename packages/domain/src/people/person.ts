import { z } from 'zod';
import { placeKinds, roles } from './membership.ts';

/** A role with a place as shown to the person who holds it: ids for links, names for reading. */
export const shownMembership = z.object({
  role: z.enum(roles),
  placeKind: z.enum(placeKinds),
  placeId: z.uuid(),
  placeName: z.string(),
  municipalityId: z.uuid(),
  municipalityName: z.string(),
});

/** Who is signed in, with the roles they hold; `user` is null for somebody who is not signed in. */
export const shownMe = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), title: z.string() }).nullable(),
  memberships: z.array(shownMembership),
  /** The session this browser is a kiosk of; null for every other browser. */
  kiosk: z.object({ sessionId: z.uuid() }).nullable(),
  /** Whether the sample story is loaded. */
  isStory: z.boolean(),
  /** Whether nobody has a role yet, so that the first set-up must be done. */
  needsSetUp: z.boolean(),
  today: z.string(),
  /** Where a concern for a child belongs in the person's own municipality; null when it is not set. */
  concernUrl: z.string().nullable(),
});
export type ShownMe = z.infer<typeof shownMe>;

/** A person of the sample story, to sign in as by one click. */
export const samplePerson = z.object({
  name: z.string(),
  email: z.string(),
  title: z.string(),
  roles: z.array(z.object({ role: z.enum(roles), placeName: z.string() })),
});
