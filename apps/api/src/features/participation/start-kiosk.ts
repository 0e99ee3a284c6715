import { hashPassword } from 'better-auth/crypto';
import { Kiosk } from '@forspring/database/participation/kiosk.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { kioskEndsAt, kioskHindrance } from '@forspring/domain/participation/kiosk.rules';
import { mayRegisterSession, maySeeSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { kioskTokenHash, newKioskToken } from '../../kernel/kiosk-token.ts';
import { forgetReceipts } from './kiosk.store.ts';

interface Input {
  sessionId: string;
  kioskId: string;
  pin: string;
  asksGender: boolean;
}

/** Makes the browser that asks a kiosk of tonight's session, and ends the sign-in it had. */
export async function startKiosk(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, kioskId, pin, asksGender }: Input,
): Promise<{ endsAt: string }> {
  const { em, actor, project, clock, browser } = ctx;
  const session = await reader(em)
    .selectFrom('session')
    .where('id', '=', sessionId)
    .select(['organisationId', 'heldOn', 'endMinute', 'state', 'countUnit'])
    .executeTakeFirst();
  if (!session || !maySeeSession(actor, project, session)) throw commonProblems.missing();
  if (!mayRegisterSession(actor, project, session)) throw commonProblems.refused();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  const now = clock.now();
  const hindrance = kioskHindrance(session, { today: clock.today(), at: now });
  if (hindrance === 'tooEarly') throw participationProblems.tooEarly(session.heldOn);
  if (hindrance !== null) throw participationProblems.noKiosk();
  if (await em.findOne(Kiosk, { id: kioskId })) throw commonProblems.commandReused();

  const token = newKioskToken();
  const endsAt = kioskEndsAt(session);
  em.create(
    Kiosk,
    {
      id: kioskId,
      sessionId,
      openedById: actor.userId,
      openedAt: now,
      endsAt,
      endedAt: null,
      tokenHash: kioskTokenHash(token),
      pinHash: await hashPassword(pin),
      asksGender,
      wrongPinCount: 0,
      lockedUntil: null,
    },
    { persist: true },
  );
  if (browser.signInId !== null) await reader(em).deleteFrom('signIn').where('id', '=', browser.signInId).execute();
  await forgetReceipts(em, now);
  browser.becomeKiosk(token, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
  ctx.audit.leave({
    action: 'startKiosk',
    subjectKind: 'kiosk',
    subjectId: kioskId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['kiosk'],
  });
  return { endsAt: endsAt.toISOString() };
}
