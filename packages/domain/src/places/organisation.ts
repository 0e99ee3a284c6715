/** Kinds of organisation, as the Danish SSP cooperation names them. */
export const organisationKinds = [
  'municipalAdministration',
  'municipalDepartment',
  'stateAuthority',
  'police',
  'school',
  'youthSchool',
  'youthEducation',
  'leisureCentre',
  'club',
  'sportsHall',
  'association',
  'housingMasterplan',
  'housingAssociation',
  'foundation',
  'library',
  'business',
  'volunteers',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
