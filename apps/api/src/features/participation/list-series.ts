import { sql } from 'kysely';
import { publicHolidays } from '@forspring/calendar/holidays';
import type { EntityManager } from '@forspring/database/open-database';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import { reader } from '@forspring/database/reader';
import { yearOf } from '@forspring/domain/measures/day';
import { danishSortKey } from '@forspring/domain/measures/sort';
import { mayPlanSessions } from '@forspring/domain/participation/participation.abilities';
import { planningStatuses } from '@forspring/domain/participation/participation.rules';
import type { ShownSeries, ShownSeriesList } from '@forspring/domain/participation/series';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';

/** The series of a project with their skips, and what a new one can choose between. */
export async function listSeries({
  em,
  actor,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownSeriesList> {
  const db = reader(em);
  const rows = await seriesRows(em).where('series.projectId', '=', project.projectId).execute();
  const ids = rows.map(({ id }) => id);
  const parts = { skips: await skipsOf(em, ids), sessions: await ownSessionsOf(em, ids) };
  const [period, venues, organisations] = [
    await db
      .selectFrom('project')
      .where('id', '=', project.projectId)
      .select(['startsOn', 'endsOn'])
      .executeTakeFirstOrThrow(),
    await db.selectFrom('venue').where('municipalityId', '=', project.municipalityId).select(['id', 'name']).execute(),
    await db
      .selectFrom('partner')
      .innerJoin('organisation', 'organisation.id', 'partner.organisationId')
      .where('partner.projectId', '=', project.projectId)
      .select(['organisation.id', 'organisation.name'])
      .execute(),
  ];
  const bySortKey = (a: { name: string }, b: { name: string }) =>
    danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1;
  return {
    series: rows.map((row) => shownSeriesOf(row, parts)),
    venues: venues.toSorted(bySortKey),
    organisations: organisations.toSorted(bySortKey),
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    abilities: {
      mayPlan:
        mayPlanSessions(actor, project) && planningStatuses.includes(project.status) && project.tier !== 'individual',
    },
  };
}

/** One series as it is stored now; for showing both versions when two people edited it. */
export async function findSeries(em: EntityManager, seriesId: string): Promise<ShownSeries> {
  const row = await seriesRows(em).where('series.id', '=', seriesId).executeTakeFirstOrThrow();
  const ids = [seriesId];
  return shownSeriesOf(row, { skips: await skipsOf(em, ids), sessions: await ownSessionsOf(em, ids) });
}

function seriesRows(em: EntityManager) {
  return reader(em)
    .selectFrom('series')
    .leftJoin('venue', 'venue.id', 'series.venueId')
    .leftJoin('organisation', 'organisation.id', 'series.organisationId')
    .select([
      'series.id',
      'series.title',
      'series.kind',
      'series.rule',
      'series.firstOn',
      'series.lastOn',
      'series.startMinute',
      'series.endMinute',
      'series.venueId',
      'venue.name as venueName',
      'series.organisationId',
      'organisation.name as organisationName',
      'series.countUnit',
      'series.expectedCount',
      'series.version',
      sql<number>`(
        select coalesce(sum(session_count), 0)::int from (${countedSessions}) as counted
        where series_id = series.id
      )`.as('sessionCount'),
      sql<number>`(
        select coalesce(sum(session_count), 0)::int from (${countedSessions}) as counted
        where series_id = series.id and state <> 'planned'
      )`.as('registeredCount'),
    ])
    .orderBy('series.firstOn')
    .orderBy('series.title');
}

/** Skipped days of several series in one query, with the English name of the school holiday they lie in. */
async function skipsOf(em: EntityManager, seriesIds: readonly string[]) {
  if (seriesIds.length === 0) return [];
  return reader(em)
    .selectFrom('skip')
    .innerJoin('series', 'series.id', 'skip.seriesId')
    .innerJoin('project', 'project.id', 'series.projectId')
    .leftJoin('schoolHoliday', (join) =>
      join
        .onRef('schoolHoliday.municipalityId', '=', 'project.municipalityId')
        .onRef('schoolHoliday.firstOn', '<=', 'skip.onDay')
        .onRef('schoolHoliday.lastOn', '>=', 'skip.onDay'),
    )
    .where('skip.seriesId', 'in', [...seriesIds])
    .distinctOn(['skip.seriesId', 'skip.onDay'])
    .orderBy('skip.seriesId')
    .orderBy('skip.onDay')
    .select(['skip.seriesId', 'skip.onDay', 'skip.kind', 'skip.reason', 'schoolHoliday.nameEn'])
    .execute();
}

type SeriesRow = Awaited<ReturnType<ReturnType<typeof seriesRows>['executeTakeFirstOrThrow']>>;
interface SeriesParts {
  skips: Awaited<ReturnType<typeof skipsOf>>;
  sessions: Awaited<ReturnType<typeof ownSessionsOf>>;
}

/** Sessions that are more than what the rule says: those of programmes, and those that were moved. */
async function ownSessionsOf(em: EntityManager, seriesIds: readonly string[]) {
  if (seriesIds.length === 0) return [];
  return reader(em)
    .selectFrom('session')
    .innerJoin('series', 'series.id', 'session.seriesId')
    .where('session.seriesId', 'in', [...seriesIds])
    .where((session) => session.or([session('series.kind', '=', 'programme'), session('movedFromOn', 'is not', null)]))
    .orderBy('session.heldOn')
    .orderBy('session.startMinute')
    .select([
      'session.id',
      'session.seriesId',
      'session.title',
      'session.heldOn',
      'session.startMinute',
      'session.endMinute',
      'session.movedFromOn',
      'session.moveReason',
      'session.state',
    ])
    .execute();
}

function shownSeriesOf(
  { sessionCount, registeredCount, ...row }: SeriesRow,
  { skips, sessions }: SeriesParts,
): ShownSeries {
  const own = sessions.filter(({ seriesId }) => seriesId === row.id);
  return {
    ...row,
    sessionCount: sessionCount ?? 0,
    registeredCount: registeredCount ?? 0,
    skips: skips
      .filter(({ seriesId }) => seriesId === row.id)
      .map(({ onDay, kind, reason, nameEn }) => {
        const holiday = publicHolidays(yearOf(onDay)).find((one) => one.on === onDay);
        const english = kind === 'chosen' ? reason : kind === 'publicHoliday' ? holiday?.nameEn : nameEn;
        return { onDay, kind, reasonDa: reason, reasonEn: english ?? reason };
      }),
    moves: own.flatMap(({ id, movedFromOn, heldOn, moveReason }) =>
      movedFromOn === null ? [] : [{ sessionId: id, fromOn: movedFromOn, toOn: heldOn, reason: moveReason }],
    ),
    programme:
      row.kind === 'programme'
        ? own.map(({ id, title, heldOn, startMinute, endMinute, state }) => ({
            id,
            onDay: heldOn,
            startMinute,
            endMinute,
            title: title === row.title ? '' : title,
            isRegistered: state !== 'planned',
          }))
        : [],
  };
}
