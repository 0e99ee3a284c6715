import { danishSortKey } from '@forspring/domain/measures/sort';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import { bodyId, districtId, municipalityId } from './tell-places.ts';

/** Adds a proposal its owner has only begun: two of the six words, a harm check half answered, and no budget. */
export function tellHalfWrittenDraft(rows: StoryRows, days: StoryDays): void {
  const year = days.year + 1;
  const projectId = storyId(`project/pigeklatring-${year}`);
  const title = 'Klatring for piger';
  const at = days.at(days.passed(`${days.year}-11-11`, 1), 870);
  rows.add('project', {
    id: projectId,
    municipalityId: municipalityId('koebenhavn'),
    districtId: districtId('valby'),
    bodyId: bodyId('udvalg-valby'),
    interventionId: null,
    venueId: null,
    year,
    status: 'draft',
    title,
    sortKey: danishSortKey(title),
    summary: 'En aften om ugen, hvor piger har klatrevæggen for sig selv.',
    track: 'ssp',
    tier: 'general',
    tierReason: '',
    themes: ['leisure'],
    minAge: 13,
    maxAge: 17,
    extendedMinAge: null,
    areaName: 'Valby',
    startsOn: `${year}-08-15`,
    endsOn: `${year}-12-15`,
    usesCodes: false,
    challenge: 'Pigerne i Fredagshallen siger, at de ikke kommer til på klatrevæggen, når drengene er der.',
    targetGroup: 'Piger på 13–17 år fra klubberne i Valby.',
    targetGroupCount: null,
    assumptions: JSON.stringify(['', '', '', '', '']) as never,
    adultsPresent: 'always',
    structure: null,
    groupMix: null,
    nameCheckedOn: null,
    copiedFromId: null,
    createdById: personId('mette'),
    submittedById: null,
    submittedAt: null,
    lockedAt: null,
    createdAt: at,
    updatedAt: at,
  });
  rows.add('membership', {
    id: storyId(`membership/owner/pigeklatring-${year}`),
    userId: personId('mette'),
    role: 'owner',
    placeKind: 'project',
    placeId: projectId,
    municipalityId: municipalityId('koebenhavn'),
    createdAt: at,
    endedAt: null,
  });
}
