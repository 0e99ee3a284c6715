import { z } from 'zod';
import { freeText } from '../measures/text.ts';
import { placeKinds, placeOfRole, roles } from './membership.ts';

const email = z.email().trim().toLowerCase().max(200);
const personName = freeText({ max: 100, min: 2 });
const password = z.string().min(12).max(200);

/** An invitation as a coordinator writes it: who, which role, at which place. */
export const inviteInput = z
  .object({
    id: z.uuid(),
    municipalityId: z.uuid(),
    name: personName,
    email,
    role: z.enum(roles),
    placeKind: z.enum(placeKinds),
    placeId: z.uuid(),
  })
  .refine((invitation) => placeOfRole[invitation.role] === invitation.placeKind, {
    path: ['placeId'],
    params: { code: 'people.placeDoesNotFit' },
  });
export type InviteInput = z.infer<typeof inviteInput>;

/** An invitation as the one who opens the link sees it. */
export const foundInvitation = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  placeName: z.string(),
  municipalityName: z.string(),
  /** Whether somebody with this e-mail already has an account and should sign in instead of choosing a password. */
  hasAccount: z.boolean(),
});

export const acceptInput = z.object({ token: z.string().min(20).max(200), password: password.optional() });
export type AcceptInput = z.infer<typeof acceptInput>;

/** The first set-up of a real installation: a municipality and its first coordinator. */
export const setUpInput = z.object({
  municipalityId: z.uuid(),
  municipalityName: freeText({ max: 100, min: 2 }),
  hasDistricts: z.boolean(),
  name: personName,
  email,
  password,
});
export type SetUpInput = z.infer<typeof setUpInput>;

/** Somebody with a role in a municipality, as its coordinators see them. */
export const listedPerson = z.object({
  membershipId: z.uuid(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  role: z.enum(roles),
  placeName: z.string(),
  since: z.string(),
});

/** An invitation nobody has answered yet. */
export const openInvitation = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  placeName: z.string(),
  expiresOn: z.string(),
  isExpired: z.boolean(),
});

/** A letter in the local folder, shown when no mail server is set. */
export const shownLetter = z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string() });

/** A place somebody can be given a role at. */
export const rolePlace = z.object({ kind: z.enum(placeKinds), id: z.uuid(), name: z.string() });

export type OpenInvitation = z.infer<typeof openInvitation>;
export type ListedPerson = z.infer<typeof listedPerson>;
export type RolePlace = z.infer<typeof rolePlace>;
