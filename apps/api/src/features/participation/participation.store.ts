import { sql } from 'kysely';
import { proposeSeries } from '@forspring/calendar/propose-series';
import { isRule } from '@forspring/calendar/recurrence';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { minuteOf } from '@forspring/domain/measures/day';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { Actor } from '@forspring/domain/people/actor';
import {
  mayPlanSessions,
  mayRegisterSession,
  maySeeSession,
} from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { planningStatuses, shownStateOf } from '@forspring/domain/participation/participation.rules';
import type { HeadcountInput, ShownSession, ShownSessionRow } from '@forspring/domain/participation/registration';
import type { ShownProposedDay } from '@forspring/domain/participation/series';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { Clock } from '../../kernel/clock.ts';

/** The project a session lies in; null when there is no such session. */
export async function findSessionProject(em: EntityManager, sessionId: string): Promise<string | null> {
  const row = await reader(em).selectFrom('session').where('id', '=', sessionId).select('projectId').executeTakeFirst();
  return row?.projectId ?? null;
}

/** The project a series lies in; null when there is no such series. */
export async function findSeriesProject(em: EntityManager, seriesId: string): Promise<string | null> {
  const row = await reader(em).selectFrom('series').where('id', '=', seriesId).select('projectId').executeTakeFirst();
  return row?.projectId ?? null;
}

/** Sessions with the names of what they belong to. */
export function sessionRows(em: EntityManager) {
  return reader(em)
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .leftJoin('venue', 'venue.id', 'session.venueId')
    .leftJoin('organisation', 'organisation.id', 'session.organisationId');
}

/** The columns of a row in a list of sessions. */
export const sessionColumns = [
  'session.id',
  'session.projectId',
  'project.title as projectTitle',
  'project.year',
  'session.title',
  'session.heldOn',
  'session.startMinute',
  'session.endMinute',
  'venue.name as venueName',
  'organisation.name as organisationName',
  'session.countUnit',
  'session.state as storedState',
  'session.visitCount',
  'session.firstTimeCount',
  'session.staffCount',
  'session.staffMinutes',
  'session.volunteerCount',
  'session.volunteerMinutes',
  'session.cancelledBy',
  'session.cancelReason',
  'session.version',
] as const;

/** A stored session as shown on a day. */
export function shownRow<Row extends { storedState: 'planned' | 'held' | 'cancelled'; heldOn: string }>(
  row: Row,
  today: string,
): Row & Pick<ShownSessionRow, 'state'> {
  return { ...row, state: shownStateOf(row.storedState, row.heldOn, today) };
}

/** One session with all that is registered about it; missing for whoever may not see it. */
export async function findShownSession(
  em: EntityManager,
  { actor, project, clock }: { actor: Actor; project: ProjectPlace; clock: Clock },
  sessionId: string,
): Promise<ShownSession> {
  const row = await sessionRows(em)
    .leftJoin('appUser', 'appUser.id', 'session.registeredById')
    .where('session.id', '=', sessionId)
    .select(sessionColumns)
    .select([
      'session.organisationId',
      'session.venueId',
      'session.note',
      'session.registeredAt',
      'project.tier',
      'project.usesCodes',
      'appUser.name as registeredByName',
    ])
    .executeTakeFirst();
  if (!row || !maySeeSession(actor, project, row)) throw commonProblems.missing();
  const headcounts = await reader(em)
    .selectFrom('headcount')
    .where('sessionId', '=', sessionId)
    .select(['ageBand', 'gender', 'personCount'])
    .execute();
  const codes = await reader(em)
    .selectFrom('codeVisit')
    .innerJoin('participantCode', 'participantCode.id', 'codeVisit.codeId')
    .where('codeVisit.sessionId', '=', sessionId)
    .orderBy('participantCode.code')
    .select('participantCode.code')
    .execute();
  const today = clock.today();
  const isOpen = recordingStatuses.includes(project.status) && project.tier !== 'individual';
  return {
    ...shownRow(row, today),
    registeredAt: row.registeredAt?.toISOString() ?? null,
    headcounts,
    codes: codes.map(({ code }) => code),
    hasBegun: row.heldOn <= today,
    abilities: {
      mayRegister: isOpen && mayRegisterSession(actor, project, row),
      mayPlan: planningStatuses.includes(project.status) && mayPlanSessions(actor, project),
    },
  };
}

