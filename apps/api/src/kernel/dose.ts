import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type Dose, doseOf, lastQuarterOn } from '@forspring/domain/participation/dose.rules';

/** Dose and drop-out of a project by its cards, as of a day; null while no card has been shown. */
export async function findDose(
  em: EntityManager,
  project: { id: string; startsOn: string | null; endsOn: string | null },
  today: string,
): Promise<Dose | null> {
  const db = reader(em);
  const { rows } = await sql<{
    id: string;
    replacesId: string | null;
    isLost: boolean;
    seenCount: number;
    lastOn: string | null;
  }>`
    select participant_code.id, participant_code.replaces_id, participant_code.lost_on is not null as is_lost,
      count(session.id)::int as seen_count, to_char(max(session.held_on), 'YYYY-MM-DD') as last_on
    from participant_code
      left join code_visit on code_visit.code_id = participant_code.id
      left join session on session.id = code_visit.session_id and session.state = 'held'
    where participant_code.project_id = ${project.id}
    group by participant_code.id
  `.execute(db);
  const lastHeld = await db
    .selectFrom('session')
    .where('projectId', '=', project.id)
    .where('state', '=', 'held')
    .select(sql<string | null>`to_char(max(held_on), 'YYYY-MM-DD')`.as('lastHeldOn'))
    .executeTakeFirstOrThrow();
  const dose = doseOf(rows, lastQuarterOn(project, today), lastHeld.lastHeldOn);
  return dose.cardCount === 0 ? null : dose;
}
