import { reader } from '@forspring/database/reader';
import type { CardLanguage, CardSheet } from '@forspring/domain/participation/card';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { lookAtCards } from './card.store.ts';

/** Cards issued today as a sheet to print and cut. */
export async function exportCards(
  ctx: SignedInContext & { project: ProjectPlace },
  { cardIds, language }: { cardIds: string[]; language: CardLanguage },
): Promise<CardSheet> {
  const { em, project, clock } = ctx;
  const codes = await lookAtCards(ctx, cardIds, 'printCards');
  const { title } = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('title')
    .executeTakeFirstOrThrow();
  // What draws is fetched when somebody prints, not when the server starts.
  const { drawCardSheet } = await import('./card-sheet.ts');
  const pdf = await drawCardSheet({ codes, title, language, madeAt: clock.now() });
  return { base64: pdf.toString('base64') };
}
