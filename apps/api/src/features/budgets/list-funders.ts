import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import type { funderChoice } from '@forspring/domain/budgets/budget';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';

/** The organisations of the project's municipality, any of which may pay. */
export async function listFunders({
  em,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<z.infer<typeof funderChoice>[]> {
  return reader(em)
    .selectFrom('organisation')
    .where('municipalityId', '=', project.municipalityId)
    .orderBy('sortKey')
    .select(['id', 'name'])
    .limit(1000)
    .execute();
}
