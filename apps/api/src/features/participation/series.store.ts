import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ProgrammeSession, SeriesPlan, ShownProposedDay } from '@forspring/domain/participation/series';
import { changeOfProgramme, changeOfSeries, type SeriesSession } from '@forspring/domain/participation/series.rules';

/** Which series of which project sessions are written for, and the day it is done. */
interface Place {
  seriesId: string;
  projectId: string;
  today: string;
}

/** How many sessions came and went. */
export interface SessionsChanged {
  addedCount: number;
  removedCount: number;
}

/** The sessions of a series as an edit of it sees them. */
export async function sessionsOfSeries(em: EntityManager, seriesId: string): Promise<SeriesSession[]> {
  const rows = await reader(em)
    .selectFrom('session')
    .where('seriesId', '=', seriesId)
    .select(['id', 'heldOn', 'movedFromOn', 'state'])
    .orderBy('heldOn')
    .execute();
  return rows.map(({ state, ...session }) => ({ ...session, isRegistered: state !== 'planned' }));
}

/** What every planned session of a series takes from it. */
const sharedColumns = ({ organisationId, countUnit }: SeriesPlan) => ({ organisationId, countUnit });
const ownColumns = ({ title, venueId, startMinute, endMinute }: SeriesPlan) => ({
  title,
  venueId,
  startMinute,
  endMinute,
});

/** Makes the planned sessions ahead what a rule says; moved ones stay where they were moved to. */
export async function followRule(
  em: EntityManager,
  { seriesId, projectId, today }: Place,
  plan: SeriesPlan,
  wanted: readonly string[],
  sessions: readonly SeriesSession[],
): Promise<SessionsChanged> {
  const db = reader(em);
  const change = changeOfSeries(sessions, wanted, today);
  await removeSessions(em, change.remove);
  if (change.change.length > 0)
    await db
      .updateTable('session')
      .set((session) => ({ ...sharedColumns(plan), ...ownColumns(plan), version: session('version', '+', 1) }))
      .where('id', 'in', change.change)
      .execute();
  if (change.changeMoved.length > 0)
    await db
      .updateTable('session')
      .set((session) => ({ ...sharedColumns(plan), title: plan.title, version: session('version', '+', 1) }))
      .where('id', 'in', change.changeMoved)
      .execute();
  if (change.add.length > 0)
    await db
      .insertInto('session')
      .values(
        change.add.map((heldOn) => ({
          ...sharedColumns(plan),
          ...ownColumns(plan),
          id: randomUUID(),
          projectId,
          seriesId,
          heldOn,
          state: 'planned' as const,
        })),
      )
      .execute();
  return { addedCount: change.add.length, removedCount: change.remove.length };
}

/** Makes the planned sessions ahead what a programme says, each with its own day, times and name. */
export async function followProgramme(
  em: EntityManager,
  { seriesId, projectId, today }: Place,
  plan: SeriesPlan,
  sessions: readonly SeriesSession[],
): Promise<SessionsChanged> {
  const db = reader(em);
  const wanted = new Map(plan.programme.map((one) => [one.id, one]));
  const change = changeOfProgramme(sessions, [...wanted.keys()], today);
  const columnsOf = (one: ProgrammeSession) => ({
    ...sharedColumns(plan),
    title: one.title ?? plan.title,
    venueId: plan.venueId,
    heldOn: one.onDay,
    startMinute: one.startMinute,
    endMinute: one.endMinute,
  });
  await removeSessions(em, change.remove);
  for (const id of change.set) {
    const one = wanted.get(id);
    if (one === undefined) continue;
    const isSameDay = sessions.some((session) => session.id === id && session.heldOn === one.onDay);
    await db
      .updateTable('session')
      .set((session) => ({
        ...columnsOf(one),
        // Planned for another day from the start is not moved.
        ...(isSameDay ? {} : { movedFromOn: null, moveReason: '' }),
        version: session('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }
  const added = change.add.flatMap((id) => wanted.get(id) ?? []);
  if (added.length > 0)
    await db
      .insertInto('session')
      .values(added.map((one) => ({ ...columnsOf(one), id: one.id, projectId, seriesId, state: 'planned' as const })))
      .execute();
  return { addedCount: added.length, removedCount: change.remove.length };
}

/** Who registers and what is counted follows the series also where sessions are opened on the spot. */
export async function followOnDemand(
  em: EntityManager,
  { today }: Place,
  plan: SeriesPlan,
  sessions: readonly SeriesSession[],
): Promise<SessionsChanged> {
  const ahead = sessions.filter(({ isRegistered, heldOn }) => !isRegistered && heldOn >= today).map(({ id }) => id);
  if (ahead.length > 0)
    await reader(em)
      .updateTable('session')
      .set((session) => ({ ...sharedColumns(plan), title: plan.title, version: session('version', '+', 1) }))
      .where('id', 'in', ahead)
      .execute();
  return { addedCount: 0, removedCount: 0 };
}

async function removeSessions(em: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await reader(em)
      .deleteFrom('session')
      .where('id', 'in', [...ids])
      .execute();
}

/** Makes a series' skips exactly those of its plan, named after the holiday they fall on. */
export async function setSkips(
  em: EntityManager,
  seriesId: string,
  plan: SeriesPlan,
  days: readonly ShownProposedDay[],
): Promise<void> {
  const db = reader(em);
  await db.deleteFrom('skip').where('seriesId', '=', seriesId).execute();
  const proposals = new Map(days.map(({ on, skip }) => [on, skip]));
  // A day the rule does not name is not skipped: it was never to be.
  const named = new Map(plan.skips.filter(({ onDay }) => proposals.has(onDay)).map((one) => [one.onDay, one]));
  if (named.size === 0) return;
  await db
    .insertInto('skip')
    .values(
      [...named.values()].map(({ onDay, reason }) => {
        const proposal = proposals.get(onDay) ?? null;
        return {
          id: randomUUID(),
          seriesId,
          onDay,
          kind: proposal?.kind ?? ('chosen' as const),
          reason: proposal?.nameDa ?? reason ?? '',
        };
      }),
    )
    .execute();
}
