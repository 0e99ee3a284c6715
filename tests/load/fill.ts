import { Client } from 'pg';
import { openDatabase } from '@forspring/database/open-database';
import { tellStory } from '@forspring/samples/story';
import { storyGate } from '@forspring/api/features/evaluation/story-gate';
import { storyId } from '@forspring/samples/story-id';
import { storyNow, storyToday } from '../story-snapshot.ts';

const hall = storyId('project/fredagshallen-2026');

/** One club worker of the load: somebody who owns one project and registers its evenings. */
export interface Worker {
  email: string;
  userId: string;
  projectId: string;
  /** Past sessions of the project that nobody has registered. */
  sessionIds: string[];
}

const copies = (table: string, changes: string, from: string) =>
  `insert into ${table} select (jsonb_populate_record(one, ${changes})).* from ${table} as one, ${from}`;

/**
 * Tells the story in an empty database and copies Fredagshallen: for each of `sessionCounts` one person with a project
 * of so many past sessions, one a day back from yesterday, that wait to be registered.
 */
export async function fillForRegistering(databaseUrl: string, sessionCounts: readonly number[]): Promise<Worker[]> {
  const database = await openDatabase({ databaseUrl, poolSize: 2 });
  await database.migrate();
  await tellStory({ em: database.fork(), anchorOn: storyToday, now: storyNow, gate: storyGate });
  await database.close();

  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await copyFredagshallen(client, sessionCounts);
  } finally {
    await client.end();
  }
}

async function copyFredagshallen(client: Client, sessionCounts: readonly number[]): Promise<Worker[]> {
  await client.query(
    `create temporary table worker as
      select 'load-' || n as user_id, 'load-' || n || '@eksempel.dk' as email, gen_random_uuid() as project_id,
        n as place, session_count
      from unnest('{${sessionCounts.join(',')}}'::int[]) with ordinality as asked (session_count, n)`,
  );
  const mette = `(select user_id from membership where role = 'owner' and place_id = '${hall}' and ended_at is null)`;
  await client.query(
    `${copies('app_user', `jsonb_build_object('id', user_id, 'email', worker.email, 'story_order', null)`, 'worker')} where one.id = ${mette}`,
  );
  await client.query(
    `${copies('account', `jsonb_build_object('id', 'account-' || worker.user_id, 'user_id', worker.user_id, 'account_id', worker.user_id)`, 'worker')} where one.user_id = ${mette}`,
  );
  await client.query(
    `${copies('project', `jsonb_build_object('id', worker.project_id)`, 'worker')} where one.id = '${hall}'`,
  );
  await client.query(
    `${copies('project_figures', `jsonb_build_object('project_id', worker.project_id)`, 'worker')} where one.project_id = '${hall}'`,
  );
  await client.query(
    `${copies('membership', `jsonb_build_object('id', gen_random_uuid(), 'user_id', worker.user_id, 'place_id', worker.project_id)`, 'worker')} where one.role = 'owner' and one.place_id = '${hall}'`,
  );
  await client.query(
    `${copies('partner', `jsonb_build_object('id', gen_random_uuid(), 'project_id', worker.project_id)`, 'worker')} where one.project_id = '${hall}'`,
  );
  await client.query(
    `${copies('series', `jsonb_build_object('id', gen_random_uuid(), 'project_id', worker.project_id)`, 'worker')} where one.project_id = '${hall}'`,
  );
  await client.query(`
    insert into session (id, project_id, series_id, venue_id, organisation_id, title, held_on, start_minute, end_minute, count_unit, state)
    select gen_random_uuid(), series.project_id, series.id, venue_id, organisation_id, title,
      date '${storyToday}' - n, start_minute, end_minute, count_unit, 'planned'
    from worker join series on series.project_id = worker.project_id, generate_series(1, session_count) as n`);
  // The days go back into half-years the story has locked.
  await client.query('truncate period_lock cascade');
  const { rows } = await client.query<Worker>(`
    select worker.email, user_id as "userId", worker.project_id as "projectId",
      array_agg(session.id::text order by session.held_on desc) as "sessionIds"
    from worker join session on session.project_id = worker.project_id
    group by 1, 2, 3, place order by place`);
  await client.query('vacuum analyze');
  return rows;
}
