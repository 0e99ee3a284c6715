import type { copenhagenDistricts, copenhagenOrganisations, copenhagenVenues } from './copenhagen.ts';
import type { vejenOrganisations, vejenVenues } from './vejen.ts';

/** The two example municipalities. */
export type MunicipalityKey = 'koebenhavn' | 'vejen';

/** The names by which recipes point at organisations of either municipality. */
export type OrganisationKey = keyof typeof copenhagenOrganisations | keyof typeof vejenOrganisations;
/** The names by which recipes point at venues of either municipality. */
export type VenueKey = keyof typeof copenhagenVenues | keyof typeof vejenVenues;
/** The names by which editions point at districts; Vejen has one, implicit. */
export type DistrictKey = keyof typeof copenhagenDistricts | 'hele-vejen';
/** The names by which the story points at bodies. */
export type BodyKey =
  | `udvalg-${keyof typeof copenhagenDistricts}`
  | 'ledergruppen'
  | 'noeglepersongruppe-valby'
  | 'foelgegruppe-folehaven'
  | 'kredsraad'
  | 'udvalg-vejen'
  | 'samarbejde-vejen';
