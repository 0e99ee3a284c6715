import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { followCards } from '@forspring/domain/participation/dose.rules';
import type { DisposalReason, RetainedKind } from '@forspring/domain/trust/retention';
import { verdictOf } from '@forspring/domain/trust/retention.rules';
import { closeSurveysOf } from '../surveys/close-surveys.ts';
import { sumSurveysOf } from '../surveys/sum-surveys.ts';
import { readKeptCards } from '../participation/counted-card.view.ts';
import { keptElements } from '../participation/counted-element.view.ts';
import { countablePulses } from '../participation/counted-pulse.view.ts';
import { countedSessions } from '../participation/counted-session.view.ts';
import type { Reader } from '../tables.ts';
import { readKeeping, readRetained } from './retained-project.view.ts';

/** When something is disposed of. */
export interface DisposalTime {
  now: Date;
  /** Today's day in Denmark. */
  today: string;
}

/** What was removed of each kind; kinds of which nothing was removed are not there. */
export type Removed = Partial<Record<RetainedKind, number>>;

/**
 * Aggregates and removes a project's rows of single evenings, cards and answers to surveys in the caller's transaction, when they are due and
 * nothing holds them back; else changes nothing and answers null. Everything that is summed from them stays exact
 * (`countedSessions`, `readCards`, `tallyOf`). Safe to run twice: the second time there is nothing left. Evenings still planned for
 * later days stay until they have passed; they hold nothing about anybody.
 */
export async function disposeProject(db: Reader, projectId: string, time: DisposalTime): Promise<Removed | null> {
  await db.selectFrom('project').where('id', '=', projectId).select('id').forUpdate().execute();
  const [project] = await readRetained(db, { projectId });
  if (!project) return null;
  const keeping = await readKeeping(db, project.municipalityId, time.today);
  const verdict = verdictOf(project, { ...keeping, isProjectHeld: project.holdCount > 0 }, time.today);
  if (!verdict.isDue || verdict.heldBack !== null || verdict.reason === null || keeping.basis === null) return null;

  // A registration under way ends first, so that it is in the sums.
  await db.selectFrom('session').where('projectId', '=', projectId).select('id').orderBy('id').forUpdate().execute();
  await sumSessions(db, projectId, time.today);
  await keepProgrammes(db, projectId, time.today);
  await sumCards(db, projectId, time.today);
  await removeReceipts(db, projectId);
  await closeSurveysOf(db, projectId, time.today);
  const answerCount = await sumSurveysOf(db, projectId, time.today);
  const removed = await removeRows(db, projectId, time.today);
  if (answerCount > 0) removed.surveyAnswer = answerCount;
  await logDisposal(db, removed, {
    municipalityId: project.municipalityId,
    projectId,
    reason: verdict.reason,
    basisId: keeping.basis.id,
    at: time.now,
  });
  return Object.keys(removed).length === 0 ? null : removed;
}

/** Writes into the log how many rows of which kind were removed. */
export async function logDisposal(
  db: Reader,
  removed: Removed,
  by: { municipalityId: string; projectId: string | null; reason: DisposalReason; basisId: string; at: Date },
): Promise<void> {
  const rows = Object.entries(removed).map(([kind, rowCount]) => ({
    id: randomUUID(),
    kind: kind as RetainedKind,
    rowCount,
    ...by,
  }));
  if (rows.length > 0) await db.insertInto('disposal').values(rows).execute();
}

/** The evenings that go: all that were held or cancelled, and those planned for days that have passed. */
const going = (projectId: string, today: string) =>
  sql`session.project_id = ${projectId} and (session.state <> 'planned' or session.held_on < ${today}::date)`;

async function sumSessions(db: Reader, projectId: string, today: string): Promise<void> {
  await sql`
    insert into session_total (id, project_id, series_id, organisation_id, host_id, month, state, count_unit, cancelled_by,
      session_count, counted_count, first_time_count, first_time_missing_count, largest_count, length_minutes,
      counted_minutes, staff_count, staff_minutes, volunteer_count, volunteer_minutes, mood_sum, mood_count,
      delivered_element_count, asked_element_count, expected_session_count, expected_count, expected_present_count)
    select gen_random_uuid(), project_id, series_id, organisation_id, host_id, month, state, count_unit, cancelled_by,
      sum(session_count), sum(counted_count), sum(first_time_count), sum(first_time_missing_count), max(largest_count),
      sum(length_minutes), sum(counted_minutes), sum(staff_count), sum(staff_minutes), sum(volunteer_count),
      sum(volunteer_minutes), sum(mood_sum), sum(mood_count), sum(delivered_element_count), sum(asked_element_count),
      count(expected.count), coalesce(sum(expected.count), 0),
      coalesce(sum(counted_count) filter (where expected.count is not null), 0)
    from (${countedSessions}) as counted
      -- Who was expected that evening: what the series said until its first change after it, else what it says now.
      left join lateral (
        select nullif(case when next.until_on is null then series.expected_count else next.expected_count end, 0) as count
        from session
          join series on series.id = session.series_id
          left join lateral (
            select until_on, expected_count from past_expectation
            where past_expectation.series_id = series.id and until_on > session.held_on order by until_on limit 1
          ) as next on true
        where session.id = counted.session_id and session.state = 'held' and session.visit_count is not null
      ) as expected on true
    where project_id = ${projectId} and held_on is not null and (state <> 'planned' or held_on < ${today}::date)
    group by project_id, series_id, organisation_id, host_id, month, state, count_unit, cancelled_by
  `.execute(db);
  await sql`
    insert into headcount_total (id, project_id, series_id, month, count_unit, age_band, gender, from_minute, person_count)
    select gen_random_uuid(), session.project_id, session.series_id, to_char(session.held_on, 'YYYY-MM'),
      session.count_unit, headcount.age_band, headcount.gender, headcount.from_minute, sum(headcount.person_count)
    from headcount join session on session.id = headcount.session_id
    where ${going(projectId, today)}
    group by 2, 3, 4, 5, 6, 7, 8
  `.execute(db);
  await sql`
    insert into pulse_total (id, project_id, series_id, month, question, answer, answer_count)
    select gen_random_uuid(), session.project_id, session.series_id, to_char(session.held_on, 'YYYY-MM'),
      counted.question, counted.answer, sum(counted.answer_count)
    from (${countablePulses(projectId)}) as counted join session on session.id = counted.session_id
    where ${going(projectId, today)}
    group by 2, 3, 4, 5, 6
  `.execute(db);
  // Only evenings that were held have elements, and all of those go.
  await sql`
    insert into element_total (id, project_id, place, delivered_count, asked_count)
    select gen_random_uuid(), ${projectId}, place, delivered_count, asked_count
    from (${keptElements(projectId)}) as told
  `.execute(db);
}

