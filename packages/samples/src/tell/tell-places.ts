import { schoolHolidays } from '@forspring/calendar/school-holidays';
import { danishSortKey } from '@forspring/domain/measures/sort';
import { entriesOf } from '../entries.ts';
import { storyId } from '../story-id.ts';
import type { StoryDays } from '../story-days.ts';
import type { StoryRows } from '../story-rows.ts';
import { copenhagenDistricts, copenhagenOrganisations, copenhagenVenues } from '../places/copenhagen.ts';
import type { OrganisationPlan, VenuePlan } from '../places/place-plan.ts';
import type { BodyKey, DistrictKey, MunicipalityKey, OrganisationKey, VenueKey } from '../places/places.ts';
import { vejenDistrict, vejenOrganisations, vejenVenues } from '../places/vejen.ts';

/** The id of a municipality of the story. */
export const municipalityId = (key: MunicipalityKey): string => storyId(`municipality/${key}`);
/** The id of a district of the story. */
export const districtId = (key: DistrictKey): string => storyId(`district/${key}`);
/** The id of an organisation of the story. */
export const organisationId = (key: OrganisationKey): string => storyId(`organisation/${key}`);
/** The id of a venue of the story. */
export const venueId = (key: VenueKey): string => storyId(`venue/${key}`);
/** The id of a body of the story. */
export const bodyId = (key: BodyKey): string => storyId(`body/${key}`);

const municipalities = {
  koebenhavn: {
    name: 'København',
    code: '0101',
    hasDistricts: true,
    concernUrl: 'https://koebenhavn.example/underretning',
  },
  vejen: { name: 'Vejen', code: '0575', hasDistricts: false, concernUrl: null },
} as const;

const organisations: readonly (OrganisationPlan & { key: OrganisationKey; municipality: MunicipalityKey })[] = [
  ...entriesOf(copenhagenOrganisations).map(([key, plan]) => ({ key, municipality: 'koebenhavn' as const, ...plan })),
  ...entriesOf(vejenOrganisations).map(([key, plan]) => ({ key, municipality: 'vejen' as const, ...plan })),
];

/** Adds both municipalities with everything that has a place in them. */
export function tellPlaces(rows: StoryRows, days: StoryDays): void {
  const createdAt = days.at(`${days.year - 2}-09-01`, 540);
  for (const [key, plan] of entriesOf(municipalities))
    rows.add('municipality', { id: municipalityId(key), ...plan, isSample: true, createdAt });
  for (const [key, district] of entriesOf(copenhagenDistricts)) {
    tellDistrict(rows, days, 'koebenhavn', key, district.name, district.youthCount, false);
    tellBody(rows, 'koebenhavn', `udvalg-${key}`, `SSP-udvalg ${district.name}`, 'sspCommittee', 'leading', key);
  }
  tellDistrict(rows, days, 'vejen', 'hele-vejen', vejenDistrict.name, vejenDistrict.youthCount, true);
  tellBody(rows, 'koebenhavn', 'ledergruppen', 'SSP-ledergruppen', 'steeringGroup', 'leading', null);
  tellBody(
    rows,
    'koebenhavn',
    'noeglepersongruppe-valby',
    'Nøglepersongruppen i Valby',
    'keyPersonGroup',
    'coordinating',
    'valby',
  );
  tellBody(
    rows,
    'koebenhavn',
    'foelgegruppe-folehaven',
    'SSP-følgegruppe Folehaven',
    'followGroup',
    'executing',
    'valby',
  );
  tellBody(rows, 'koebenhavn', 'kredsraad', 'Kredsrådet', 'policeDistrictCouncil', 'leading', null);
  tellBody(rows, 'vejen', 'udvalg-vejen', 'SSP-udvalget i Vejen', 'sspCommittee', 'leading', 'hele-vejen');
  tellBody(
    rows,
    'vejen',
    'samarbejde-vejen',
    'Samarbejdet med politiet i Vejen',
    'keyPersonGroup',
    'coordinating',
    'hele-vejen',
  );
  for (const organisation of organisations) tellOrganisation(rows, organisation);
  for (const [key, plan] of entriesOf<VenueKey, VenuePlan>(copenhagenVenues)) tellVenue(rows, 'koebenhavn', key, plan);
  for (const [key, plan] of entriesOf<VenueKey, VenuePlan>(vejenVenues)) tellVenue(rows, 'vejen', key, plan);
  for (const municipality of ['koebenhavn', 'vejen'] as const) tellSchoolHolidays(rows, days, municipality);
}

