import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { keptStatement } from '@forspring/database/kept-statement';
import type { Reader } from '@forspring/database/tables';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { Actor } from '@forspring/domain/people/actor';
import {
  mayPlanSessions,
  mayRegisterSession,
  mayRemoveSession,
  maySeeSession,
} from '@forspring/domain/participation/participation.abilities';
import { planningStatuses } from '@forspring/domain/participation/participation.rules';
import { isSameCount } from '@forspring/domain/participation/registered-session.rules';
import type { StoredEntry } from '@forspring/domain/participation/session-entry';
import { mergeEntries } from '@forspring/domain/participation/session-entry.rules';
import {
  type ShownSession,
  type ShownSessionChange,
  shownChangeCount,
} from '@forspring/domain/participation/shown-session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { isOpened, lockOn } from '@forspring/domain/projects/period-lock.rules';
import { mayRecord } from '@forspring/domain/projects/project.rules';
import type { Clock } from '../../kernel/clock.ts';
import { locksAsJson } from '../../kernel/period-locks.ts';
import { placeOfProject } from '../../kernel/project-place.ts';
import { sessionColumns, sessionRowsOf, shownRow } from './participation.store.ts';

/** An instant as JSON has it. */
const instantOf = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An entry with whom its device belongs to, which stays on the server. */
export type KeptEntry = StoredEntry & { byId: string | null };

const entries = sql<KeptEntry[]>`coalesce((
  select json_agg(json_build_object(
    'deviceId', entry.device_id, 'revision', entry.revision, 'counts', entry.counts,
    'firstTimeCount', entry.first_time_count, 'codes', entry.codes, 'facts', entry.facts,
    'byId', entry.by_id, 'byName', by_user.name, 'at', ${instantOf('entry.at')}
  ) order by entry.device_id)
  from session_entry as entry left join app_user as by_user on by_user.id = entry.by_id
  where entry.session_id = session.id
), '[]')`;

const headcounts = sql<ShownSession['headcounts']>`coalesce((
  select json_agg(json_build_object(
    'ageBand', age_band, 'gender', gender, 'fromMinute', from_minute, 'personCount', person_count
  ) order by age_band, gender, from_minute)
  from headcount where session_id = session.id
), '[]')`;

const codes = sql<string[]>`coalesce((
  select json_agg(card.code order by card.code)
  from code_visit join participant_code as card on card.id = code_visit.code_id
  where code_visit.session_id = session.id
), '[]')`;

const changes = sql<ShownSessionChange[]>`coalesce((
  select json_agg(json_build_object(
    'id', one.id, 'byName', by_user.name, 'at', ${instantOf('one.at')}, 'before', one.before, 'after', one.after
  ) order by one.at desc, one.id)
  from (
    select * from session_change where session_id = session.id order by at desc, id limit ${sql.lit(shownChangeCount)}
  ) as one left join app_user as by_user on by_user.id = one.by_id
), '[]')`;

/** Sessions with all that is registered about them: one statement, however many. */
export function fullSessions(db: Reader) {
  return sessionRowsOf(db)
    .leftJoin('series', 'series.id', 'session.seriesId')
    .leftJoin('intervention', 'intervention.id', 'project.interventionId')
    .leftJoin('appUser', 'appUser.id', 'session.registeredById')
    .select(sessionColumns)
    .select([
      'session.organisationId',
      'session.venueId',
      'session.seriesId',
      'session.movedFromOn',
      'session.moveReason',
      'series.kind as seriesKind',
      'session.note',
      'session.mood',
      'session.deliveredElements',
      'session.registeredAt',
      'series.timeBands',
      'intervention.coreElements',
      'project.tier',
      'project.usesCodes',
      'appUser.name as registeredByName',
      entries.as('entries'),
      headcounts.as('headcounts'),
      codes.as('codes'),
      changes.as('changes'),
      placeOfProject.as('place'),
      locksAsJson(
        { municipalityId: sql.ref('project.municipality_id'), projectId: sql.ref('project.id') },
        sql`session.held_on between lock.starts_on and lock.ends_on`,
      ).as('locks'),
      sql<boolean>`exists (select from promise_value where promise_value.project_id = project.id)`.as(
        'hasPromiseValues',
      ),
    ]);
}

export type FullSession = Awaited<ReturnType<ReturnType<typeof fullSessions>['executeTakeFirstOrThrow']>>;

/** A stored session as one person sees it on a day; null for whoever may not. */
export function shownTo(
  { actor, clock }: { actor: Actor; clock: Clock },
  { organisationId, seriesId, seriesKind, place: project, ...row }: FullSession,
): ShownSession | null {
  if (!maySeeSession(actor, project, { organisationId })) return null;
  const today = clock.today();
  const mayPlan = planningStatuses.includes(project.status) && mayPlanSessions(actor, project);
  const lock = lockOn(row.locks, [row.heldOn], today);
  const isRecording = mayRecord(project.status, isOpened(row.locks, row.heldOn, today));
  const isOpen = isRecording && project.tier !== 'individual' && lock === null;
  const shown = row.storedState === 'held' ? mergeEntries(row.entries).codes : [];
  return {
    ...shownRow(row, today),
    mood: row.mood as ShownSession['mood'],
    timeBands: row.timeBands ?? [],
    coreElements: row.coreElements ?? [],
    registeredAt: row.registeredAt?.toISOString() ?? null,
    unknownCodes: shown.filter((code) => !row.codes.includes(code)),
    changes: row.changes.filter(({ before, after }) => !isSameCount(before, after)),
    hasBegun: row.heldOn <= today,
    // Where several periods lie over the evening, the one that closes it is told.
    lock: lock ?? row.locks[0] ?? null,
    abilities: {
      mayRegister: isOpen && mayRegisterSession(actor, project, { organisationId }),
      mayPlan,
      mayRemove:
        row.storedState === 'planned' &&
        (seriesKind === 'onDemand'
          ? isOpen && mayRemoveSession(actor, project, { organisationId, isOpenedOnSpot: true })
          : seriesId === null && mayPlan),
    },
  };
}

const findFull = keptStatement<{ sessionId: string }, FullSession>('full-session', (db, value) =>
  fullSessions(db).where('session.id', '=', value('sessionId')).compile(),
);

/** A session as it is stored, for whoever has been asked already whether they may; null when there is none. */
export async function findFullSession(em: EntityManager, sessionId: string): Promise<FullSession | null> {
  const [row] = await findFull(em, { sessionId });
  return row ?? null;
}

/** One session with all that is registered about it; missing for whoever may not see it. */
export async function findShownSession(
  em: EntityManager,
  viewer: { actor: Actor; clock: Clock },
  sessionId: string,
): Promise<ShownSession> {
  const row = await findFullSession(em, sessionId);
  const shown = row ? shownTo(viewer, row) : null;
  if (!shown) throw commonProblems.missing();
  return shown;
}

const findVersion = keptStatement<{ sessionId: string }, { organisationId: string | null; version: number }>(
  'session-version',
  (db, value) =>
    db.selectFrom('session').where('id', '=', value('sessionId')).select(['organisationId', 'version']).compile(),
);

/** A number that rises with everything that is registered about a session; missing for whoever may not see it. */
export async function findSessionVersion(
  em: EntityManager,
  { actor, project }: { actor: Actor; project: ProjectPlace },
  sessionId: string,
): Promise<number> {
  const [row] = await findVersion(em, { sessionId });
  if (!row || !maySeeSession(actor, project, row)) throw commonProblems.missing();
  return row.version;
}
