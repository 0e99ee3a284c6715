import { addDays } from '@forspring/domain/measures/day';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import { municipalityId } from './tell-places.ts';

const municipalities = [
  { key: 'koebenhavn', by: 'henrik', accounts: 'Regnskabet er aflagt og revideret.' },
  { key: 'vejen', by: 'ole', accounts: 'Tallene er indberettet til byrådets årsopgørelse.' },
] as const;

/**
 * Adds the periods each municipality has locked (the half-years up to the middle of last year), and Copenhagen's open
 * exception for a project whose bill came late.
 */
export function tellPeriods(rows: StoryRows, days: StoryDays): void {
  for (const { key, by, accounts } of municipalities)
    for (const [year, half] of [
      [days.year - 2, 1],
      [days.year - 2, 2],
      [days.year - 1, 1],
    ] as const)
      rows.add('periodLock', {
        id: lockId(key, year, half),
        municipalityId: municipalityId(key),
        kind: 'halfYear',
        startsOn: `${year}-${half === 1 ? '01-01' : '07-01'}`,
        endsOn: `${year}-${half === 1 ? '06-30' : '12-31'}`,
        reason: accounts,
        byId: personId(by),
        at: days.at(days.passed(half === 1 ? `${year}-09-15` : `${year + 1}-03-15`, 1), 620),
        endedById: null,
        endedAt: null,
      });
  rows.add('periodException', {
    id: storyId('period-exception/lommepengejob'),
    lockId: lockId('koebenhavn', days.year - 1, 1),
    projectId: storyId(`project/lommepengejob-${days.year - 1}`),
    reason: 'Boligorganisationens regning for maj kom først nu.',
    endsOn: addDays(days.anchorOn, 7),
    byId: personId('henrik'),
    at: days.at(days.passed(addDays(days.anchorOn, -3), 1), 600),
    endedAt: null,
  });
}

const lockId = (key: string, year: number, half: number) => storyId(`period-lock/${key}/${year}-${half}`);
