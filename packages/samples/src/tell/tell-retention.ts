import type { Reader } from '@forspring/database/tables';
import { disposeProject } from '@forspring/database/trust/dispose-project';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import { municipalityId } from './tell-places.ts';
import type { Telling } from './telling.ts';

/** Adds Copenhagen's basis for disposal and a hold on last year's Fredagshallen in Valby; Vejen has no basis yet. */
export function tellRetention(rows: StoryRows, days: StoryDays): void {
  rows.add('disposalBasis', {
    id: storyId('disposal-basis/koebenhavn'),
    municipalityId: municipalityId('koebenhavn'),
    text: 'Kassationsplan for fritids- og forebyggelsesområdet, afsnit 4 (eksempel): rækker om enkelte aftener og kortkoder kasseres, når projektets evaluering er godkendt.',
    validFrom: `${days.year - 1}-01-01`,
    setById: personId('kirsten'),
    setAt: days.at(`${days.year - 2}-12-15`, 610),
  });
  rows.add('archivalHold', {
    id: storyId('archival-hold/fredagshallen'),
    municipalityId: municipalityId('koebenhavn'),
    projectId: storyId(`project/fredagshallen-${days.year - 1}`),
    reason: 'Stadsarkivet har bedt om at se rækkerne, før de kasseres.',
    setById: personId('kirsten'),
    setAt: days.at(days.passed(`${days.year}-01-20`, 2), 640),
    liftedById: null,
    liftedAt: null,
  });
}

/** Aggregates what was due the day each evaluation was approved, as the daily job would have done. */
export async function tellDisposals(db: Reader, tellings: readonly Telling[]): Promise<void> {
  for (const { projectId, status, days, year } of tellings) {
    if (status !== 'evaluated') continue;
    const today = days.passed(`${year + 1}-02-20`, 1);
    await disposeProject(db, projectId, { now: days.at(today, 690), today });
  }
}
