/** A partner's role in a project. */
export const partnerRoles = ['host', 'staff', 'funder', 'referral', 'visit', 'advice'] as const;
export type PartnerRole = (typeof partnerRoles)[number];
