import { LockMode } from '@mikro-orm/core';
import { Project } from '@forspring/database/projects/project.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { interventionProblems } from '@forspring/domain/interventions/intervention.problems';
import type { NewIntervention } from '@forspring/domain/interventions/new-intervention';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recipeStatuses } from '@forspring/domain/projects/project.abilities';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { addRecipe } from '../../kernel/recipe.ts';

/** Makes a recipe of a project that began from nothing; the project is its first run. */
export async function addIntervention(
  { em, audit, project: place }: CommandContext & { project: ProjectPlace },
  input: NewIntervention,
): Promise<{ id: string; title: string }> {
  const project = await em.findOne(Project, { id: place.projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!project) throw commonProblems.missing();
  if (!recipeStatuses.includes(project.status)) throw projectProblems.notOpen(project.status);
  if (project.interventionId) throw interventionProblems.hasOne();
  if (!addRecipe(em, project, input)) throw interventionProblems.planUnfinished();
  await em.flush();
  project.interventionId = input.id;
  audit.leave({
    action: 'addIntervention',
    subjectKind: 'intervention',
    subjectId: input.id,
    projectId: project.id,
    municipalityId: project.municipalityId,
  });
  return { id: input.id, title: input.title };
}
