import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { notMeasured } from '@forspring/domain/measures/cell';
import { commonProblems } from '@forspring/domain/measures/problem';
import { pulseAnswers, pulseQuestions, type ShownKiosks } from '@forspring/domain/participation/kiosk';
import { kioskHindrance } from '@forspring/domain/participation/kiosk.rules';
import { mayRegisterSession, maySeeSession } from '@forspring/domain/participation/participation.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import { openGate } from '../../kernel/gate-thresholds.ts';
import { pulseOf } from './kiosk.store.ts';

/**
 * The kiosks of one session, and its exit pulse when every kiosk has ended: while one is open, looking twice would show
 * the answer that came in between.
 */
export async function showKiosks(
  { em, actor, project, clock }: SignedInContext & { project: ProjectPlace },
  { sessionId }: { sessionId: string },
): Promise<ShownKiosks> {
  const db = reader(em);
  const session = await db
    .selectFrom('session')
    .where('id', '=', sessionId)
    .select(['organisationId', 'heldOn', 'endMinute', 'state', 'countUnit'])
    .executeTakeFirst();
  if (!session || !maySeeSession(actor, project, session)) throw commonProblems.missing();
  const now = clock.now();
  const rows = await db
    .selectFrom('kiosk')
    .innerJoin('appUser', 'appUser.id', 'kiosk.openedById')
    .where('sessionId', '=', sessionId)
    .orderBy('openedAt')
    .select(['kiosk.id', 'appUser.name as openedByName', 'openedAt', 'endsAt', 'endedAt'])
    .select(
      sql<number>`coalesce((
        select sum((cell ->> 'personCount')::int)::int
        from session_entry, jsonb_array_elements(session_entry.counts) as cell
        where session_entry.session_id = kiosk.session_id and session_entry.device_id = kiosk.id
      ), 0)`.as('tapCount'),
    )
    .execute();
  const kiosks = rows.map(({ openedAt, endsAt, endedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    endsAt: (endedAt ?? endsAt).toISOString(),
    isOpen: endedAt === null && endsAt > now,
  }));
  const mayRegister = mayRegisterSession(actor, project, session) && recordingStatuses.includes(project.status);
  const isOpen = kiosks.some((kiosk) => kiosk.isOpen);
  return {
    kiosks,
    pulse: isOpen ? null : await shownPulse(),
    abilities: {
      mayOpen:
        mayRegister &&
        project.tier !== 'individual' &&
        kioskHindrance(session, { today: clock.today(), at: now }) === null,
      mayEnd: mayRegister,
    },
  };

  async function shownPulse(): Promise<ShownKiosks['pulse']> {
    const pulse = await pulseOf(em, sessionId);
    const isAnswered = pulseQuestions.some((question) => Object.keys(pulse[question]).length > 0);
    if (!isAnswered) return null;
    const gate = await openGate(em, actor, project);
    const counted = pulseAnswers.filter((answer) => answer !== 'declined');
    return pulseQuestions.map((question) => {
      const { parts, total } = gate.answers(counted.map((answer) => pulse[question][answer] ?? 0));
      const [yes = notMeasured, partly = notMeasured, no = notMeasured] = parts;
      return { question, yes, partly, no, total };
    });
  }
}
