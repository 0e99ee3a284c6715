import type { OrganisationPlan, VenuePlan } from './place-plan.ts';

/** Vejen has no districts: one implicit district holds the whole municipality. The count is synthetic. */
export const vejenDistrict = { name: 'Vejen', youthCount: 4200 } as const;

/** Organisations that take part in or pay for projects in Vejen; the foundation is invented. */
export const vejenOrganisations = {
  'ungdomsskolen-vejen': { name: 'Ungdomsskolen i Vejen', kind: 'youthSchool' },
  'markfraes-vaerkstedet': { name: 'Markfræs-værkstedet', kind: 'club' },
  'folkeskoler-vejen': { name: 'Folkeskolerne i Vejen', kind: 'school' },
  'fgu-vejen': { name: 'FGU-skolen i Vejen', kind: 'youthEducation' },
  'jobcenter-ung': { name: 'Jobcenter Ung', kind: 'municipalDepartment' },
  'vejledning-vejen': { name: 'Vejledning Vejen', kind: 'municipalDepartment' },
  'vejen-autovaerksted': { name: 'Autoværkstedet ved Banen', kind: 'business' },
  'vejen-rotary': { name: 'Vejen Rotary', kind: 'association' },
  'fonden-haandvaerk-og-ungdom': {
    name: 'Fonden Håndværk og Ungdom',
    kind: 'foundation',
    rules: {
      askFromShare: 0.15,
      reportFromShare: 0.05,
      note: 'Ændringer over 15 % skal godkendes af fondens sekretariat.',
    },
  },
  'frivillige-haandvaerkere': { name: 'Frivillige håndværkere i Vejen', kind: 'volunteers' },
  'syd-politi': { name: 'Syd- og Sønderjyllands Politi', kind: 'police' },
} as const satisfies Record<string, OrganisationPlan>;

/** Where sessions are held in Vejen. */
export const vejenVenues = {
  'markfraes-garagen': {
    name: 'Markfræs-garagen',
    district: 'hele-vejen',
    organisation: 'markfraes-vaerkstedet',
    address: 'Vejen',
  },
} as const satisfies Record<string, VenuePlan>;
