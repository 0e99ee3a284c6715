import { DisposalBasis } from '@forspring/database/trust/disposal-basis.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { SetBasisInput } from '@forspring/domain/trust/retention';
import { mayKeep } from '@forspring/domain/trust/trust.abilities';
import type { CommandContext } from '../../kernel/context.ts';

/** Writes down by what a municipality disposes of data, and from when. The earlier basis stays in the list. */
export async function setBasis(
  { em, actor, clock, audit }: CommandContext,
  { municipalityId, id, text, validFrom }: SetBasisInput,
): Promise<{ id: string }> {
  if (!mayKeep(actor, municipalityId)) throw commonProblems.missing();
  if (await em.findOne(DisposalBasis, { id })) throw commonProblems.commandReused();
  em.create(
    DisposalBasis,
    { id, municipalityId, text, validFrom, setById: actor.userId, setAt: clock.now() },
    { persist: true },
  );
  await em.flush();
  audit.leave({ action: 'setBasis', subjectKind: 'disposalBasis', subjectId: id, municipalityId });
  return { id };
}