function tellDistrict(
  rows: StoryRows,
  days: StoryDays,
  municipality: MunicipalityKey,
  key: DistrictKey,
  name: string,
  youthCount: number,
  isImplicit: boolean,
): void {
  rows.add('district', {
    id: districtId(key),
    municipalityId: municipalityId(municipality),
    name,
    sortKey: danishSortKey(name),
    isImplicit,
  });
  // The synthetic number stands for the running year; the years around it differ by one per cent.
  for (const [offset, share] of [
    [-1, 0.99],
    [0, 1],
    [1, 1.01],
  ] as const)
    rows.add('population', {
      id: storyId(`population/${key}/${offset}`),
      districtId: districtId(key),
      year: days.year + offset,
      youthCount: Math.round((youthCount * share) / 10) * 10,
      source: offset === 1 ? 'Eksempeldata, fremskrevet' : 'Eksempeldata',
      isExample: true,
    });
}

function tellBody(
  rows: StoryRows,
  municipality: MunicipalityKey,
  key: BodyKey,
  name: string,
  kind: 'sspCommittee' | 'steeringGroup' | 'keyPersonGroup' | 'followGroup' | 'policeDistrictCouncil',
  level: 'leading' | 'coordinating' | 'executing',
  district: DistrictKey | null,
): void {
  rows.add('body', {
    id: bodyId(key),
    municipalityId: municipalityId(municipality),
    districtId: district && districtId(district),
    name,
    sortKey: danishSortKey(name),
    kind,
    level,
  });
}

function tellOrganisation(
  rows: StoryRows,
  { key, name, kind, municipality, rules }: (typeof organisations)[number],
): void {
  const isAuthority = kind === 'municipalAdministration' || kind === 'police' || key === 'kriminalforsorgen';
  rows.add('organisation', {
    id: organisationId(key),
    municipalityId: municipalityId(municipality),
    name,
    sortKey: danishSortKey(name),
    kind,
    cvr: null,
    withinSection115: isAuthority,
    section115Reason: isAuthority ? 'Myndighed i SSP-samarbejdet' : null,
  });
  if (rules)
    rows.add('ruleCard', {
      id: storyId(`rule-card/${key}`),
      organisationId: organisationId(key),
      askFromShare: rules.askFromShare ?? null,
      askFromOere: rules.askFromKr === undefined ? null : rules.askFromKr * 100,
      reportFromShare: rules.reportFromShare ?? null,
      minCofundingShare: rules.minCofundingShare ?? null,
      note: rules.note,
    });
}

function tellVenue(
  rows: StoryRows,
  municipality: MunicipalityKey,
  key: VenueKey,
  { name, district, organisation, address }: VenuePlan,
): void {
  rows.add('venue', {
    id: venueId(key),
    municipalityId: municipalityId(municipality),
    name,
    sortKey: danishSortKey(name),
    address,
    districtId: district && storyId(`district/${district}`),
    organisationId: organisation ? storyId(`organisation/${organisation}`) : null,
  });
}

function tellSchoolHolidays(rows: StoryRows, days: StoryDays, municipality: MunicipalityKey): void {
  for (const offset of [-1, 0, 1, 2])
    schoolHolidays(days.year + offset).forEach(({ startsOn, endsOn, nameDa, nameEn }, index) =>
      rows.add('schoolHoliday', {
        id: storyId(`school-holiday/${municipality}/${offset}/${index}`),
        municipalityId: municipalityId(municipality),
        nameDa,
        nameEn,
        firstOn: startsOn,
        lastOn: endsOn,
      }),
    );
}
