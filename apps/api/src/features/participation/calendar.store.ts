import { type ExpressionBuilder, sql } from 'kysely';
import { publicHolidays } from '@forspring/calendar/holidays';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Tables } from '@forspring/database/tables';
import { addDays, yearOf } from '@forspring/domain/measures/day';
import { commonProblems } from '@forspring/domain/measures/problem';
import { type Actor, placesOf } from '@forspring/domain/people/actor';
import { type Booking, releasedStatuses } from '@forspring/domain/participation/calendar.rules';
import type { CalendarHoliday, Clash } from '@forspring/domain/participation/calendar';
import { maySeeSessions, maySeeVenue } from '@forspring/domain/participation/participation.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { mayFindProject } from '@forspring/domain/projects/project.abilities';
import { findProjectPlace } from '../../kernel/project-place.ts';

type Builder = ExpressionBuilder<Tables, 'session' | 'project'>;

/** A partner's own sessions: those of its organisation, while that registers in the project. */
function isPartnersOwn(actor: Actor, session: Builder) {
  return session.and([
    session('session.organisationId', '=', sql<string>`any(${placesOf(actor, 'partner')}::uuid[])`),
    session.exists(
      session
        .selectFrom('partner')
        .whereRef('partner.projectId', '=', 'session.projectId')
        .whereRef('partner.organisationId', '=', 'session.organisationId')
        .where('partner.registers', '=', true)
        .select('partner.id'),
    ),
  ]);
}

/** The sessions a person may see, as `maySeeSession` says it of one: the project's own people all, a partner its own. */
export function isSeen(actor: Actor) {
  const municipalities = [...placesOf(actor, 'coordinator'), ...placesOf(actor, 'dataProtectionOfficer')];
  return (session: Builder) =>
    session.or([
      session('project.municipalityId', '=', sql<string>`any(${municipalities}::uuid[])`),
      isWithin(actor, session),
    ]);
}

function isWithin(actor: Actor, session: Builder) {
  return session.or([
    session('session.projectId', '=', sql<string>`any(${placesOf(actor, 'owner')}::uuid[])`),
    session('project.bodyId', '=', sql<string>`any(${placesOf(actor, 'committeeMember')}::uuid[])`),
    isPartnersOwn(actor, session),
  ]);
}

/** A person's own sessions: their projects', their bodies', their organisation's; a coordinator who has none of these has the municipality's. */
export function isOwn(actor: Actor) {
  const isCoordinatorOnly = !actor.memberships.some(({ role }) => /^(owner|committeeMember|partner)$/.test(role));
  const municipalities = isCoordinatorOnly ? placesOf(actor, 'coordinator') : [];
  return (session: Builder) =>
    session.or([
      session('project.municipalityId', '=', sql<string>`any(${municipalities}::uuid[])`),
      isWithin(actor, session),
    ]);
}

/** What a calendar is about; one's own sessions when both are null. */
export interface CalendarScope {
  projectId: string | null;
  venueId: string | null;
}

/** The municipality of a project or venue a person may look at the calendar of; missing for everybody else. */
export async function findScopeMunicipality(
  em: EntityManager,
  actor: Actor,
  { projectId, venueId }: CalendarScope,
): Promise<string | null> {
  if (projectId !== null) {
    const project = await findProjectPlace(em, projectId);
    if (!project || !maySeeCalendarOf(actor, project)) throw commonProblems.missing();
    return project.municipalityId;
  }
  if (venueId === null) return null;
  const venue = await reader(em)
    .selectFrom('venue')
    .where('id', '=', venueId)
    .select('municipalityId')
    .executeTakeFirst();
  if (!venue || !maySeeVenue(actor, venue.municipalityId)) throw commonProblems.missing();
  return venue.municipalityId;
}

/** Whoever may find a project and see sessions in it may see its calendar; which sessions is asked of each. */
const maySeeCalendarOf = (actor: Actor, project: ProjectPlace) =>
  mayFindProject(actor, project) && maySeeSessions(actor, project);

