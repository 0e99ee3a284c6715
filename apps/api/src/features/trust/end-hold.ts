import { LockMode } from '@mikro-orm/core';
import { ArchivalHold } from '@forspring/database/trust/archival-hold.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { EndHoldInput } from '@forspring/domain/trust/retention';
import { retentionProblems } from '@forspring/domain/trust/retention.problems';
import { mayKeep } from '@forspring/domain/trust/trust.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';

/** Ends a hold, with the reason; what is due then goes with the next daily run. */
export async function endHold(
  { em, actor, clock, audit }: CommandContext,
  { municipalityId, holdId, baseVersion, reason }: EndHoldInput,
): Promise<{ id: string; version: number }> {
  if (!mayKeep(actor, municipalityId)) throw commonProblems.missing();
  const hold = await em.findOne(ArchivalHold, { id: holdId, municipalityId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!hold) throw commonProblems.missing();
  await countUp(hold, baseVersion, () => ({ version: hold.version, liftReason: hold.liftReason }));
  if (hold.liftedAt) throw retentionProblems.holdLifted();
  Object.assign(hold, { liftReason: reason, liftedById: actor.userId, liftedAt: clock.now() });
  await em.flush();
  audit.leave({
    action: 'endHold',
    subjectKind: 'archivalHold',
    subjectId: holdId,
    projectId: hold.projectId ?? null,
    municipalityId,
    changed: ['liftedAt'],
  });
  return { id: holdId, version: hold.version };
}
