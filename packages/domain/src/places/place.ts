import { z } from 'zod';
import { freeText } from '../measures/text.ts';
import { thresholdCeiling, thresholdFloors } from '../measures/thresholds.ts';
import { bodyKinds, bodyLevels } from './body.ts';
import { organisationKinds } from './organisation.ts';
import { maxHolidayLines } from './school-holiday.rules.ts';

const name = freeText({ max: 120, min: 2 });
const at = { municipalityId: z.uuid(), id: z.uuid() };

/** A new district of a municipality. */
export const addDistrictInput = z.object({ ...at, name });

/** A new body; `districtId` null when it works for the whole municipality. */
export const addBodyInput = z.object({
  ...at,
  name,
  kind: z.enum(bodyKinds),
  level: z.enum(bodyLevels),
  districtId: z.uuid().nullable(),
});

export const addVenueInput = z.object({
  ...at,
  name,
  address: freeText({ max: 200, min: 0 }),
  districtId: z.uuid().nullable(),
});

export const addOrganisationInput = z.object({ ...at, name, kind: z.enum(organisationKinds) });

/** What can be given another name. */
export const namedKinds = ['district', 'body', 'venue', 'organisation'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Another name for something of the municipality's; everything that points at it follows. */
export const setPlaceNameInput = z.object({ ...at, kind: z.enum(namedKinds), name });

/** Days the schools are closed, both ends included; several at a time, all of them or none. */
export const addSchoolHolidaysInput = z.object({
  municipalityId: z.uuid(),
  holidays: z
    .array(
      z
        .object({ id: z.uuid(), nameDa: name, nameEn: name, firstOn: z.iso.date(), lastOn: z.iso.date() })
        .refine(({ firstOn, lastOn }) => firstOn <= lastOn, {
          path: ['lastOn'],
          params: { code: 'places.endsBeforeStart' },
        }),
    )
    .min(1)
    .max(maxHolidayLines),
});

/** Youth aged 10–17 in a district on 1 January of a year, with where the figure comes from. */
export const setPopulationInput = z.object({
  municipalityId: z.uuid(),
  districtId: z.uuid(),
  year: z.number().int().min(2000).max(2100),
  youthCount: z.number().int().min(0).max(1_000_000),
  source: freeText({ max: 200, min: 2 }),
});

/** Where a concern for a child belongs in this municipality: the address of its own channel. */
export const setConcernUrlInput = z.object({
  municipalityId: z.uuid(),
  concernUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
});

const thresholds = z.object({
  thresholdCount: z.number().int().min(thresholdFloors.thresholdCount).max(thresholdCeiling),
  funderThresholdCount: z.number().int().min(thresholdFloors.funderThresholdCount).max(thresholdCeiling),
  publicThresholdCount: z.number().int().min(thresholdFloors.publicThresholdCount).max(thresholdCeiling),
});

/** The smallest counts of people a municipality shows outside a project; those further out never see smaller ones. */
export const setThresholdsInput = thresholds
  .extend({ municipalityId: z.uuid() })
  .refine((chosen) => chosen.funderThresholdCount >= chosen.thresholdCount, {
    path: ['funderThresholdCount'],
    params: { code: 'places.thresholdBelowColleagues' },
  })
  .refine((chosen) => chosen.publicThresholdCount >= chosen.thresholdCount, {
    path: ['publicThresholdCount'],
    params: { code: 'places.thresholdBelowColleagues' },
  });

const named = z.object({ id: z.uuid(), name: z.string() });

/** The places of a municipality as its coordinators keep them. */
export const shownPlaces = z.object({
  municipality: z.object({
    id: z.uuid(),
    name: z.string(),
    hasDistricts: z.boolean(),
    isSample: z.boolean(),
    concernUrl: z.string().nullable(),
    thresholds,
  }),
  districts: z.array(
    named.extend({
      isImplicit: z.boolean(),
      population: z
        .object({ year: z.number(), youthCount: z.number(), source: z.string(), isExample: z.boolean() })
        .nullable(),
    }),
  ),
  bodies: z.array(named.extend({ kind: z.enum(bodyKinds), level: z.enum(bodyLevels), districtName: z.string() })),
  venues: z.array(named.extend({ address: z.string(), districtName: z.string() })),
  organisations: z.array(named.extend({ kind: z.enum(organisationKinds), withinSection115: z.boolean() })),
  schoolHolidays: z.array(
    z.object({ id: z.uuid(), nameDa: z.string(), nameEn: z.string(), firstOn: z.string(), lastOn: z.string() }),
  ),
  abilities: z.object({ edit: z.boolean() }),
});
export type ShownPlaces = z.infer<typeof shownPlaces>;
