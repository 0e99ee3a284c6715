import { goalAbilities } from '@forspring/domain/goals/goal.abilities';
import type { ShownGoals } from '@forspring/domain/goals/goal';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { openGate } from '../../kernel/gate-thresholds.ts';
import { isUnderReview } from '../../kernel/under-review.ts';
import { comparisonReadingRows, goalChangeRows, goalRows, measurementRows, visitCountOf } from './goal.store.ts';
import { shownGoalOf } from './show-goal.ts';

/** A project's goals in their order, with readings, locked changes and what may be said. */
export async function listGoals(ctx: SignedInContext & { project: ProjectPlace }): Promise<ShownGoals> {
  const { em, actor, clock, project } = ctx;
  const [goals, readings, comparisonReadings, changes, isHeld, visitCount, gate] = await Promise.all([
    goalRows(em, project.projectId).execute(),
    measurementRows(em, project.projectId).execute(),
    comparisonReadingRows(em, project.projectId).execute(),
    goalChangeRows(em, project.projectId).execute(),
    isUnderReview(em, project.projectId),
    visitCountOf(em, project.projectId),
    openGate(em, actor, project),
  ]);
  const to = { gate, visitCount, projectTier: project.tier, today: clock.today() };
  const abilities = goalAbilities(actor, project);
  return {
    goals: goals.map((goal) =>
      shownGoalOf(
        goal,
        {
          readings: readings.filter((reading) => reading.goalId === goal.id),
          comparisonReadings: comparisonReadings.filter((reading) => reading.goalId === goal.id),
          changes: changes.filter((change) => change.subjectId === goal.id),
        },
        to,
      ),
    ),
    isGated: gate.audience !== 'project',
    abilities: { ...abilities, measure: abilities.measure && !isHeld },
  };
}
