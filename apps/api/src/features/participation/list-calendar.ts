import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { CalendarAsk, CalendarSession, ShownCalendar } from '@forspring/domain/participation/calendar';
import { clashesAmong, proposalStatuses, releasedStatuses } from '@forspring/domain/participation/calendar.rules';
import { shownStateOf } from '@forspring/domain/participation/participation.rules';
import { municipalitiesOf } from '@forspring/domain/people/actor';
import type { SignedInContext } from '../../kernel/context.ts';
import {
  bookingsAt,
  calendarRows,
  clashOf,
  findScopeMunicipality,
  holidaysBetween,
  isOwn,
  isSeen,
} from './calendar.store.ts';

/** How far from the days shown a project or venue may have its sessions and still be one to choose. */
const choiceDays = 200;

/** The sessions of some days: one's own, a project's, or all at a venue, where others' are only times that are taken. */
export async function listCalendar(ctx: SignedInContext, ask: CalendarAsk): Promise<ShownCalendar> {
  const { em, actor, clock } = ctx;
  const { firstOn, lastOn, projectId, venueId } = ask;
  const today = clock.today();
  const municipalityId = await findScopeMunicipality(em, actor, ask);
  const all = calendarRows(em, actor, firstOn, lastOn);
  const rows =
    projectId !== null
      ? await all.where('session.projectId', '=', projectId).execute()
      : venueId !== null
        ? await all.where('session.venueId', '=', venueId).execute()
        : await all.where((session) => isOwn(actor)(session as never)).execute();
  // What was planned after a project was stopped will not take place.
  const standing = rows.filter(
    ({ status, storedState, heldOn }) =>
      !(releasedStatuses.includes(status) && storedState === 'planned' && heldOn >= today),
  );
  const seen = standing.filter((row) => row.isSeen === true);
  const inDays = ({ heldOn }: { heldOn: string }) => firstOn <= heldOn && heldOn <= lastOn;

  const venueIds = [...new Set(seen.flatMap((row) => row.venueId ?? []))];
  const bookings = await bookingsAt(em, actor, venueIds, firstOn, lastOn);
  const clashes = clashesAmong(bookings);
  const sessions = seen.filter(inDays).map((row): CalendarSession => ({
    id: row.id,
    projectId: row.projectId,
    projectTitle: row.projectTitle,
    title: row.title,
    onDay: row.heldOn,
    startMinute: row.startMinute,
    endMinute: row.endMinute,
    venueName: row.venueName,
    organisationName: row.organisationName,
    state: shownStateOf(row.storedState, row.heldOn, today),
    isProposal: proposalStatuses.includes(row.status),
    isExtra: row.seriesId === null,
    movedFromOn: row.movedFromOn,
    moveReason: row.moveReason,
    cancelledBy: row.cancelledBy,
    cancelReason: row.cancelReason,
    clashes: (clashes.get(row.id) ?? []).map(clashOf),
  }));
  return {
    sessions,
    movedAway: seen.flatMap(({ id, title, movedFromOn, heldOn }) =>
      movedFromOn !== null && firstOn <= movedFromOn && movedFromOn <= lastOn
        ? [{ sessionId: id, title, onDay: movedFromOn, toOn: heldOn }]
        : [],
    ),
    taken: standing
      .filter((row) => row.isSeen !== true && row.storedState !== 'cancelled' && inDays(row))
      .map(({ heldOn, startMinute, endMinute }) => ({ onDay: heldOn, startMinute, endMinute })),
    holidays: await holidaysBetween(
      em,
      municipalityId === null ? municipalitiesOf(actor, ...workingRoles) : [municipalityId],
      firstOn,
      lastOn,
    ),
    ...(await choicesOf(ctx, ask)),
  };
}

const workingRoles = ['owner', 'partner', 'committeeMember', 'coordinator', 'dataProtectionOfficer'] as const;

/** The projects and venues with sessions the person may see around these days, and the one chosen. */
async function choicesOf(
  { em, actor }: SignedInContext,
  { firstOn, lastOn, projectId, venueId }: CalendarAsk,
): Promise<Pick<ShownCalendar, 'projects' | 'venues'>> {
  const rows = await reader(em)
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .leftJoin('venue', 'venue.id', 'session.venueId')
    .where((session) => session.between('session.heldOn', addDays(firstOn, -choiceDays), addDays(lastOn, choiceDays)))
    .where('project.status', '!=', 'rejected')
    .where((session) => isSeen(actor)(session as never))
    .select(['project.id', 'project.title', 'project.year', 'venue.id as venueId', 'venue.name as venueName'])
    .distinct()
    .execute();
  const projects = new Map(rows.map(({ id, title, year }) => [id, { id, name: title, year }]));
  const venues = new Map(
    rows.flatMap((row) =>
      row.venueId === null || row.venueName === null
        ? []
        : [[row.venueId, { id: row.venueId, name: row.venueName }] as const],
    ),
  );
  if (venueId !== null && !venues.has(venueId)) {
    const chosen = await reader(em).selectFrom('venue').where('id', '=', venueId).select(['id', 'name']).execute();
    for (const one of chosen) venues.set(one.id, one);
  }
  if (projectId !== null && !projects.has(projectId)) {
    const chosen = await reader(em)
      .selectFrom('project')
      .where('id', '=', projectId)
      .select(['id', 'title as name', 'year'])
      .execute();
    for (const one of chosen) projects.set(one.id, one);
  }
  const byName = (a: { name: string }, b: { name: string }) => (danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1);
  return { projects: [...projects.values()].toSorted(byName), venues: [...venues.values()].toSorted(byName) };
}
