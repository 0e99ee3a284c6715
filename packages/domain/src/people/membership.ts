/** What a person may be, always at a place (see `placeOfRole`). */
export const roles = ['coordinator', 'committeeMember', 'owner', 'partner', 'funder', 'dataProtectionOfficer'] as const;
export type Role = (typeof roles)[number];

export const placeKinds = ['municipality', 'body', 'project', 'organisation', 'fundingSource'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** The kind of place each role is held at. */
export const placeOfRole: Record<Role, PlaceKind> = {
  coordinator: 'municipality',
  committeeMember: 'body',
  owner: 'project',
  partner: 'organisation',
  funder: 'fundingSource',
  dataProtectionOfficer: 'municipality',
};

/** A role with a place, inside one municipality. */
export interface Membership {
  role: Role;
  placeKind: PlaceKind;
  placeId: string;
  municipalityId: string;
}
