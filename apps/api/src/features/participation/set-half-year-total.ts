import { LockMode } from '@mikro-orm/core';
import { HalfYearTotal } from '@forspring/database/participation/half-year-total.entity';
import { reader } from '@forspring/database/reader';
import { mayRegisterTotals } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { halfYearsBetween, isCompletionPossible } from '@forspring/domain/participation/participation.rules';
import type { HalfYear, ShownHalfYears } from '@forspring/domain/participation/half-year';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { mayRecord, recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext, SignedInContext } from '../../kernel/context.ts';
import { openRegister } from '../../kernel/gate-thresholds.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection, refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';

type Reading = SignedInContext & { project: ProjectPlace };

/** The half-years of a project of the individual tier, with what is registered about each. */
export async function listHalfYears(ctx: Reading): Promise<ShownHalfYears> {
  const { em, actor, project } = ctx;
  const gate = await openRegister(em, actor, project);
  const halfYears = await knownHalfYears(ctx);
  return {
    halfYears: halfYears.map(({ startedCount, completedCount, ...halfYear }) => ({
      ...halfYear,
      started: gate.persons(startedCount),
      completed: gate.persons(completedCount),
    })),
    abilities: { mayRegister: mayRegisterTotals(actor, project) && recordingStatuses.includes(project.status) },
  };
}

async function knownHalfYears({ em, project, clock }: Reading) {
  const db = reader(em);
  const { startsOn, endsOn } = await db
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select(['startsOn', 'endsOn'])
    .executeTakeFirstOrThrow();
  const totals = await db
    .selectFrom('halfYearTotal')
    .where('projectId', '=', project.projectId)
    .select(['id', 'year', 'half', 'startedCount', 'completedCount', 'version'])
    .execute();
  const today = clock.today();
  const lastOn = endsOn !== null && endsOn < today ? endsOn : today;
  const begun = startsOn === null || project.tier !== 'individual' ? [] : halfYearsBetween(startsOn, lastOn);
  return begun.map(({ year, half }) => {
    const total = totals.find((one) => one.year === year && one.half === half);
    return {
      year,
      half,
      id: total?.id ?? null,
      startedCount: total?.startedCount ?? null,
      completedCount: total?.completedCount ?? null,
      version: total?.version ?? 0,
    };
  });
}

/** Registers how many started and completed in a half-year; a base version of 0 says that nothing was there. */
export async function setHalfYearTotal(
  ctx: CommandContext & { project: ProjectPlace },
  input: HalfYear & { id: string; baseVersion: number },
): Promise<ShownHalfYears> {
  const { em, actor, project, clock } = ctx;
  if (project.tier !== 'individual') throw participationProblems.notIndividualTier();
  const { year, half, startedCount, completedCount } = input;
  // A half-year's sum is closed with either end of it, and opened with its last day.
  await refuseLocked(ctx, project, [half === 1 ? `${year}-01-01` : `${year}-07-01`]);
  const { isOpened } = await refuseLocked(ctx, project, [half === 1 ? `${year}-06-30` : `${year}-12-31`]);
  if (!mayRecord(project.status, isOpened)) throw participationProblems.notOpen(project.status);
  const halfYears = await knownHalfYears(ctx);
  if (!halfYears.some((one) => one.year === year && one.half === half)) throw participationProblems.outsideProject();
  const others = halfYears.filter((one) => one.year !== year || one.half !== half);
  const known = others.map((one) => ({
    ...one,
    startedCount: one.startedCount ?? 0,
    completedCount: one.completedCount ?? 0,
  }));
  if (!isCompletionPossible([...known, { year, half, startedCount, completedCount }]))
    throw participationProblems.moreCompleted();

  const total = await em.findOne(
    HalfYearTotal,
    { projectId: project.projectId, year, half },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = total ? { startedCount: total.startedCount, completedCount: total.completedCount } : {};
  const trace = { registeredById: actor.userId, registeredAt: clock.now() };
  if (total) {
    await countUp(total, input.baseVersion, () => listHalfYears(ctx));
    Object.assign(total, { startedCount, completedCount, ...trace });
  } else {
    if (input.baseVersion !== 0) throw commonProblems.stale(await listHalfYears(ctx));
    const row = { id: input.id, projectId: project.projectId, year, half, startedCount, completedCount, version: 1 };
    em.create(HalfYearTotal, { ...row, ...trace }, { persist: true });
  }
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, { startedCount, completedCount }));
  await draftCorrection(ctx, project.projectId);
  ctx.audit.leave({
    action: 'setHalfYearTotal',
    subjectKind: 'halfYearTotal',
    subjectId: total?.id ?? input.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['startedCount', 'completedCount'],
  });
  return listHalfYears(ctx);
}