/** Refuses planning where the tier knows no sessions or the project's status is closed for it. */
export function assertPlannable(project: ProjectPlace): void {
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!planningStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
}

/** Refuses a venue of another municipality and an organisation that is no partner of the project. */
export async function assertPlaces(
  em: EntityManager,
  project: ProjectPlace,
  { venueId, organisationId }: { venueId: string | null; organisationId: string | null },
): Promise<void> {
  if (organisationId !== null && !project.partnerOrganisationIds.includes(organisationId))
    throw participationProblems.unknownOrganisation();
  if (venueId === null) return;
  const venue = await reader(em)
    .selectFrom('venue')
    .where('id', '=', venueId)
    .where('municipalityId', '=', project.municipalityId)
    .select('id')
    .executeTakeFirst();
  if (!venue) throw participationProblems.unknownVenue();
}

/** Every day of a series, with the municipality's own school holidays and the public ones proposed as skips. */
export async function proposedDays(
  em: EntityManager,
  municipalityId: string,
  { rule, firstOn, lastOn }: { rule: string; firstOn: string; lastOn: string },
): Promise<ShownProposedDay[]> {
  if (!isRule(rule)) throw participationProblems.notARule();
  const holidays = await reader(em)
    .selectFrom('schoolHoliday')
    .where('municipalityId', '=', municipalityId)
    .where('lastOn', '>=', firstOn)
    .where('firstOn', '<=', lastOn)
    .orderBy('firstOn')
    .select(['firstOn as startsOn', 'lastOn as endsOn', 'nameDa', 'nameEn'])
    .execute();
  return proposeSeries({ rule, startsOn: firstOn, endsOn: lastOn, schoolHolidays: holidays });
}

/**
 * Makes a session's headcounts exactly these, in one statement; a count of 0 is no row. Nobody at all leaves no rows.
 */
export async function setHeadcounts(
  em: EntityManager,
  sessionId: string,
  headcounts: readonly HeadcountInput[],
): Promise<void> {
  const rows = headcounts.filter(({ personCount }) => personCount > 0);
  if (rows.length === 0) {
    await reader(em).deleteFrom('headcount').where('sessionId', '=', sessionId).execute();
    return;
  }
  const places = sql.join(rows.map(({ ageBand, gender }) => sql`(${ageBand}::text, ${gender}::text)`));
  const values = sql.join(
    rows.map(({ ageBand, gender, personCount }) => sql`(${sessionId}::uuid, ${ageBand}, ${gender}, ${personCount})`),
  );
  await sql`
    with gone as (
      delete from headcount where session_id = ${sessionId}::uuid and (age_band, gender) not in (${places})
    )
    insert into headcount (session_id, age_band, gender, person_count) values ${values}
    on conflict (session_id, age_band, gender) do update set person_count = excluded.person_count
  `.execute(reader(em));
}

/** Makes the cards shown at a session exactly these; a card the project has not issued, or has lost, is a field problem. */
export async function setCodeVisits(
  em: EntityManager,
  session: { id: string; projectId: string; heldOn: string },
  codes: readonly string[],
): Promise<void> {
  const db = reader(em);
  const cards =
    codes.length === 0
      ? []
      : await db
          .selectFrom('participantCode')
          .where('projectId', '=', session.projectId)
          .where('code', 'in', [...codes])
          .where((card) => card.or([card('lostOn', 'is', null), card('lostOn', '>', session.heldOn)]))
          .select(['id', 'code'])
          .execute();
  const known = new Set(cards.map(({ code }) => code));
  const unknown = codes.flatMap((code, index) =>
    known.has(code)
      ? []
      : [{ path: `registration.codes.${index}`, code: 'participation.unknownCode', params: { code } }],
  );
  if (unknown.length > 0) throw participationProblems.unknownCodes(unknown);
  const cardIds = cards.map(({ id }) => id);
  const gone = db.deleteFrom('codeVisit').where('sessionId', '=', session.id);
  await (cardIds.length === 0 ? gone : gone.where('codeId', 'not in', cardIds)).execute();
  if (cardIds.length === 0) return;
  await db
    .insertInto('codeVisit')
    .values(cardIds.map((codeId) => ({ id: crypto.randomUUID(), sessionId: session.id, codeId })))
    .onConflict((conflict) => conflict.columns(['sessionId', 'codeId']).doNothing())
    .execute();
}

/** Minutes after midnight on the Danish clock now. */
export const minuteNow = (clock: Clock): number => minuteOf(clock.now());
