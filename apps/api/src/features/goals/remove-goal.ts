import { ComparisonReading } from '@forspring/database/goals/comparison-reading.entity';
import { reader } from '@forspring/database/reader';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { getGoalLocked, storedGoalFigures } from './goal.store.ts';

/** Removes a goal from a plan that is still open; one that has been measured stays. */
export async function removeGoal(
  ctx: CommandContext & { project: ProjectPlace },
  { goalId, baseVersion }: { goalId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, project, audit } = ctx;
  if (!planOpenStatuses.includes(project.status)) throw goalProblems.notOpen(project.status);
  const goal = await getGoalLocked(em, goalId);
  await countUp(goal, baseVersion, () => ({ title: goal.title, version: goal.version }));
  const measured = await reader(em)
    .selectFrom('measurement')
    .where('goalId', '=', goalId)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (measured) throw goalProblems.measured();
  const before = await storedGoalFigures(em, goalId);
  await em.nativeDelete(ComparisonReading, { goalId });
  em.remove(goal);
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, {}));
  audit.leave({
    action: 'removeGoal',
    subjectKind: 'goal',
    subjectId: goalId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: goalId };
}
