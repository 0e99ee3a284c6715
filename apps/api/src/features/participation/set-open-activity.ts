import { LockMode } from '@mikro-orm/core';
import { OpenActivity } from '@forspring/database/participation/open-activity.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { OpenActivityInput, ShownOpenActivity } from '@forspring/domain/participation/open-activity';
import { openActivityFigures } from '@forspring/domain/participation/open-activity.rules';
import { mayEditOpenActivity } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { findShownOpenActivity } from './list-open-activities.ts';
import { assertPlaces } from './participation.store.ts';

type Context = CommandContext & { project: ProjectPlace };

/** Writes down an activity without a register. */
export async function addOpenActivity(
  ctx: Context,
  { id, activity }: { id: string; activity: OpenActivityInput },
): Promise<ShownOpenActivity> {
  const { em, actor, clock, project } = ctx;
  await assertAllowed(ctx, activity);
  em.create(
    OpenActivity,
    {
      ...activity,
      id,
      projectId: project.projectId,
      registeredById: actor.userId,
      registeredAt: clock.now(),
      version: 1,
    },
    { persist: true },
  );
  await em.flush();
  await changeFigures(em, project.projectId, openActivityFigures(activity));
  leaveTrace(ctx, 'addOpenActivity', id, []);
  return findShownOpenActivity(ctx, id);
}

/** Corrects an activity; the stored one is answered when somebody else was quicker. */
export async function setOpenActivity(
  ctx: Context,
  { activityId, baseVersion, activity }: { activityId: string; baseVersion: number; activity: OpenActivityInput },
): Promise<ShownOpenActivity> {
  const { em, actor, clock, project } = ctx;
  const stored = await ownActivity(ctx, activityId);
  await countUp(stored, baseVersion, () => findShownOpenActivity(ctx, activityId));
  await assertAllowed(ctx, activity);
  await refuseLocked(ctx, project, [stored.onDay]);
  const before = openActivityFigures(stored);
  const changed = (Object.keys(activity) as (keyof OpenActivityInput)[]).filter((key) => stored[key] !== activity[key]);
  Object.assign(stored, activity, { registeredById: actor.userId, registeredAt: clock.now() });
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, openActivityFigures(activity)));
  leaveTrace(ctx, 'setOpenActivity', activityId, changed);
  return findShownOpenActivity(ctx, activityId);
}

/** Removes an activity that was written by mistake. */
export async function removeOpenActivity(
  ctx: Context,
  { activityId, baseVersion }: { activityId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, project } = ctx;
  const stored = await ownActivity(ctx, activityId);
  await countUp(stored, baseVersion, () => findShownOpenActivity(ctx, activityId));
  assertOpen(project);
  await refuseLocked(ctx, project, [stored.onDay]);
  await reader(em).deleteFrom('openActivity').where('id', '=', activityId).execute();
  em.getUnitOfWork().unsetIdentity(stored);
  await changeFigures(em, project.projectId, difference(openActivityFigures(stored), {}));
  leaveTrace(ctx, 'removeOpenActivity', activityId, []);
  return { id: activityId };
}

/** The activity, locked; what a partner did not write itself is missing to it. */
async function ownActivity({ em, actor, project }: Context, activityId: string): Promise<OpenActivity> {
  const stored = await em.findOne(OpenActivity, { id: activityId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!stored || !mayEditOpenActivity(actor, project, stored)) throw commonProblems.missing();
  return stored;
}

function assertOpen(project: ProjectPlace): void {
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
}

async function assertAllowed(ctx: Context, activity: OpenActivityInput): Promise<void> {
  const { em, actor, clock, project } = ctx;
  assertOpen(project);
  await refuseLocked(ctx, project, [activity.onDay]);
  if (!mayEditOpenActivity(actor, project, activity)) throw participationProblems.notYourOrganisation();
  await assertPlaces(em, project, activity);
  if (activity.onDay > clock.today()) throw participationProblems.activityTooEarly();
  const { startsOn, endsOn } = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select(['startsOn', 'endsOn'])
    .executeTakeFirstOrThrow();
  // A quiet activity has its month's first day, which may lie before a project that begins within the month.
  const isBefore = startsOn !== null && activity.onDay.slice(0, 7) < startsOn.slice(0, 7);
  if (isBefore || (endsOn !== null && activity.onDay > endsOn)) throw participationProblems.activityOutsideProject();
}

function leaveTrace({ audit, project }: Context, action: string, subjectId: string, changed: string[]): void {
  audit.leave({
    action,
    subjectKind: 'openActivity',
    subjectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
}
