import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { Series } from '@forspring/database/participation/series.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { SeriesPlan, ShownProposedDay } from '@forspring/domain/participation/series';
import { changeOfSeries, type SeriesSession } from '@forspring/domain/participation/series.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { findSeries } from './list-series.ts';
import { assertPlaces, assertPlannable, proposedDays } from './participation.store.ts';

type Context = CommandContext & { project: ProjectPlace };

/** What adding, setting and removing a series answer: the series, and how many sessions came and went. */
export interface SeriesResult {
  seriesId: string;
  addedCount: number;
  removedCount: number;
}

/** Adds a series with its skips and planned sessions. */
export async function addSeries(ctx: Context, { id, ...plan }: SeriesPlan & { id: string }): Promise<SeriesResult> {
  const { em, project } = ctx;
  const days = await plannedDays(ctx, plan);
  const taken = await reader(em).selectFrom('series').where('id', '=', id).select('id').executeTakeFirst();
  if (taken) throw commonProblems.commandReused();
  em.create(Series, { ...columnsOf(plan), id, projectId: project.projectId, version: 1 }, { persist: true });
  await em.flush();
  return follow(ctx, id, plan, days, []);
}

/** Changes a series; what is registered and what is past stays as it is, planned sessions ahead follow the new plan. */
export async function setSeries(
  ctx: Context,
  { seriesId, baseVersion, ...plan }: SeriesPlan & { seriesId: string; baseVersion: number },
): Promise<SeriesResult> {
  const { em } = ctx;
  const series = await em.findOne(Series, { id: seriesId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!series) throw commonProblems.missing();
  await countUp(series, baseVersion, () => findSeries(em, seriesId));
  const days = await plannedDays(ctx, plan);
  Object.assign(series, columnsOf(plan));
  await em.flush();
  const sessions = await reader(em)
    .selectFrom('session')
    .where('seriesId', '=', seriesId)
    .select(['id', 'heldOn', 'state'])
    .orderBy('heldOn')
    .execute();
  return follow(
    ctx,
    seriesId,
    plan,
    days,
    sessions.map(({ id, heldOn, state }) => ({ id, heldOn, isRegistered: state !== 'planned' })),
  );
}

/** Removes a series nobody has met in yet. One with past or registered sessions is shortened instead. */
export async function removeSeries(ctx: Context, { seriesId }: { seriesId: string }): Promise<SeriesResult> {
  const { em, project, clock } = ctx;
  assertPlannable(project);
  const series = await em.findOne(Series, { id: seriesId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!series) throw commonProblems.missing();
  const db = reader(em);
  const sessions = await db
    .selectFrom('session')
    .where('seriesId', '=', seriesId)
    .select(['heldOn', 'state'])
    .execute();
  if (sessions.some(({ heldOn, state }) => state !== 'planned' || heldOn < clock.today()))
    throw participationProblems.seriesInUse();
  await db.deleteFrom('session').where('seriesId', '=', seriesId).execute();
  await db.deleteFrom('skip').where('seriesId', '=', seriesId).execute();
  await db.deleteFrom('series').where('id', '=', seriesId).execute();
  await changeFigures(em, project.projectId, { plannedCount: -sessions.length });
  leaveTrace(ctx, 'removeSeries', seriesId, []);
  return { seriesId, addedCount: 0, removedCount: sessions.length };
}

/** What a series is stored as; its skips are rows of their own. */
function columnsOf(plan: SeriesPlan): Omit<SeriesPlan, 'skips'> {
  const { title, rule, firstOn, lastOn, startMinute, endMinute, venueId, organisationId, countUnit, expectedCount } =
    plan;
  return { title, rule, firstOn, lastOn, startMinute, endMinute, venueId, organisationId, countUnit, expectedCount };
}

/** The days of a plan that is allowed; a plan without any day is a problem. */
async function plannedDays(ctx: Context, plan: SeriesPlan): Promise<ShownProposedDay[]> {
  assertPlannable(ctx.project);
  await assertPlaces(ctx.em, ctx.project, plan);
  const days = await proposedDays(ctx.em, ctx.project.municipalityId, plan);
  const skipped = new Set(plan.skips.map(({ onDay }) => onDay));
  if (days.every(({ on }) => skipped.has(on))) throw participationProblems.noDays();
  return days;
}

/** Writes skips and sessions so that they are what the plan says, and keeps the figures. */
async function follow(
  ctx: Context,
  seriesId: string,
  plan: SeriesPlan,
  days: readonly ShownProposedDay[],
  sessions: readonly SeriesSession[],
): Promise<SeriesResult> {
  const { em, project, clock } = ctx;
  const db = reader(em);
  await setSkips(em, seriesId, plan, days);
  const skipped = new Set(plan.skips.map(({ onDay }) => onDay));
  const wanted = days.map(({ on }) => on).filter((on) => !skipped.has(on));
  const change = changeOfSeries(sessions, wanted, clock.today());
  const columns = {
    title: plan.title,
    venueId: plan.venueId,
    organisationId: plan.organisationId,
    startMinute: plan.startMinute,
    endMinute: plan.endMinute,
    countUnit: plan.countUnit,
  };
  if (change.remove.length > 0) await db.deleteFrom('session').where('id', 'in', change.remove).execute();
  if (change.change.length > 0)
    await db
      .updateTable('session')
      .set((session) => ({ ...columns, version: session('version', '+', 1) }))
      .where('id', 'in', change.change)
      .execute();
  if (change.add.length > 0)
    await db
      .insertInto('session')
      .values(
        change.add.map((heldOn) => ({
          ...columns,
          id: randomUUID(),
          projectId: project.projectId,
          seriesId,
          heldOn,
          state: 'planned' as const,
        })),
      )
      .execute();
  await changeFigures(em, project.projectId, { plannedCount: change.add.length - change.remove.length });
  leaveTrace(ctx, sessions.length === 0 ? 'addSeries' : 'setSeries', seriesId, Object.keys(plan));
  return { seriesId, addedCount: change.add.length, removedCount: change.remove.length };
}

async function setSkips(
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

function leaveTrace({ audit, project }: Context, action: string, seriesId: string, changed: string[]): void {
  audit.leave({
    action,
    subjectKind: 'series',
    subjectId: seriesId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
}
