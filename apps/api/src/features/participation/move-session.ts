import { LockMode } from '@mikro-orm/core';
import { Session } from '@forspring/database/participation/session.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { assertPlaces, assertPlannable } from './participation.store.ts';
import { findShownSession } from './shown-session.store.ts';

interface Input {
  sessionId: string;
  baseVersion: number;
  heldOn: string;
  startMinute: number;
  endMinute: number;
  venueId: string | null;
  reason: string | null;
}

/**
 * Moves a planned session to another day, time or venue. It stays in its series and remembers the day it was planned
 * for, whatever it is moved to later; back on that day it is not moved any more.
 */
export async function moveSession(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, baseVersion, heldOn, startMinute, endMinute, venueId, reason }: Input,
): Promise<ShownSession> {
  const { em, project } = ctx;
  assertPlannable(project);
  const session = await em.findOne(Session, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!session) throw commonProblems.missing();
  if (session.state !== 'planned') throw participationProblems.alreadyRegistered();
  await refuseLocked(ctx, project, [session.heldOn, heldOn]);
  await assertPlaces(em, project, { venueId, organisationId: null });
  await countUp(session, baseVersion, () => findShownSession(em, ctx, sessionId));
  const plannedOn = session.movedFromOn ?? session.heldOn;
  const movedFromOn = heldOn === plannedOn ? null : plannedOn;
  const moveReason = movedFromOn === null ? '' : (reason ?? session.moveReason);
  Object.assign(session, { heldOn, startMinute, endMinute, venueId, movedFromOn, moveReason });
  await em.flush();
  ctx.audit.leave({
    action: 'moveSession',
    subjectKind: 'session',
    subjectId: sessionId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['heldOn', 'startMinute', 'endMinute', 'venueId'],
  });
  return findShownSession(em, ctx, sessionId);
}
