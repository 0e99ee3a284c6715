import { Goal } from '@forspring/database/goals/goal.entity';
import { reader } from '@forspring/database/reader';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import type { GoalInput } from '@forspring/domain/goals/goal';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { checkGoal } from './check-goal.ts';
import { storedGoalFigures } from './goal.store.ts';

/** Adds a goal to a plan that is still open; a draft may lack anything but its title and tier. */
export async function addGoal(
  ctx: CommandContext & { project: ProjectPlace },
  input: GoalInput,
): Promise<{ id: string; version: number }> {
  const { em, project, audit } = ctx;
  if (!planOpenStatuses.includes(project.status)) throw goalProblems.notOpen(project.status);
  await checkGoal(em, project.projectId, input);
  if (await em.findOne(Goal, { id: input.id })) throw goalProblems.exists();
  const last = await reader(em)
    .selectFrom('goal')
    .where('projectId', '=', project.projectId)
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  em.create(
    Goal,
    {
      ...input,
      projectId: project.projectId,
      position: Number(last?.position ?? 0) + 1,
      responsible: input.responsible ?? '',
      assumption: input.assumption ?? '',
      comparison: input.comparison ?? '',
    },
    { persist: true },
  );
  await em.flush();
  await changeFigures(em, project.projectId, await storedGoalFigures(em, input.id));
  audit.leave({
    action: 'addGoal',
    subjectKind: 'goal',
    subjectId: input.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: input.id, version: 1 };
}
