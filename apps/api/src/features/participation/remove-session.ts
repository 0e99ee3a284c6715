import { LockMode } from '@mikro-orm/core';
import { Session } from '@forspring/database/participation/session.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayRemoveSession, maySeeSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { assertPlannable } from './participation.store.ts';
import { findShownSession } from './shown-session.store.ts';

/**
 * Deletes an extra session, or one that was opened on the spot by mistake, while nothing is registered on it. A session
 * that a rule or a programme gave is skipped or cancelled instead, so that plan and reality can be told apart.
 */
export async function removeSession(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, baseVersion }: { sessionId: string; baseVersion: number },
): Promise<{ sessionId: string }> {
  const { em, actor, project } = ctx;
  const session = await em.findOne(Session, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!session || !maySeeSession(actor, project, session)) throw commonProblems.missing();
  const series =
    session.seriesId === null
      ? undefined
      : await reader(em)
          .selectFrom('series')
          .where('id', '=', session.seriesId ?? '')
          .select('kind')
          .executeTakeFirst();
  const isOpenedOnSpot = series?.kind === 'onDemand';
  if (!mayRemoveSession(actor, project, { organisationId: session.organisationId ?? null, isOpenedOnSpot }))
    throw commonProblems.refused();
  if (series !== undefined && !isOpenedOnSpot) throw participationProblems.notExtra();
  if (!isOpenedOnSpot) assertPlannable(project);
  else if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  await refuseLocked(ctx, project, [session.heldOn]);
  await countUp(session, baseVersion, () => findShownSession(em, ctx, sessionId));
  const entry = await reader(em)
    .selectFrom('sessionEntry')
    .where('sessionId', '=', sessionId)
    .select('sessionId')
    .executeTakeFirst();
  if (session.state !== 'planned' || entry) throw participationProblems.alreadyRegistered();
  em.remove(session);
  await em.flush();
  await changeFigures(em, project.projectId, { plannedCount: -1 });
  ctx.audit.leave({
    action: 'removeSession',
    subjectKind: 'session',
    subjectId: sessionId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { sessionId };
}
