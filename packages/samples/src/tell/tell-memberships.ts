import type { Role } from '@forspring/domain/people/membership';
import { placeOfRole } from '@forspring/domain/people/membership';
import type { PersonKey } from '../people.ts';
import type { BodyKey, MunicipalityKey } from '../places/places.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import { bodyId, municipalityId, organisationId } from './tell-places.ts';
import { registeringPeople } from './tell-sessions.ts';

const committees: readonly (readonly [PersonKey, BodyKey, MunicipalityKey])[] = [
  ['birgitte', 'udvalg-valby', 'koebenhavn'],
  ['rasmus', 'udvalg-vanloese', 'koebenhavn'],
  ['susanne', 'udvalg-vanloese', 'koebenhavn'],
  ['torben', 'udvalg-ydre-noerrebro', 'koebenhavn'],
  ['hanne', 'udvalg-bispebjerg', 'koebenhavn'],
  ['per', 'udvalg-sundbyvester', 'koebenhavn'],
  ['inge', 'udvalg-broenshoej-husum', 'koebenhavn'],
  ['claus', 'udvalg-kongens-enghave', 'koebenhavn'],
  ['dorthe', 'ledergruppen', 'koebenhavn'],
  ['grete', 'udvalg-vejen', 'vejen'],
];

const officers: readonly (readonly [PersonKey, 'coordinator' | 'dataProtectionOfficer', MunicipalityKey])[] = [
  ['henrik', 'coordinator', 'koebenhavn'],
  ['kirsten', 'dataProtectionOfficer', 'koebenhavn'],
  ['ole', 'coordinator', 'vejen'],
  ['lone', 'dataProtectionOfficer', 'vejen'],
];

/** Adds the roles people hold at municipalities, bodies and organisations; owners and funders come with their projects. */
export function tellMemberships(rows: StoryRows, createdAt: Date): void {
  const add = (person: PersonKey, role: Role, placeId: string, municipality: MunicipalityKey): void =>
    rows.add('membership', {
      id: storyId(`membership/${person}/${role}/${placeId}`),
      userId: personId(person),
      role,
      placeKind: placeOfRole[role],
      placeId,
      municipalityId: municipalityId(municipality),
      createdAt,
      endedAt: null,
    });
  for (const [person, role, municipality] of officers) add(person, role, municipalityId(municipality), municipality);
  for (const [person, body, municipality] of committees) add(person, 'committeeMember', bodyId(body), municipality);
  for (const [organisation, person] of registeringPeople)
    add(person, 'partner', organisationId(organisation), person === 'karsten' ? 'vejen' : 'koebenhavn');
}
