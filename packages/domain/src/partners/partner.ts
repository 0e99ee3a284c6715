import { z } from 'zod';
import { freeText } from '../measures/text.ts';
import { organisationKinds } from '../places/organisation.ts';
import { projectStatuses } from '../projects/project.ts';

/** A partner's role in a project. */
export const partnerRoles = ['host', 'staff', 'funder', 'referral', 'visit', 'advice'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

const partnerFields = {
  role: z.enum(partnerRoles),
  /** What the organisation brings, in its own words; hours and counts are promises of the ledger. About the organisation, never about a person. */
  promise: freeText({ max: 1000, min: 0 }),
  /** Whether the organisation's people register sessions. */
  registers: z.boolean(),
};

/** The form of a partner: role, promise in words, who registers. */
export const partnerForm = z.object(partnerFields);
export type PartnerForm = z.infer<typeof partnerForm>;

/** A new partner; `id` is made by whoever adds it. */
export const addPartnerInput = z.object({
  projectId: z.uuid(),
  id: z.uuid(),
  organisationId: z.uuid(),
  ...partnerFields,
});
export type AddPartnerInput = z.infer<typeof addPartnerInput>;

/** A changed promise, on the version it was read in. */
export const setPartnerInput = z.object({
  partnerId: z.uuid(),
  baseVersion: z.number().int().min(1),
  ...partnerFields,
});
export type SetPartnerInput = z.infer<typeof setPartnerInput>;

export const removePartnerInput = z.object({ partnerId: z.uuid(), baseVersion: z.number().int().min(1) });

/** An organisation nobody in the municipality has worked with here before. It starts outside the § 115 circle. */
export const addPartnerOrganisationInput = z.object({
  projectId: z.uuid(),
  id: z.uuid(),
  name: freeText({ max: 120, min: 2 }),
  kind: z.enum(organisationKinds),
});
export type AddPartnerOrganisationInput = z.infer<typeof addPartnerOrganisationInput>;

/** A partner as the project's own people see it, with how many sessions it held. */
export const shownPartner = z.object({
  id: z.uuid(),
  version: z.number().int(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  organisationKind: z.enum(organisationKinds),
  withinSection115: z.boolean(),
  role: z.enum(partnerRoles),
  promise: z.string(),
  registers: z.boolean(),
  /** How many people of the organisation can sign in. */
  personCount: z.number().int(),
  /** Sessions the organisation held so far. */
  heldCount: z.number().int(),
});
export type ShownPartner = z.infer<typeof shownPartner>;

/** A project's partners and the organisations that could become one. */
export const shownPartners = z.object({
  partners: z.array(shownPartner),
  organisations: z.array(
    z.object({ id: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), withinSection115: z.boolean() }),
  ),
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownPartners = z.infer<typeof shownPartners>;

/** A project as one of its partners sees it: name, place, period and the own promise; nothing else. */
export const ownPromise = z.object({
  projectId: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  status: z.enum(projectStatuses),
  placeName: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  organisationName: z.string(),
  role: z.enum(partnerRoles),
  promise: z.string(),
  registers: z.boolean(),
});
export type OwnPromise = z.infer<typeof ownPromise>;
