import { LockMode } from '@mikro-orm/core';
import { Measurement } from '@forspring/database/goals/measurement.entity';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { readingProblems, readingValue } from '@forspring/domain/goals/goal.rules';
import type { MeasurementChangeInput } from '@forspring/domain/goals/goal';
import { partProblems, storedParts } from '@forspring/domain/goals/part.rules';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures, difference } from '../../kernel/figures.ts';
import { draftCorrection } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { findIndicator, getGoalLocked, refuseStill, storedGoalFigures } from './goal.store.ts';

/** Corrects a reading; the audit trail names what was corrected, and its version counts up. */
export async function setMeasurement(
  ctx: CommandContext & { project: ProjectPlace },
  input: MeasurementChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, clock, project, audit } = ctx;
  const found = await em.findOne(Measurement, { id: input.measurementId });
  if (!found) throw commonProblems.missing();
  await refuseStill(ctx, [found.measuredOn, input.measuredOn]);
  // Locks go from the goal to its readings everywhere, so that two corrections cannot wait for each other.
  const goal = await getGoalLocked(em, found.goalId);
  const measurement = await em.findOneOrFail(
    Measurement,
    { id: input.measurementId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const indicator = goal.indicatorId ? await findIndicator(em, project.projectId, goal.indicatorId) : null;
  if (!indicator) throw goalProblems.noIndicator();
  const { measurementId, baseVersion, ...fields } = input;
  const wrong = [...readingProblems(indicator.unit, fields, clock.today()), ...partProblems(indicator, fields)];
  if (wrong.length > 0) throw goalProblems.wrongValues(wrong);
  await countUp(measurement, baseVersion, () => {
    const { measuredOn, value, missing, numeratorCount, baseCount, method, note, parts, version } = measurement;
    return { measuredOn, value, missing, numeratorCount, baseCount, method, note, parts, version };
  });

  const before = await storedGoalFigures(em, goal.id);
  const { parts, ...rest } = fields;
  const after = { ...rest, value: readingValue(indicator.unit, fields), note: fields.note ?? '' };
  const partsAfter = storedParts(indicator.unit, parts);
  const isDividedAnew = JSON.stringify(storedParts(indicator.unit, measurement.parts)) !== JSON.stringify(partsAfter);
  const changed: (keyof typeof fields)[] = (Object.keys(after) as (keyof typeof after)[]).filter(
    // What belongs to the command and not to the reading is no change of it.
    (name) => name in measurement && measurement[name] !== after[name],
  );
  Object.assign(measurement, after);
  if (isDividedAnew) {
    changed.push('parts');
    measurement.parts = partsAfter;
  }
  await em.flush();
  await changeFigures(em, project.projectId, difference(before, await storedGoalFigures(em, goal.id)));
  if (changed.length > 0) await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: 'setMeasurement',
    subjectKind: 'measurement',
    subjectId: measurementId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: measurementId, version: measurement.version };
}
