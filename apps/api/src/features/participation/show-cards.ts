import { countCards } from '@forspring/database/participation/counted-card.view';
import { reader } from '@forspring/database/reader';
import type { ShownCards } from '@forspring/domain/participation/card';
import { maxIssuedCodes } from '@forspring/domain/participation/participant-code';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { printableCards } from './card.store.ts';

/** How many cards a project has, and which of today's may still be printed. */
export async function showCards({
  em,
  project,
  clock,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownCards> {
  const counts = await countCards(reader(em), project.projectId);
  const printable = await printableCards(em, project.projectId, clock.today())
    .orderBy('code')
    .limit(maxIssuedCodes)
    .execute();
  return { ...counts, printableIds: printable.map(({ id }) => id) };
}
