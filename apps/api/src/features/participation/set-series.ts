import { LockMode } from '@mikro-orm/core';
import { Series } from '@forspring/database/participation/series.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { SeriesPlan, ShownProposedDay } from '@forspring/domain/participation/series';
import type { SeriesSession } from '@forspring/domain/participation/series.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { keepExpectation } from './expectation.store.ts';
import { findSeries } from './list-series.ts';
import { assertPlaces, assertPlannable, proposedDays } from './participation.store.ts';
import { followOnDemand, followProgramme, followRule, sessionsOfSeries, setSkips } from './series.store.ts';

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
  return follow(ctx, 'addSeries', id, plan, days, []);
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
  if (series.kind !== plan.kind) throw participationProblems.kindIsFixed();
  const days = await plannedDays(ctx, plan);
  await keepExpectation(em, series, plan.expectedCount, ctx.clock.today());
  Object.assign(series, columnsOf(plan));
  await em.flush();
  return follow(ctx, 'setSeries', seriesId, plan, days, await sessionsOfSeries(em, seriesId));
}

/** Removes a series nobody has met in yet. One with past or registered sessions is shortened instead. */
export async function removeSeries(ctx: Context, { seriesId }: { seriesId: string }): Promise<SeriesResult> {
  const { em, project, clock } = ctx;
  assertPlannable(project);
  const series = await em.findOne(Series, { id: seriesId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!series) throw commonProblems.missing();
  const db = reader(em);
  const sessions = await sessionsOfSeries(em, seriesId);
  if (sessions.some(({ isRegistered, heldOn }) => isRegistered || heldOn < clock.today()))
    throw participationProblems.seriesInUse();
  await db.deleteFrom('session').where('seriesId', '=', seriesId).execute();
  await db.deleteFrom('skip').where('seriesId', '=', seriesId).execute();
  await db.deleteFrom('series').where('id', '=', seriesId).execute();
  await changeFigures(em, project.projectId, { plannedCount: -sessions.length });
  leaveTrace(ctx, 'removeSeries', seriesId, []);
  return { seriesId, addedCount: 0, removedCount: sessions.length };
}

/** What a series is stored as; skips and the sessions of a programme are rows of their own. */
function columnsOf(plan: SeriesPlan): Omit<SeriesPlan, 'skips' | 'programme'> {
  const { title, kind, firstOn, lastOn, startMinute, endMinute, venueId, organisationId, countUnit, expectedCount } =
    plan;
  const rule = kind === 'recurring' ? plan.rule : null;
  return {
    title,
    kind,
    rule,
    firstOn,
    lastOn,
    startMinute,
    endMinute,
    venueId,
    organisationId,
    countUnit,
    expectedCount,
  };
}

/** The days of a plan that is allowed; a rule without any day is a problem, the other kinds have no rule. */
async function plannedDays(ctx: Context, plan: SeriesPlan): Promise<ShownProposedDay[]> {
  assertPlannable(ctx.project);
  await assertPlaces(ctx.em, ctx.project, plan);
  if (plan.kind !== 'recurring' || plan.rule === null) return [];
  const { rule, firstOn, lastOn } = plan;
  const days = await proposedDays(ctx.em, ctx.project.municipalityId, { rule, firstOn, lastOn });
  const skipped = new Set(plan.skips.map(({ onDay }) => onDay));
  if (days.every(({ on }) => skipped.has(on))) throw participationProblems.noDays();
  return days;
}

/** Writes skips and sessions so that they are what the plan says, and keeps the figures. */
async function follow(
  ctx: Context,
  action: string,
  seriesId: string,
  plan: SeriesPlan,
  days: readonly ShownProposedDay[],
  sessions: readonly SeriesSession[],
): Promise<SeriesResult> {
  const { em, project, clock } = ctx;
  const place = { seriesId, projectId: project.projectId, today: clock.today() };
  await setSkips(em, seriesId, plan, days);
  const skipped = new Set(plan.skips.map(({ onDay }) => onDay));
  const wanted = days.map(({ on }) => on).filter((on) => !skipped.has(on));
  const change =
    plan.kind === 'recurring'
      ? await followRule(em, place, plan, wanted, sessions)
      : plan.kind === 'programme'
        ? await followProgramme(em, place, plan, sessions)
        : await followOnDemand(em, place, plan, sessions);
  await changeFigures(em, project.projectId, { plannedCount: change.addedCount - change.removedCount });
  leaveTrace(ctx, action, seriesId, Object.keys(plan));
  return { seriesId, ...change };
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
