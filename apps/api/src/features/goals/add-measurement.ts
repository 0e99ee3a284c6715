import { Measurement } from '@forspring/database/goals/measurement.entity';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { readingProblems, readingValue } from '@forspring/domain/goals/goal.rules';
import type { MeasurementInput } from '@forspring/domain/goals/goal';
import { partProblems, storedParts } from '@forspring/domain/goals/part.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import { findIndicator, getGoalLocked, refuseStill, storedGoalFigures } from './goal.store.ts';

/** Records a reading of a goal: of a share its two counts, else the value, or why there is none. */
export async function addMeasurement(
  ctx: CommandContext & { project: ProjectPlace },
  input: MeasurementInput,
): Promise<{ id: string; version: number }> {
  const { em, actor, clock, project, audit } = ctx;
  await refuseStill(ctx, [input.measuredOn]);
  const goal = await getGoalLocked(em, input.goalId);
  const indicator = goal.indicatorId ? await findIndicator(em, project.projectId, goal.indicatorId) : null;
  if (!indicator) throw goalProblems.noIndicator();
  const wrong = [...readingProblems(indicator.unit, input, clock.today()), ...partProblems(indicator, input)];
  if (wrong.length > 0) throw goalProblems.wrongValues(wrong);
  if (await em.findOne(Measurement, { id: input.id })) throw goalProblems.exists();

  const before = await storedGoalFigures(em, goal.id);
  em.create(
    Measurement,
    {
      ...input,
      value: readingValue(indicator.unit, input),
      parts: storedParts(indicator.unit, input.parts),
      note: input.note ?? '',
      recordedById: actor.userId,
      recordedAt: clock.now(),
    },
    { persist: true },
  );
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, await storedGoalFigures(em, goal.id)));
  await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: 'addMeasurement',
    subjectKind: 'measurement',
    subjectId: input.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: input.id, version: 1 };
}
