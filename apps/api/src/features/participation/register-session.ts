import { LockMode } from '@mikro-orm/core';
import { Session } from '@forspring/database/participation/session.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayRegisterSession, maySeeSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import { countedOf, type Registration, type ShownSession } from '@forspring/domain/participation/registration';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { findShownSession, setCodeVisits, setHeadcounts } from './participation.store.ts';

interface Input {
  sessionId: string;
  baseVersion: number;
  registration: Registration;
}

const noAdults = { staffCount: 0, staffMinutes: 0, volunteerCount: 0, volunteerMinutes: 0 };

/** Registers who came to a session, or that it was cancelled; registering again corrects it. */
export async function registerSession(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, baseVersion, registration }: Input,
): Promise<ShownSession> {
  const { em, actor, project, clock } = ctx;
  const session = await em.findOne(Session, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!session || !maySeeSession(actor, project, session)) throw commonProblems.missing();
  if (!mayRegisterSession(actor, project, session)) throw commonProblems.refused();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  await countUp(session, baseVersion, () => findShownSession(em, ctx, sessionId));

  const before = sessionFigures(session);
  if (registration.state === 'held') {
    if (session.heldOn > clock.today()) throw participationProblems.tooEarly(session.heldOn);
    if (session.countUnit === 'contact' && registration.firstTimeCount !== null)
      throw participationProblems.noFirstTimers();
    if (registration.codes.length > 0 && !(await hasCodes(ctx))) throw participationProblems.noCodes();
    const { staffCount, staffMinutes, volunteerCount, volunteerMinutes, firstTimeCount } = registration;
    Object.assign(session, { staffCount, staffMinutes, volunteerCount, volunteerMinutes, firstTimeCount });
    Object.assign(session, { state: 'held', visitCount: countedOf(registration), cancelledBy: null, cancelReason: '' });
  } else {
    const { cancelledBy, cancelReason } = registration;
    Object.assign(session, { ...noAdults, state: 'cancelled', visitCount: null, firstTimeCount: null });
    Object.assign(session, { cancelledBy, cancelReason });
  }
  session.note = registration.note ?? '';
  session.registeredById = actor.userId;
  session.registeredAt = clock.now();
  await em.flush();

  await setHeadcounts(em, sessionId, registration.state === 'held' ? registration.headcounts : []);
  await setCodeVisits(em, session, registration.state === 'held' ? registration.codes : []);
  await changeFigures(em, session.projectId, difference(before, sessionFigures(session)));
  ctx.audit.leave({
    action: registration.state === 'held' ? 'registerSession' : 'cancelSession',
    subjectKind: 'session',
    subjectId: sessionId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: Object.keys(registration),
  });
  return findShownSession(em, ctx, sessionId);
}

async function hasCodes({ em, project }: CommandContext & { project: ProjectPlace }): Promise<boolean> {
  const row = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('usesCodes')
    .executeTakeFirst();
  return row?.usesCodes === true && project.tier === 'specific';
}
