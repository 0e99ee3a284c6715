import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { lookAtCards } from './card.store.ts';

/** The codes of cards issued today, in the order asked for, to be written on paper on the spot. */
export async function listCards(
  ctx: SignedInContext & { project: ProjectPlace },
  { cardIds }: { cardIds: string[] },
): Promise<{ codes: string[] }> {
  return { codes: await lookAtCards(ctx, cardIds, 'showCards') };
}
