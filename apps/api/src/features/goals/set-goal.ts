import { randomUUID } from 'node:crypto';
import type { Goal } from '@forspring/database/goals/goal.entity';
import { LockedChange } from '@forspring/database/projects/locked-change.entity';
import { valueText } from '@forspring/domain/evaluation/value-text';
import { goalAbilities } from '@forspring/domain/goals/goal.abilities';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { type GoalFacts, lockedDifferences, type LockedGoalField } from '@forspring/domain/goals/goal.rules';
import type { GoalChangeInput, IndicatorUnit } from '@forspring/domain/goals/goal';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { checkGoal } from './check-goal.ts';
import { findIndicator, getGoalLocked, storedGoalFigures } from './goal.store.ts';

/** Changes a goal: freely while the plan is open, after approval with a reason that is kept beside it. */
export async function setGoal(
  ctx: CommandContext & { project: ProjectPlace },
  input: GoalChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, actor, clock, project, audit } = ctx;
  const may = goalAbilities(actor, project);
  if (!may.edit && !may.editLocked) throw goalProblems.notOpen(project.status);
  const goal = await getGoalLocked(em, input.goalId);
  const { goalId, baseVersion, reason, ...fields } = input;
  const after = {
    ...fields,
    responsible: fields.responsible ?? '',
    assumption: fields.assumption ?? '',
    comparison: fields.comparison ?? '',
  };
  const unit = (await checkGoal(em, project.projectId, after))?.unit ?? null;
  await countUp(goal, baseVersion, () => currentOf(goal));
  if (goal.indicatorId !== after.indicatorId && (await isMeasured(ctx, goalId))) throw goalProblems.unitLocked();

  const before = await storedGoalFigures(em, goalId);
  const changed = lockedDifferences(lockedStateOf(goal), after);
  if (may.editLocked && changed.length > 0) {
    if (!reason) throw goalProblems.reasonNeeded();
    const unitBefore = goal.indicatorId
      ? ((await findIndicator(em, project.projectId, goal.indicatorId))?.unit ?? null)
      : null;
    for (const field of changed)
      em.create(
        LockedChange,
        {
          id: randomUUID(),
          projectId: project.projectId,
          subjectKind: 'goal',
          subjectId: goalId,
          field,
          fromText: await textOf(ctx, lockedStateOf(goal), field, unitBefore),
          toText: await textOf(ctx, after, field, unit),
          reason,
          byId: actor.userId,
          at: clock.now(),
        },
        { persist: true },
      );
  }
  Object.assign(goal, after);
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, await storedGoalFigures(em, goalId)));
  audit.leave({
    action: 'setGoal',
    subjectKind: 'goal',
    subjectId: goalId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: goalId, version: goal.version };
}

/** The stored goal as a conflict shows it. */
function currentOf(goal: Goal): Record<string, unknown> {
  const { responsible, assumption, version } = goal;
  return { ...lockedStateOf(goal), responsible, assumption, version };
}

/** The fields that approval locks, as they are stored. */
function lockedStateOf(goal: Goal): Pick<GoalFacts, LockedGoalField> {
  const { title, tier, design, comparison, isChosenByBaseline } = goal;
  return {
    title,
    tier,
    targetValue: goal.targetValue ?? null,
    deadlineOn: goal.deadlineOn ?? null,
    indicatorId: goal.indicatorId ?? null,
    baselineValue: goal.baselineValue ?? null,
    baselineMissing: goal.baselineMissing ?? null,
    baselineOn: goal.baselineOn ?? null,
    baselineBaseCount: goal.baselineBaseCount ?? null,
    baselineSpread: goal.baselineSpread ?? null,
    design,
    comparison,
    comparisonUnitCount: goal.comparisonUnitCount ?? null,
    isChosenByBaseline,
  };
}

async function isMeasured({ em }: CommandContext, goalId: string): Promise<boolean> {
  return (
    (await reader(em)
      .selectFrom('measurement')
      .where('goalId', '=', goalId)
      .select('id')
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** A locked field's value as it is kept in the history: readable by itself, empty where there was none. */
async function textOf(
  ctx: CommandContext & { project: ProjectPlace },
  goal: Pick<GoalFacts, LockedGoalField>,
  field: LockedGoalField,
  unit: IndicatorUnit | null,
): Promise<string> {
  const value = goal[field];
  if (value === null) return '';
  if (field === 'indicatorId')
    return (await findIndicator(ctx.em, ctx.project.projectId, String(value)))?.titleDa ?? '';
  if (field === 'baselineBaseCount' || field === 'comparisonUnitCount') return String(value);
  if (typeof value === 'number') return valueText(value, field === 'baselineSpread' ? 'mean' : (unit ?? 'mean'), 'da');
  return String(value);
}