/** A programme has no rule: its days are its plan, and stay with it. */
async function keepProgrammes(db: Reader, projectId: string, today: string): Promise<void> {
  await sql`
    update series set past_days = coalesce(series.past_days, '[]'::jsonb) || going.days
    from (
      select session.series_id, jsonb_agg(jsonb_build_object('onDay', coalesce(session.moved_from_on, session.held_on),
        'title', session.title, 'startMinute', session.start_minute, 'endMinute', session.end_minute)
        order by session.held_on, session.start_minute) as days
      from session where ${going(projectId, today)} group by session.series_id
    ) as going
    where series.id = going.series_id and series.kind = 'programme'
  `.execute(db);
}

async function sumCards(db: Reader, projectId: string, today: string): Promise<void> {
  const project = await db
    .selectFrom('project')
    .where('id', '=', projectId)
    .select(['id', 'startsOn', 'endsOn'])
    .executeTakeFirstOrThrow();
  const { cards, sinceOn, lastHeldOn } = await readKeptCards(db, project, today);
  if (cards.length === 0) return;
  const isMeasured = sinceOn !== null && lastHeldOn !== null && lastHeldOn >= sinceOn;
  const groups = new Map<string, { shownCount: number; hasLeft: boolean | null; isLost: boolean; cardCount: number }>();
  for (const { seenCount, lastOn, isLost } of followCards(cards)) {
    const hasLeft = isMeasured ? lastOn !== null && lastOn < sinceOn : null;
    const key = `${seenCount}/${hasLeft}/${isLost}`;
    const group = groups.get(key) ?? { shownCount: seenCount, hasLeft, isLost, cardCount: 0 };
    groups.set(key, { ...group, cardCount: group.cardCount + 1 });
  }
  // How many cards there were in all is kept once, on the first row.
  const all = {
    issuedCount: cards.length,
    lostCount: cards.filter((card) => card.isLost).length,
    seenCount: cards.filter((card) => card.seenCount > 0).length,
  };
  const none = { issuedCount: 0, lostCount: 0, seenCount: 0 };
  await db
    .insertInto('cardTotal')
    .values(
      [...groups.values()].map((group, index) => ({
        id: randomUUID(),
        projectId,
        countedOn: today,
        ...group,
        ...(index === 0 ? all : none),
      })),
    )
    .execute();
}

/** Receipts answer a repeated command with what the first one answered: sessions and cards, which must not survive there. */
async function removeReceipts(db: Reader, projectId: string): Promise<void> {
  await sql`
    delete from command_receipt
    where split_part(procedure, '.', 1) in ('participation', 'cards', 'kiosks') and result is not null and (
      result ->> 'projectId' = ${projectId}
      or result ->> 'id' in (select id::text from session where project_id = ${projectId})
      or exists (
        select from participant_code as card
        where card.project_id = ${projectId}
          and (strpos(result::text, card.code) > 0 or strpos(result::text, card.id::text) > 0)
      )
    )
  `.execute(db);
}

async function removeRows(db: Reader, projectId: string, today: string): Promise<Removed> {
  const of = sql`select session.id from session where ${going(projectId, today)}`;
  const removed: Removed = {};
  const remove = async (kind: RetainedKind, statement: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ count: number }>`
      with gone as (${statement} returning 1) select count(*)::int as count from gone
    `.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) removed[kind] = (removed[kind] ?? 0) + count;
  };
  await remove('cardVisit', sql`delete from code_visit where session_id in (${of})`);
  await remove('card', sql`delete from participant_code where project_id = ${projectId}`);
  await remove('pulse', sql`delete from exit_pulse where session_id in (${of})`);
  await remove('entry', sql`delete from session_entry where session_id in (${of})`);
  await remove('entry', sql`delete from session_change where session_id in (${of})`);
  await remove('headcount', sql`delete from headcount where session_id in (${of})`);
  await remove('note', sql`update open_activity set note = null where project_id = ${projectId} and note is not null`);
  await remove('session', sql`delete from session where ${going(projectId, today)}`);
  return removed;
}
