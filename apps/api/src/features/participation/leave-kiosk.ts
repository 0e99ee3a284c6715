import { verifyPassword } from 'better-auth/crypto';
import { Kiosk } from '@forspring/database/participation/kiosk.entity';
import { reader } from '@forspring/database/reader';
import type { LeaveResult } from '@forspring/domain/participation/kiosk';
import { maxWrongPins } from '@forspring/domain/participation/kiosk';
import { afterWrongPin, isPinPaused } from '@forspring/domain/participation/kiosk.rules';
import { Audit } from '../../kernel/audit.ts';
import type { KioskContext } from '../../kernel/context.ts';
import { forgetReceipts, lockKiosk } from './kiosk.store.ts';

/**
 * Ends the kiosk for whoever knows its PIN. A wrong one is an answer and not a problem: what is remembered of it has to
 * be written, and a problem would take it back.
 */
export async function leaveKiosk(ctx: KioskContext, { pin }: { pin: string }): Promise<LeaveResult> {
  const { em, kiosk: at, clock, browser } = ctx;
  const now = clock.now();
  await lockKiosk(em, at.kioskId);
  const kiosk = await em.findOneOrFail(Kiosk, { id: at.kioskId });
  const memory = { wrongPinCount: kiosk.wrongPinCount, lockedUntil: kiosk.lockedUntil ?? null };
  if (isPinPaused(memory, now)) return { outcome: 'waiting', until: (memory.lockedUntil ?? now).toISOString() };
  if (!(await verifyPassword({ hash: kiosk.pinHash, password: pin }))) {
    const { wrongPinCount, lockedUntil } = afterWrongPin(memory, now);
    Object.assign(kiosk, { wrongPinCount, lockedUntil });
    return lockedUntil === null
      ? { outcome: 'wrongPin', triesLeft: maxWrongPins - wrongPinCount }
      : { outcome: 'waiting', until: lockedUntil.toISOString() };
  }
  kiosk.endedAt ??= now;
  await em.flush();
  await forgetReceipts(em, now);
  browser.leaveKiosk();
  const { municipalityId } = await reader(em)
    .selectFrom('project')
    .where('id', '=', at.projectId)
    .select('municipalityId')
    .executeTakeFirstOrThrow();
  // Nobody is signed in at a kiosk: whoever opened it answers for it.
  new Audit(em, clock, at.openedById).leave({
    action: 'endKiosk',
    subjectKind: 'kiosk',
    subjectId: at.kioskId,
    projectId: at.projectId,
    municipalityId,
    changed: ['endedAt'],
  });
  return { outcome: 'left' };
}
