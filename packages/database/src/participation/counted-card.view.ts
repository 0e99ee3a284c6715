import { sql } from 'kysely';
import { addDays } from '@forspring/domain/measures/day';
import { lastQuarterOn, type SeenCard } from '@forspring/domain/participation/dose.rules';
import type { Reader } from '../tables.ts';

/** A project's cards as dose and drop-out are computed from them. */
export interface ReadCards {
  cards: SeenCard[];
  /** The first day of the last quarter of the period; null before the project began. */
  sinceOn: string | null;
  /** The last evening that was held; null when none was. */
  lastHeldOn: string | null;
}

interface Project {
  id: string;
  startsOn: string | null;
  endsOn: string | null;
}

/**
 * A project's cards: those that are kept, or, once retention has removed them, as many stand-ins as there were, with the
 * sums they had on the day they were counted. Dose, median and drop-out are the same before and after.
 */
export async function readCards(db: Reader, project: Project, today: string): Promise<ReadCards> {
  const totals = await db
    .selectFrom('cardTotal')
    .where('projectId', '=', project.id)
    .orderBy('id')
    .selectAll()
    .execute();
  const countedOn = totals[0]?.countedOn;
  if (countedOn === undefined) return readKeptCards(db, project, today);
  const sinceOn = lastQuarterOn(project, countedOn);
  const isMeasured = sinceOn !== null && totals.some((total) => total.hasLeft !== null);
  return {
    cards: totals.flatMap(({ id, shownCount, hasLeft, isLost, cardCount }) =>
      Array.from({ length: cardCount }, (_, index) => ({
        id: `${id}/${index}`,
        replacesId: null,
        isLost,
        seenCount: shownCount,
        lastOn: shownCount === 0 || !isMeasured ? null : hasLeft === true ? addDays(sinceOn, -1) : sinceOn,
      })),
    ),
    sinceOn,
    lastHeldOn: isMeasured ? sinceOn : null,
  };
}

/** The cards that are still there, each with the evenings it was shown at. */
export async function readKeptCards(db: Reader, project: Project, today: string): Promise<ReadCards> {
  const { rows } = await sql<SeenCard>`
    select participant_code.id, participant_code.replaces_id, participant_code.lost_on is not null as is_lost,
      count(session.id)::int as seen_count, to_char(max(session.held_on), 'YYYY-MM-DD') as last_on
    from participant_code
      left join code_visit on code_visit.code_id = participant_code.id
      left join session on session.id = code_visit.session_id and session.state = 'held'
    where participant_code.project_id = ${project.id}
    group by participant_code.id
  `.execute(db);
  const { lastHeldOn } = await db
    .selectFrom('session')
    .where('projectId', '=', project.id)
    .where('state', '=', 'held')
    .select(sql<string | null>`to_char(max(held_on), 'YYYY-MM-DD')`.as('lastHeldOn'))
    .executeTakeFirstOrThrow();
  return { cards: rows, sinceOn: lastQuarterOn(project, today), lastHeldOn };
}

/** How many cards a project has issued, how many of them were lost, and how many were shown at least once. */
export async function countCards(
  db: Reader,
  projectId: string,
): Promise<{ issuedCount: number; lostCount: number; shownCount: number }> {
  const { rows } = await sql<{ issuedCount: number; lostCount: number; shownCount: number }>`
    select coalesce(sum(issued), 0)::int as issued_count, coalesce(sum(lost), 0)::int as lost_count,
      coalesce(sum(shown), 0)::int as shown_count
    from (
      select count(*) as issued, count(*) filter (where lost_on is not null) as lost,
        count(*) filter (where exists (select from code_visit where code_visit.code_id = participant_code.id)) as shown
      from participant_code where project_id = ${projectId}
      union all
      select issued_count, lost_count, seen_count from card_total where project_id = ${projectId}
    ) as counted
  `.execute(db);
  return rows[0] ?? { issuedCount: 0, lostCount: 0, shownCount: 0 };
}
