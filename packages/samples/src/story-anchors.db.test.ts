import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { instantOf } from '@forspring/domain/measures/day';
import { storyId } from './story-id.ts';
import { tellStory } from './story.ts';

describe.each([
  ['2027-01-03', 'the first Sunday of a year'],
  ['2026-04-03', 'Good Friday'],
])('told on %s, %s', (anchorOn) => {
  it('has an extra opening tonight, and has recorded nothing that has not happened', async () => {
    const now = instantOf(anchorOn, 1170);
    const database = await openDatabase({ dataDir: null });
    await database.migrate();
    await tellStory({
      em: database.fork(),
      anchorOn,
      now,
      gate: { withheldFrom: () => ({}), surveysToFreeze: async () => [] },
    });
    const db = reader(database.fork());
    const year = anchorOn.slice(0, 4);

    const tonight = await db
      .selectFrom('session')
      .where('projectId', '=', storyId(`project/fredagshallen-${year}`))
      .where('heldOn', '=', anchorOn)
      .select(['title', 'state'])
      .execute();
    expect(tonight).toEqual([{ title: 'Fredagshallen, ekstra åbning', state: 'planned' }]);

    const { rows } = await sql`
      select 'session' as what from session where state <> 'planned' and (held_on >= ${anchorOn}::date or registered_at > ${now})
      union all select 'expense' from expense where spent_on > ${anchorOn}::date or recorded_at > ${now}
      union all select 'measurement' from measurement where measured_on > ${anchorOn}::date or recorded_at > ${now}
      union all select 'step' from project_step where at > ${now}
      union all select 'step out of order' from project_step a join project_step b on a.project_id = b.project_id and a.to_status = b.from_status and a.at > b.at
      union all select 'project' from project where created_at > ${now} or submitted_at > ${now} or submitted_at < created_at
      union all select 'evaluation' from evaluation where submitted_at > ${now} or frozen_at > ${now} or frozen_at < submitted_at
      union all select 'meeting' from meeting where was_held is not null and held_on >= ${anchorOn}::date
      union all select 'plan' from annual_plan where adopted_on > ${anchorOn}::date`.execute(db);
    expect(rows).toEqual([]);
    await database.close();
  }, 120_000);
});
