import type { ShownIndicator } from '@forspring/domain/goals/goal';
import { compareNames } from '@forspring/domain/measures/sort';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { indicatorsFor } from './goal.store.ts';

/** The indicators a goal of this project can choose from: the library and the project's own, by their Danish name, the newest version of each first. */
export async function listIndicators({
  em,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownIndicator[]> {
  const rows = await indicatorsFor(em, project.projectId).execute();
  return rows
    .map((row) => ({ ...row, isOwn: row.key.startsWith('own/') }))
    .toSorted((a, b) => compareNames(a.titleDa, b.titleDa) || b.version - a.version);
}
