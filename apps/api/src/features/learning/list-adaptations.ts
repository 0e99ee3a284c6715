import { reader } from '@forspring/database/reader';
import type { EntityManager } from '@forspring/database/open-database';
import { adaptationsOf } from '@forspring/domain/learning/adaptation.rules';
import { maySetAdaptationReason } from '@forspring/domain/learning/learning.abilities';
import type { ShownAdaptation, ShownAdaptations } from '@forspring/domain/learning/learning';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { keptReasons, wholePlans } from './adaptation.store.ts';
import { placeNameOf, runsById } from './learning.store.ts';

/** What a copy does differently from its original, and why; null for a project that is no copy. */
export async function listAdaptations(
  ctx: SignedInContext & { project: ProjectPlace },
): Promise<ShownAdaptations | null> {
  const { em, actor, project } = ctx;
  const originalId = await findOriginal(em, project.projectId);
  const [original] = originalId === null ? [] : await runsById(em, [originalId]);
  if (!original) return null;
  const { projectId, title, year, cardId } = original;
  return {
    original: { projectId, title, year, placeName: placeNameOf(original), hasCard: cardId !== null },
    adaptations: await differencesOf(em, project.projectId, projectId),
    abilities: { setReason: maySetAdaptationReason(actor, project) },
  };
}

/** The project a copy was made from; null when it is none. */
export async function findOriginal(em: EntityManager, projectId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('project')
    .where('id', '=', projectId)
    .select('copiedFromId')
    .executeTakeFirst();
  return row?.copiedFromId ?? null;
}

/** Differences between a copy and its original with the reasons kept. */
export async function differencesOf(em: EntityManager, copyId: string, originalId: string): Promise<ShownAdaptation[]> {
  const plans = await wholePlans(em, [copyId, originalId]);
  const [original, copy] = [plans.get(originalId), plans.get(copyId)];
  return original && copy ? adaptationsOf(original, copy, await keptReasons(em, copyId)) : [];
}
