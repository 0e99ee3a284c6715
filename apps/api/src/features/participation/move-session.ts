import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { Session } from '@forspring/database/participation/session.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
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
}

/**
 * Moves a planned session to another day, time or venue. A session moved to another day leaves its series, and its old
 * day is kept as skipped, so that the series does not plan it again.
 */
export async function moveSession(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, baseVersion, heldOn, startMinute, endMinute, venueId }: Input,
): Promise<ShownSession> {
  const { em, project } = ctx;
  assertPlannable(project);
  const session = await em.findOne(Session, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!session) throw commonProblems.missing();
  if (session.state !== 'planned') throw participationProblems.alreadyRegistered();
  await assertPlaces(em, project, { venueId, organisationId: null });
  await countUp(session, baseVersion, () => findShownSession(em, ctx, sessionId));
  const from = { seriesId: session.seriesId, heldOn: session.heldOn };
  Object.assign(session, { heldOn, startMinute, endMinute, venueId });
  if (from.seriesId && from.heldOn !== heldOn) session.seriesId = null;
  await em.flush();
  if (from.seriesId && from.heldOn !== heldOn)
    await reader(em)
      .insertInto('skip')
      .values({ id: randomUUID(), seriesId: from.seriesId, onDay: from.heldOn, kind: 'chosen', reason: '' })
      .onConflict((conflict) => conflict.columns(['seriesId', 'onDay']).doNothing())
      .execute();
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
