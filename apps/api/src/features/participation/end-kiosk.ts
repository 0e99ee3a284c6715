import { Kiosk } from '@forspring/database/participation/kiosk.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayRegisterSession, maySeeSession } from '@forspring/domain/participation/participation.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { forgetReceipts, lockKiosk } from './kiosk.store.ts';

/** Ends a kiosk from another browser, e.g. when the PIN is forgotten or the tablet is gone. Ending an ended one is fine. */
export async function endKiosk(
  ctx: CommandContext & { project: ProjectPlace },
  { sessionId, kioskId }: { sessionId: string; kioskId: string },
): Promise<{ isEnded: boolean }> {
  const { em, actor, project, clock } = ctx;
  const session = await reader(em)
    .selectFrom('session')
    .where('id', '=', sessionId)
    .select('organisationId')
    .executeTakeFirst();
  if (!session || !maySeeSession(actor, project, session)) throw commonProblems.missing();
  if (!mayRegisterSession(actor, project, session)) throw commonProblems.refused();
  await lockKiosk(em, kioskId);
  const kiosk = await em.findOne(Kiosk, { id: kioskId, sessionId });
  if (!kiosk) throw commonProblems.missing();
  kiosk.endedAt ??= clock.now();
  await em.flush();
  await forgetReceipts(em, clock.now());
  ctx.audit.leave({
    action: 'endKiosk',
    subjectKind: 'kiosk',
    subjectId: kioskId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['endedAt'],
  });
  return { isEnded: true };
}
