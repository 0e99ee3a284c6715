import { proposeSeries } from '@forspring/calendar/propose-series';
import { isRule } from '@forspring/calendar/recurrence';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Reader } from '@forspring/database/tables';
import { minuteOf } from '@forspring/domain/measures/day';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { planningStatuses, shownStateOf } from '@forspring/domain/participation/participation.rules';
import type { ShownSessionRow } from '@forspring/domain/participation/shown-session';
import type { ShownProposedDay } from '@forspring/domain/participation/series';
import type { ProjectPlace } from '@forspring/domain/projects/project';
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
  return sessionRowsOf(reader(em));
}

/** As {@link sessionRows}, for a statement that is kept. */
export function sessionRowsOf(db: Reader) {
  return db
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

/** Minutes after midnight on the Danish clock now. */
export const minuteNow = (clock: Clock): number => minuteOf(clock.now());
