import type { EntityManager } from '@forspring/database/open-database';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { valueProblems } from '@forspring/domain/goals/goal.rules';
import type { IndicatorUnit, MissingKind } from '@forspring/domain/goals/goal';
import { findIndicator } from './goal.store.ts';

/** Refuses a goal whose indicator does not exist here, whose values do not fit its unit, or whose baseline is both a value and missing. Answers the unit; null without an indicator. */
export async function checkGoal(
  em: EntityManager,
  projectId: string,
  goal: {
    indicatorId: string | null;
    baselineValue: number | null;
    baselineMissing: MissingKind | null;
    targetValue: number | null;
  },
): Promise<{ unit: IndicatorUnit; titleDa: string } | null> {
  const indicator = goal.indicatorId === null ? null : await findIndicator(em, projectId, goal.indicatorId);
  if (goal.indicatorId !== null && indicator === null) throw goalProblems.unknownIndicator();
  const wrong =
    indicator === null
      ? []
      : [
          ...valueProblems(indicator.unit, goal.baselineValue, 'baselineValue'),
          ...valueProblems(indicator.unit, goal.targetValue, 'targetValue'),
        ];
  if (goal.baselineValue !== null && goal.baselineMissing !== null)
    wrong.push({ path: 'baselineMissing', code: 'goal.valueAndMissing', params: {} });
  if (wrong.length > 0) throw goalProblems.wrongValues(wrong);
  return indicator;
}
