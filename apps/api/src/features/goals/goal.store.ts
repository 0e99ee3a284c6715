import { LockMode } from '@mikro-orm/core';
import { Goal } from '@forspring/database/goals/goal.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import { commonProblems } from '@forspring/domain/measures/problem';
import { goalFigures, latestReading } from '@forspring/domain/goals/goal.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { mayRecord } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import type { FigureChange } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { isUnderReview } from '../../kernel/under-review.ts';

/** The project a goal lies in; null when there is no such goal. */
export async function projectOfGoal(em: EntityManager, goalId: string): Promise<string | null> {
  const row = await reader(em).selectFrom('goal').where('id', '=', goalId).select('projectId').executeTakeFirst();
  return row?.projectId ?? null;
}

/** The project a reading lies in; null when there is no such reading. */
export async function projectOfMeasurement(em: EntityManager, measurementId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('measurement')
    .innerJoin('goal', 'goal.id', 'measurement.goalId')
    .where('measurement.id', '=', measurementId)
    .select('goal.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** The project a reading of a compared group lies in; null when there is no such reading. */
export async function projectOfComparisonReading(em: EntityManager, readingId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('comparisonReading')
    .innerJoin('goal', 'goal.id', 'comparisonReading.goalId')
    .where('comparisonReading.id', '=', readingId)
    .select('goal.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** A goal locked for a change, so that its figures and its readings cannot change meanwhile. */
export async function getGoalLocked(em: EntityManager, goalId: string): Promise<Goal> {
  const goal = await em.findOne(Goal, { id: goalId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!goal) throw commonProblems.missing();
  return goal;
}

/** Cards of the library and of this project: those of other projects are nobody else's business. */
export function indicatorsFor(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('indicator')
    .where((where) => where.or([where('key', 'not like', 'own/%'), where('key', 'like', `own/${projectId}/%`)]))
    .selectAll();
}

/** The indicator a goal of this project may use; null when there is none with this id. */
export async function findIndicator(em: EntityManager, projectId: string, indicatorId: string) {
  return (await indicatorsFor(em, projectId).where('id', '=', indicatorId).executeTakeFirst()) ?? null;
}

/** The project's visits by its kept figures; null when it has none yet. */
export async function visitCountOf(em: EntityManager, projectId: string): Promise<number | null> {
  const row = await reader(em)
    .selectFrom('projectFigures')
    .where('projectId', '=', projectId)
    .select('visitCount')
    .executeTakeFirst();
  return row?.visitCount ?? null;
}

/** What a goal adds to its project's figures as it is stored now; nothing when it is not stored. */
export async function storedGoalFigures(em: EntityManager, goalId: string): Promise<FigureChange> {
  const goal = await reader(em)
    .selectFrom('goal')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .where('goal.id', '=', goalId)
    .select(['goal.targetValue', 'indicator.direction'])
    .executeTakeFirst();
  if (!goal) return {};
  const readings = await reader(em)
    .selectFrom('measurement')
    .where('goalId', '=', goalId)
    .select(['id', 'measuredOn', 'recordedAt', 'value'])
    .execute();
  return { ...goalFigures(goal, latestReading(readings)) };
}

/** Goals of a project in their order, with their indicator. */
export function goalRows(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('goal')
    .innerJoin('project', 'project.id', 'goal.projectId')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .where('goal.projectId', '=', projectId)
    .orderBy('goal.position')
    .orderBy('goal.id')
    .selectAll('goal')
    .select([
      'project.groupMix',
      'indicator.key as indicatorKey',
      'indicator.version as indicatorVersion',
      'indicator.titleDa as indicatorTitleDa',
      'indicator.titleEn as indicatorTitleEn',
      'indicator.tier as indicatorTier',
      'indicator.unit as indicatorUnit',
      'indicator.direction as indicatorDirection',
      'indicator.source as indicatorSource',
      'indicator.numerator as indicatorNumerator',
      'indicator.denominator as indicatorDenominator',
      'indicator.sourceEn as indicatorSourceEn',
      'indicator.numeratorEn as indicatorNumeratorEn',
      'indicator.denominatorEn as indicatorDenominatorEn',
      'indicator.disaggregations as indicatorDisaggregations',
    ]);
}
export type GoalRow = Awaited<ReturnType<ReturnType<typeof goalRows>['execute']>>[number];

/** Every reading of a project's goals with who recorded it, earliest first. */
export function measurementRows(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('measurement')
    .innerJoin('goal', 'goal.id', 'measurement.goalId')
    .innerJoin('appUser', 'appUser.id', 'measurement.recordedById')
    .where('goal.projectId', '=', projectId)
    .orderBy('measurement.measuredOn')
    .orderBy('measurement.recordedAt')
    .orderBy('measurement.id')
    .selectAll('measurement')
    .select('appUser.name as recordedBy');
}
export type MeasurementRow = Awaited<ReturnType<ReturnType<typeof measurementRows>['execute']>>[number];

/** Every reading of the groups a project's goals are compared with, earliest first. */
export function comparisonReadingRows(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('comparisonReading')
    .innerJoin('goal', 'goal.id', 'comparisonReading.goalId')
    .where('goal.projectId', '=', projectId)
    .orderBy('comparisonReading.measuredOn')
    .orderBy('comparisonReading.id')
    .selectAll('comparisonReading');
}
export type ComparisonReadingRow = Awaited<ReturnType<ReturnType<typeof comparisonReadingRows>['execute']>>[number];

/** Changes after approval to a project's goals, earliest first. */
export function goalChangeRows(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('lockedChange')
    .innerJoin('appUser', 'appUser.id', 'lockedChange.byId')
    .where('lockedChange.projectId', '=', projectId)
    .where('lockedChange.subjectKind', '=', 'goal')
    .orderBy('lockedChange.at')
    .orderBy('lockedChange.field')
    .selectAll('lockedChange')
    .select('appUser.name as by');
}
export type GoalChangeRow = Awaited<ReturnType<ReturnType<typeof goalChangeRows>['execute']>>[number];

/**
 * Refuses a reading of these days while the project does not record, its evaluation lies with the body or is frozen, or
 * their period is locked. A frozen evaluation's readings may be corrected where an exception opens the days.
 */
export async function refuseStill(
  ctx: CommandContext & { project: ProjectPlace },
  days: readonly string[],
): Promise<void> {
  const { em, project } = ctx;
  const { isOpened } = await refuseLocked(ctx, project, days);
  if (!mayRecord(project.status, isOpened)) throw goalProblems.notMeasurable(project.status);
  if (project.status !== 'evaluated' && (await isUnderReview(em, project.projectId))) throw goalProblems.underReview();
}
