import { ComparisonReading } from '@forspring/database/goals/comparison-reading.entity';
import type { ComparisonReadingInput } from '@forspring/domain/goals/goal';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { readingProblems, readingValue } from '@forspring/domain/goals/goal.rules';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { isUnderReview } from '../../kernel/under-review.ts';
import { findIndicator, getGoalLocked } from './goal.store.ts';

/** Records what was found in the group a goal is compared with. It lifts the level of evidence, and counts in no figure of the project. */
export async function addComparisonReading(
  ctx: CommandContext & { project: ProjectPlace },
  input: ComparisonReadingInput,
): Promise<{ id: string }> {
  const { em, actor, clock, project, audit } = ctx;
  if (!recordingStatuses.includes(project.status)) throw goalProblems.notMeasurable(project.status);
  if (await isUnderReview(em, project.projectId)) throw goalProblems.underReview();
  const goal = await getGoalLocked(em, input.goalId);
  const indicator = goal.indicatorId ? await findIndicator(em, project.projectId, goal.indicatorId) : null;
  if (!indicator) throw goalProblems.noIndicator();
  if (goal.design === 'none') throw goalProblems.noComparison();
  const reading = { ...input, missing: null };
  const wrong = readingProblems(indicator.unit, reading, clock.today());
  const value = readingValue(indicator.unit, reading);
  if (wrong.length > 0 || value === null) throw goalProblems.wrongValues(wrong);
  if (await em.findOne(ComparisonReading, { id: input.id })) throw goalProblems.exists();
  em.create(
    ComparisonReading,
    { ...input, value, note: input.note ?? '', recordedById: actor.userId, recordedAt: clock.now() },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addComparisonReading',
    subjectKind: 'comparisonReading',
    subjectId: input.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: input.id };
}

/** Takes back a reading of the compared group; the trail says that it was there. */
export async function removeComparisonReading(
  ctx: CommandContext & { project: ProjectPlace },
  { readingId }: { readingId: string },
): Promise<{ id: string }> {
  const { em, project, audit } = ctx;
  if (!recordingStatuses.includes(project.status)) throw goalProblems.notMeasurable(project.status);
  if (await isUnderReview(em, project.projectId)) throw goalProblems.underReview();
  const reading = await em.findOne(ComparisonReading, { id: readingId });
  if (!reading) throw commonProblems.missing();
  em.remove(reading);
  await em.flush();
  audit.leave({
    action: 'removeComparisonReading',
    subjectKind: 'comparisonReading',
    subjectId: readingId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: readingId };
}