/** Sessions of some days, those moved away from them included, with whether the person may see each. */
export function calendarRows(em: EntityManager, actor: Actor, firstOn: string, lastOn: string) {
  return reader(em)
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .leftJoin('venue', 'venue.id', 'session.venueId')
    .leftJoin('organisation', 'organisation.id', 'session.organisationId')
    .where((session) =>
      session.or([
        session.between('session.heldOn', firstOn, lastOn),
        session.between('session.movedFromOn', firstOn, lastOn),
      ]),
    )
    .where('project.status', '!=', 'rejected')
    .orderBy('session.heldOn')
    .orderBy('session.startMinute')
    .orderBy('session.id')
    .select([
      'session.id',
      'session.projectId',
      'session.seriesId',
      'session.venueId',
      'session.title',
      'session.heldOn',
      'session.startMinute',
      'session.endMinute',
      'session.state as storedState',
      'session.movedFromOn',
      'session.moveReason',
      'session.cancelledBy',
      'session.cancelReason',
      'session.version',
      'project.title as projectTitle',
      'project.year',
      'project.status',
      'venue.name as venueName',
      'venue.address as venueAddress',
      'organisation.name as organisationName',
    ])
    .select((session) => isSeen(actor)(session as unknown as Builder).as('isSeen'));
}

/** A booking of a venue, with its names for whoever may see it. */
export interface VenueBooking extends Booking {
  seriesId: string | null;
  venueName: string;
  title: string;
  projectTitle: string;
  isSeen: boolean;
}

/** Everything booked at some venues around some days, whoever it belongs to; what is cancelled, turned down or stopped is no booking. */
export async function bookingsAt(
  em: EntityManager,
  actor: Actor,
  venueIds: readonly string[],
  firstOn: string,
  lastOn: string,
): Promise<VenueBooking[]> {
  if (venueIds.length === 0) return [];
  const rows = await reader(em)
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .innerJoin('venue', 'venue.id', 'session.venueId')
    .where('session.venueId', 'in', [...venueIds])
    // A session of the day before may last into the first day.
    .where((session) => session.between('session.heldOn', addDays(firstOn, -1), addDays(lastOn, 1)))
    .where('session.state', '!=', 'cancelled')
    .where('project.status', 'not in', [...releasedStatuses])
    .orderBy('session.heldOn')
    .orderBy('session.startMinute')
    .select([
      'session.id',
      'session.seriesId',
      'session.venueId',
      'session.title',
      'session.heldOn as onDay',
      'session.startMinute',
      'session.endMinute',
      'project.title as projectTitle',
      'venue.name as venueName',
    ])
    .select((session) => isSeen(actor)(session as unknown as Builder).as('isSeen'))
    .execute();
  return rows.map((row) => ({ ...row, isSeen: row.isSeen === true }));
}

/** A booking as it is pointed out to somebody: whose it is only when they may see it. */
export function clashOf({
  onDay,
  startMinute,
  endMinute,
  venueName,
  title,
  projectTitle,
  isSeen,
}: VenueBooking): Clash {
  const names = isSeen ? { title, projectTitle } : { title: null, projectTitle: null };
  return { onDay, startMinute, endMinute, venueName, ...names };
}

/** Public holidays and the school holidays of municipalities that touch some days, by name; the same holiday in two municipalities once. */
export async function holidaysBetween(
  em: EntityManager,
  municipalityIds: readonly string[],
  firstOn: string,
  lastOn: string,
): Promise<CalendarHoliday[]> {
  const years = [...new Set([yearOf(firstOn), yearOf(lastOn)])];
  const publicOnes = years
    .flatMap((year) => publicHolidays(year))
    .filter(({ on }) => firstOn <= on && on <= lastOn)
    .map(({ on, nameDa, nameEn }) => ({ firstOn: on, lastOn: on, nameDa, nameEn, kind: 'publicHoliday' as const }));
  if (municipalityIds.length === 0) return publicOnes;
  const schoolOnes = await reader(em)
    .selectFrom('schoolHoliday')
    .where('municipalityId', 'in', [...municipalityIds])
    .where('lastOn', '>=', firstOn)
    .where('firstOn', '<=', lastOn)
    .select(['firstOn', 'lastOn', 'nameDa', 'nameEn'])
    .distinct()
    .orderBy('firstOn')
    .execute();
  return [...publicOnes, ...schoolOnes.map((one) => ({ ...one, kind: 'schoolHoliday' as const }))];
}
